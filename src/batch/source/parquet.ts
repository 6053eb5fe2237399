// Parquet as raw records, one row group at a time. In: a file. Out: one record a row; the line is the number of the row.
// The format itself is hyparquet's work; whole numbers become ids as they are written, dates become YYYY-MM-DD.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { UnreadableInput } from '../../read/parts/reader.ts';
import { USUAL_COLUMNS, type Columns, type RawRecord } from '../raw-record.ts';

const OTHERS = ['encounter', 'type'] as const;

/** Rows read at once from a group that has more. */
const SLICE = 1024;

export interface ParquetFile { readonly buffer: AsyncBuffer; readonly metadata: FileMetaData; readonly rows: number; readonly names: ReadonlyMap<string, string> }

/** Opens a file and finds its columns. @throws UnreadableInput when it is not Parquet or lacks a column. */
export async function openParquet(path: string, columns: Columns): Promise<ParquetFile> {
  const buffer = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(buffer).catch(() => { throw new UnreadableInput(`${path}: is not a whole Parquet file`); });
  const titles = new Set(metadata.schema.slice(1).map(({ name }) => name));
  const names = new Map<string, string>();
  for (const [as, title] of [...Object.entries(columns) as [string, string][], ...OTHERS.map((other) => [other, other] as const)]) {
    if (titles.has(title)) names.set(title, as);
    else if (as === 'id' || as === 'text' || (as in columns && title !== USUAL_COLUMNS[as as keyof Columns])) {
      throw new UnreadableInput(`${path}: has no column "${title}"; name the right one with --${as}-col`);
    }
  }
  return { buffer, metadata, rows: Number(metadata.num_rows), names };
}

/** The rows in order. `onRow` is told of each. */
export async function* readParquet({ buffer, metadata, rows, names }: ParquetFile, path: string, onRow: () => void): AsyncGenerator<RawRecord> {
  let line = 0;
  for (let rowStart = 0; rowStart < rows; rowStart += SLICE) {
    const rowEnd = Math.min(rows, rowStart + SLICE);
    const objects = await parquetReadObjects({ file: buffer, metadata, compressors, columns: [...names.keys()], rowStart, rowEnd })
      .catch((error: unknown) => { throw new UnreadableInput(`${path}: rows ${rowStart + 1} to ${rowEnd} cannot be read (${error instanceof Error ? error.name : 'unknown fault'}); the file is damaged`); });
    for (const object of objects) {
      line++;
      yield toRecord(object, line, names);
      onRow();
    }
  }
}

function toRecord(object: Readonly<Record<string, unknown>>, line: number, names: ReadonlyMap<string, string>): RawRecord {
  const fields: Record<string, unknown> = {};
  let size = 0;
  for (const [title, as] of names) {
    const cell = asText(object[title]);
    fields[as] = as !== 'text' && cell === '' ? null : cell;
    size += typeof cell === 'string' ? cell.length : 8;
  }
  return { kind: 'row', line, fields, size };
}

function asText(cell: unknown): unknown {
  if (typeof cell === 'bigint') return String(cell);
  if (typeof cell === 'number' && Number.isInteger(cell)) return String(cell);
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
}

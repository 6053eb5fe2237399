// An argument of the command line → what to read from. In: a path or "-", and what standard input is. Out: a source.
// By extension first (.gz aside), else by the first bytes.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { peek } from '../../read/parts/bytes.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import type { Columns, RawRecord } from '../raw-record.ts';
import { fingerprintFolder, listTexts, readFolder } from './folder.ts';
import { readJsonLines } from './json-lines.ts';
import { openParquet, readParquet } from './parquet.ts';
import { countBytes, fingerprintFile, readBytes, unzipped, type BatchSource, type Fingerprint, type SourceFormat } from './source.ts';
import { readTable } from './table.ts';

export interface SourceChoice {
  readonly columns: Columns;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** How to read it, where the name does not tell. */
  readonly format?: SourceFormat;
}

const EXTENSIONS: Readonly<Record<string, SourceFormat>> = { '.jsonl': 'jsonl', '.ndjson': 'jsonl', '.csv': 'csv', '.tsv': 'tsv', '.parquet': 'parquet' };

/** Opens a source. @throws the error of the file system when there is none, UnreadableInput when it is of no known form. */
export async function openSource(path: string, choice: SourceChoice): Promise<BatchSource> {
  if (path === '-') return openStream(choice);
  const found = await stat(path);
  if (found.isDirectory()) return openFolder(path);
  const format = choice.format ?? EXTENSIONS[/\.[^./\\]+$/.exec(path.toLowerCase().replace(/\.gz$/, ''))?.[0] ?? ''] ?? await sniffFile(path);
  return format === 'parquet' ? openParquetSource(path, choice.columns) : openFile(path, format, { columns: choice.columns, total: found.size });
}

/** The fingerprint of a file or folder, as a run over it notes it. */
export async function fingerprintInput(path: string): Promise<Fingerprint> {
  return (await stat(path)).isDirectory() ? fingerprintFolder(path, await listTexts(path)) : fingerprintFile(path);
}

type LinedFormat = Exclude<SourceFormat, 'folder' | 'parquet'>;

function openFile(path: string, format: SourceFormat, { columns, total }: { readonly columns: Columns; readonly total: number }): BatchSource {
  const counted = countBytes(readBytes(path));
  const name = basename(path);
  return {
    name, format,
    async *records() { yield* readLines(await unzipped(counted.bytes, name), format as LinedFormat, { name, columns }); },
    done: () => (total === 0 ? 1 : counted.seen() / total),
    fingerprint: () => fingerprintFile(path),
  };
}

async function openStream({ stdin, format, columns }: SourceChoice): Promise<BatchSource> {
  const name = 'standard input';
  if (format === 'parquet') throw new UnreadableInput('standard input: Parquet is read from files only; name the file');
  const { head, bytes } = await peek(await unzipped(stdin, name), HEAD);
  const chosen = format ?? sniff(head, name);
  return { name, format: chosen, records: () => readLines(bytes, chosen as LinedFormat, { name, columns }), done: () => undefined };
}

function readLines(bytes: AsyncIterable<Uint8Array>, format: LinedFormat, { name, columns }: { readonly name: string; readonly columns: Columns }): AsyncIterable<RawRecord> {
  return format === 'jsonl' ? readJsonLines(bytes, name) : readTable(bytes, { name, columns, delimiter: format === 'csv' ? ',' : '\t' });
}

async function openFolder(path: string): Promise<BatchSource> {
  const names = await listTexts(path);
  let read = 0;
  return { name: basename(path), format: 'folder', records: () => readFolder(path, names, () => { read++; }), done: () => read / names.length, fingerprint: () => fingerprintFolder(path, names) };
}

async function openParquetSource(path: string, columns: Columns): Promise<BatchSource> {
  const file = await openParquet(path, columns);
  let read = 0;
  return { name: basename(path), format: 'parquet', records: () => readParquet(file, basename(path), () => { read++; }), done: () => (file.rows === 0 ? 1 : read / file.rows), fingerprint: () => fingerprintFile(path) };
}

const HEAD = 512;

async function sniffFile(path: string): Promise<SourceFormat> {
  const { head } = await peek(await unzipped(readBytes(path), basename(path)), HEAD);
  return sniff(head, path);
}

function sniff(head: Uint8Array, name: string): SourceFormat {
  const start = new TextDecoder().decode(head.subarray(0, HEAD)).replace(/^\ufeff/, '').trimStart();
  if (start === '' || start.startsWith('{')) return 'jsonl';
  if (start.startsWith('PAR1')) return 'parquet';
  const [first = ''] = start.split(/\r?\n/);
  if (first.includes('\t')) return 'tsv';
  if (first.includes(',')) return 'csv';
  throw new UnreadableInput(`${name}: is none of JSON Lines, CSV, TSV, Parquet; say what it is with --input, or use lumbago analyze for one note`);
}

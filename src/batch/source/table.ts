// CSV and TSV as raw records. In: bytes whose first row names the columns. Out: one record a row, broken rows told apart, all in order.
// Quoting, line ends and line breaks inside quotes are csv-parse's work.
import { parse, type Parser } from 'csv-parse';
import { LONGEST, peek } from '../../read/parts/bytes.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import { decodeUtf8 } from '../../read/parts/utf8.ts';
import { LONGEST_RECORD, TOO_LONG, USUAL_COLUMNS, type Columns, type RawRecord } from '../raw-record.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';

export interface TableForm { readonly name: string; readonly delimiter: ',' | '\t'; readonly columns: Columns }

/** Columns that are taken under their own name where there are some. */
const OTHERS = ['encounter', 'type'] as const;

/** @throws UnreadableInput when a column that is needed is not there. */
export async function* readTable(bytes: AsyncIterable<Uint8Array>, form: TableForm): AsyncGenerator<RawRecord> {
  const rows: Row[] = [];
  const lines = createLineCounter();
  const parser = openParser(form.delimiter, rows, lines);
  let header: Header | undefined;
  const take = function* (): Generator<RawRecord> {
    for (const row of rows.splice(0)) {
      if ('endless' in row) throw new UnreadableInput(`${form.name}: the row at line ${row.line} does not end within ${LONGEST / 2 ** 20} MiB; it may hold a quote that is never closed`);
      if (header) yield toRecord(row, header);
      else header = readHeader(row, form);
    }
  };
  for await (const piece of withoutMark(bytes)) {
    lines.push(piece);
    await write(parser, piece);
    yield* take();
  }
  await end(parser);
  yield* take();
}

/** The bytes after a byte order mark. Not left to csv-parse, which then decodes the cells without saying what is no UTF-8. */
async function* withoutMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { head, bytes: whole } = await peek(bytes, 3);
  let rest = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for await (const piece of whole) {
    const skipped = Math.min(rest, piece.length);
    rest -= skipped;
    yield piece.subarray(skipped);
  }
}

type Row = { readonly line: number; readonly cells: readonly Buffer[] } | { readonly line: number; readonly fault: string } | { readonly line: number; readonly endless: true };

/** A parser that puts rows and faults in one list, in their order. Quotes that no rule foresees stay in their cell, so that one row cannot swallow the next. */
function openParser(delimiter: string, rows: Row[], lines: LineCounter): Parser {
  return parse({
    delimiter, encoding: null, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true, max_record_size: LONGEST,
    on_record: (cells, { bytes }) => {
      // Without an encoding, cells are bytes, whatever the types of the package say.
      rows.push({ line: lines.passRecord(bytes), cells: cells as unknown as readonly Buffer[] });
      return null;
    },
    on_skip: (error) => {
      const line = lines.passRecord(Infinity);
      rows.push(error?.code === 'CSV_QUOTE_NOT_CLOSED' ? { line, fault: 'has a quote that is never closed; everything after it belongs to this row' } : { line, endless: true });
      return undefined;
    },
  });
}

const write = (parser: Parser, piece: Uint8Array): Promise<void> => new Promise((resolve, reject) => { parser.write(piece, (error) => (error ? reject(error) : resolve())); });

const end = (parser: Parser): Promise<void> => new Promise((resolve, reject) => {
  parser.once('error', reject).once('end', resolve).resume();
  parser.end();
});

/** Place of each column → the name that notes have for it. */
interface Header { readonly names: ReadonlyMap<number, string>; readonly count: number }

function readHeader(row: Exclude<Row, { endless: true }>, { name, columns }: TableForm): Header {
  if ('fault' in row) throw new UnreadableInput(`${name}: the first row, which names the columns, ${row.fault}`);
  const titles = row.cells.map((cell) => cell.toString('utf8').trim());
  const wanted = [...Object.entries(columns).map(([as, title]) => ({ as, title: title as string })), ...OTHERS.map((as) => ({ as, title: as }))];
  const names = new Map<number, string>();
  for (const { as, title } of wanted) {
    const at = titles.indexOf(title);
    if (at !== -1) names.set(at, as);
    else if (as === 'id' || as === 'text' || title !== (USUAL_COLUMNS as unknown as Record<string, string>)[as] && !OTHERS.includes(as as 'type')) {
      throw new UnreadableInput(`${name}: has no column "${title}" (its first row names ${titles.length} columns); name the right one with --${as}-col`);
    }
  }
  return { names, count: titles.length };
}

function toRecord(row: Exclude<Row, { endless: true }>, { names, count }: Header): RawRecord {
  const { line } = row;
  if ('fault' in row) return { kind: 'broken', line, reason: row.fault };
  if (row.cells.length !== count) return { kind: 'broken', line, reason: `has ${row.cells.length} cells, but there are ${count} columns` };
  const fields: Record<string, string> = {};
  let size = 0;
  for (const [at, name] of names) {
    // The id comes first, whatever the order of the columns.
    const cell = row.cells[at] as Buffer;
    const decoded = decodeUtf8(cell);
    if ('badByte' in decoded) return { kind: 'broken', line, ...(fields.id !== undefined && { id: fields.id }), reason: `is not UTF-8: invalid at byte ${decoded.badByte} of its ${name}, counted from 0` };
    if (decoded.text !== '' || name === 'text') fields[name] = decoded.text;
    size += cell.length;
  }
  return size > LONGEST_RECORD ? { kind: 'broken', line, ...(fields.id !== undefined && { id: fields.id }), reason: TOO_LONG } : { kind: 'row', line, fields, size };
}

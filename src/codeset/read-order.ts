// The order file (icd10cm-order-2026.txt): fixed width, all headers and codes in tabular order → rows.
// Layout: columns 1-5 number, 7-13 code without dot, 15 flag (1 billable, 0 header), 17-76 short title, 78- long title.
import { UnreadableInput } from '../read/parts/reader.ts';
import { isCompactCode, tidy, withDot } from './code-form.ts';
import { checkListEnds } from './code-list-end.ts';
import type { CodeList, CodeRow, NamedBytes } from './parts.ts';
import { createTally } from './tally.ts';
import { readTextLines, type TextLine } from './text-lines.ts';

interface OrderRow extends CodeRow { readonly number: number; readonly short: string }

const LAYOUT = /^\d{5} [A-Z0-9]{3,7} *$/;

/** Reads a whole order file of a release; throws UnreadableInput with the line where it stops being one. */
export async function readOrder(source: NamedBytes, release: string): Promise<CodeList> {
  const { name } = source;
  const { lines, endedWell } = readTextLines(source);
  const tally = createTally(['rows', 'headers', 'billable']);
  const rows = new Map<string, CodeRow>();
  let last: OrderRow | undefined;
  for await (const line of lines) {
    if (line.text.trim() === '') continue;
    const row = parseRow(line, name);
    if (last && isSameRow(row, last)) {
      tally.skip('the same row twice', `line ${line.line}`);
      continue;
    }
    checkNumber(row, last, `${name}: line ${line.line}`);
    if (rows.has(row.code)) throw new UnreadableInput(`${name}: line ${line.line} has the code ${row.code} a second time; fetch the file again`);
    rows.set(row.code, { code: row.code, title: row.title, billable: row.billable });
    for (const counted of ['rows', row.billable ? 'billable' : 'headers']) tally.count(counted);
    last = row;
  }
  if (last && !endedWell() && last.title.length < last.short.length) throw new UnreadableInput(`${name}: its last row, number ${last.number}, is cut in the title; fetch the file again`);
  const list = [...rows.values()];
  checkListEnds(list, { name, release });
  return { rows: list, counts: tally.counts(), skipped: tally.skipped() };
}

const isSameRow = (one: OrderRow, other: OrderRow): boolean => one.number === other.number && one.code === other.code && one.title === other.title;

function parseRow({ line, text }: TextLine, name: string): OrderRow {
  const compact = text.slice(6, 13).trimEnd();
  const flag = text.charAt(14);
  const title = tidy(text.slice(77));
  if (/^\d{5} \d/.test(text)) throw new UnreadableInput(`${name}: line ${line} has the code ${compact}, which is not of ICD-10-CM: this is an order file of ICD-10-PCS or ICD-9; fetch the one of ICD-10-CM`);
  const wellFormed = LAYOUT.test(text.slice(0, 13)) && isCompactCode(compact) && (flag === '0' || flag === '1') && text.charAt(76) === ' ' && title !== '';
  if (!wellFormed) throw new UnreadableInput(`${name}: line ${line} is not a row of the order file (number, code, flag, short title, long title in fixed columns): it is cut or foreign; fetch the file again`);
  return { number: Number(text.slice(0, 5)), code: withDot(compact), billable: flag === '1', short: tidy(text.slice(16, 76)), title };
}

function checkNumber(row: OrderRow, last: OrderRow | undefined, place: string): void {
  const expected = (last?.number ?? 0) + 1;
  if (row.number !== expected) throw new UnreadableInput(`${place} has number ${row.number} where ${expected} is due: rows are missing or out of order; fetch the file again`);
}

// The codes file (icd10cm-codes-2026.txt): billable codes alone, columns 1-7 code without dot, 9- long title → rows.
import { UnreadableInput } from '../read/parts/reader.ts';
import { isCompactCode, tidy, withDot } from './code-form.ts';
import { checkListEnds } from './code-list-end.ts';
import type { CodeList, CodeRow, NamedBytes } from './parts.ts';
import { createTally } from './tally.ts';
import { readTextLines, type TextLine } from './text-lines.ts';

/** Reads a whole codes file of a release; throws UnreadableInput with the line where it stops being one. */
export async function readCodes(source: NamedBytes, release: string): Promise<CodeList> {
  const { name } = source;
  const { lines, endedWell } = readTextLines(source);
  const tally = createTally(['rows', 'billable']);
  const rows = new Map<string, CodeRow>();
  for await (const line of lines) {
    if (line.text.trim() === '') continue;
    const row = parseRow(line, name);
    const known = rows.get(row.code);
    if (known && known.title !== row.title) throw new UnreadableInput(`${name}: line ${line.line} gives ${row.code} a second title; fetch the file again`);
    if (known) tally.skip('the same row twice', `line ${line.line}`);
    else for (const counted of ['rows', 'billable']) tally.count(counted);
    rows.set(row.code, row);
  }
  const list = [...rows.values()];
  checkListEnds(list, { name, release });
  if (!endedWell()) throw new UnreadableInput(`${name}: its last line has no line end, so it is cut; fetch the file again`);
  return { rows: list, counts: tally.counts(), skipped: tally.skipped() };
}

function parseRow({ line, text }: TextLine, name: string): CodeRow {
  const compact = text.slice(0, 7).trimEnd();
  const title = tidy(text.slice(8));
  if (isCompactCode(compact) && text.charAt(7) === ' ' && title !== '') return { code: withDot(compact), title, billable: true };
  throw new UnreadableInput(`${name}: line ${line} is not a row of the codes file (code in columns 1 to 7, title from column 9): it is cut or foreign; fetch the file again`);
}

// A note cut into rows of a terminal: at its own line ends, then at spaces, in words that are too long anywhere.
// Rows are offsets into the text; nothing is copied or changed.
import { indexLines } from '../parts/positions.ts';
import { cells } from '../parts/visible.ts';

/** `line` is the number of the note's line, on its first row only. */
export interface Row { readonly start: number; readonly end: number; readonly line?: number }

/** `extra`: cells that stand at an offset besides the text itself (brackets). */
export interface RowLayout { readonly width: number; readonly extra: ReadonlyMap<number, number> }

/** All rows of a text, in order; a line end at the very end starts no further row. */
export function cutRows(text: string, layout: RowLayout): readonly Row[] {
  const starts = indexLines(text).filter((start) => start === 0 || start < text.length);
  return starts.flatMap((start, index) => {
    const end = withoutLineEnd(text, { start, end: starts[index + 1] ?? text.length });
    return cutLine(text, { start, end, line: index + 1 }, layout);
  });
}

function withoutLineEnd(text: string, line: { start: number; end: number }): number {
  let end = line.end;
  while (end > line.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

function cutLine(text: string, whole: Required<Row>, layout: RowLayout): readonly Row[] {
  const rows: Row[] = [];
  let start = whole.start;
  let used = 0;
  let space = -1;
  for (let at = start; at < whole.end;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    used += cells(character) + (layout.extra.get(at) ?? 0);
    if (used > layout.width && at > start) {
      const next = space > start ? space + 1 : at;
      rows.push({ start, end: space > start ? space : at });
      [start, at, used, space] = [next, next, 0, -1];
      continue;
    }
    if (character === ' ') space = at;
    at += character.length;
  }
  rows.push({ start, end: whole.end });
  return rows.map((row, index) => (index === 0 ? { ...row, line: whole.line } : row));
}

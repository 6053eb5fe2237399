// The note on a terminal: wrapped, with line numbers, its evidence lit up by colour or by ⟦brackets⟧.
// Long notes show the rows with evidence and their neighbours; spacing is kept, control characters become pictures.
import type { Span } from '../../types.ts';
import type { Mark } from '../parts/marks.ts';
import { lookOf } from '../parts/roles.ts';
import { cutSegments, innermost, type Segment } from '../parts/segments.ts';
import { visible } from '../parts/visible.ts';
import type { Painter } from './paint.ts';
import { cutRows, type Row } from './rows.ts';

export interface NoteViewOptions { readonly width: number; readonly full: boolean; readonly painter: Painter }

/** Notes of at most this many rows are shown whole. */
const SHORT_NOTE = 40;
const GUTTER = 7;

/** The note as painted rows with a gutter of line numbers. Faint marks are not lit up here. */
export function viewNote(text: string, marks: readonly Mark[], options: NoteViewOptions): readonly string[] {
  const lit = marks.filter((mark) => !mark.faint);
  const groups = joinOverlaps(lit);
  const { painter } = options;
  const extra = new Map(painter.on ? [] : groups.flatMap((group) => [[group.start, 1], [group.end - 1, 1]] as const));
  const rows = cutRows(text, { width: Math.max(options.width - GUTTER - 2, 20), extra });
  const shown = options.full || rows.length <= SHORT_NOTE ? rows.map(() => true) : rowsToShow(rows, groups);
  const pieces = painter.on ? cutSegments(text.length, lit) : bracketed(text.length, groups);
  return paintRows(text, rows, { pieces, shown, painter });
}

/** Overlapping marks as one stretch each; marks that only touch stay apart. */
function joinOverlaps(marks: readonly Mark[]): readonly Span[] {
  const groups: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else groups.push({ start: mark.start, end: mark.end });
  }
  return groups;
}

interface Piece extends Segment { readonly bracket?: boolean }

function bracketed(length: number, groups: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const group of groups) {
    pieces.push({ start: at, end: group.start, marks: [] }, { ...group, marks: [], bracket: true });
    at = group.end;
  }
  return [...pieces, { start: at, end: length, marks: [] }].filter((piece) => piece.end > piece.start);
}

/** Rows with evidence and one row to either side. */
function rowsToShow(rows: readonly Row[], groups: readonly Span[]): boolean[] {
  const touched = new Array<boolean>(rows.length).fill(false);
  let first = 0;
  for (const group of groups) {
    while ((rows[first]?.end ?? Infinity) <= group.start) first++;
    for (let at = first; (rows[at]?.start ?? Infinity) < group.end; at++) touched[at] = true;
  }
  return touched.map((hit, at) => hit || touched[at - 1] === true || touched[at + 1] === true);
}

interface Painting { readonly pieces: readonly Piece[]; readonly shown: readonly boolean[]; readonly painter: Painter }

function paintRows(text: string, rows: readonly Row[], painting: Painting): readonly string[] {
  const lines: string[] = [];
  let next = 0;
  rows.forEach((row, at) => {
    while ((painting.pieces[next]?.end ?? Infinity) <= row.start) next++;
    if (painting.shown[at]) {
      const gutter = painting.painter.dim(`${String(row.line ?? '').padStart(GUTTER - 2)} │`);
      lines.push(`${gutter} ${paintRow(text, row, { ...painting, next })}`.trimEnd());
    } else if (painting.shown[at - 1] !== false) lines.push(painting.painter.dim(`${'⋮'.padStart(GUTTER - 2)} │`));
  });
  return lines;
}

function paintRow(text: string, row: Row, painting: Painting & { readonly next: number }): string {
  let painted = '';
  for (let at = painting.next; at < painting.pieces.length; at++) {
    const piece = painting.pieces[at];
    if (!piece || piece.start >= row.end) break;
    const shown = visible(text.slice(Math.max(piece.start, row.start), Math.min(piece.end, row.end)));
    painted += piece.bracket ? `⟦${shown}⟧` : paintPiece(shown, piece, painting.painter);
  }
  return painted;
}

function paintPiece(shown: string, piece: Piece, painter: Painter): string {
  const mark = innermost(piece.marks);
  return mark ? painter.paint(`${lookOf(mark.kind).ansi};4${mark.struck ? ';9' : ''}`, shown) : shown;
}

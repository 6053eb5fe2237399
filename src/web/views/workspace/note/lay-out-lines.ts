// A text and its marks → lines to draw: each with the pieces of its marks, and a signature that changes only when its look does.
// Lines that were there before keep their number of identity, so that only changed ones are drawn again. It draws nothing.
import { cutSegments } from '../../../../format/parts/segments.ts';
import type { EvidenceMark } from './evidence-marks.ts';
import { differ } from './follow-edit.ts';

/** A stretch of a line under the same marks; offsets are into the whole note. */
export interface Piece { readonly start: number; readonly end: number; readonly marks: readonly EvidenceMark[]; readonly tied: boolean; readonly lit: boolean; readonly looked: boolean }

export interface Line { readonly identity: number; readonly start: number; readonly text: string; readonly pieces: readonly Piece[]; readonly signature: string }

export interface Lighting { readonly owners: ReadonlySet<string>; readonly lookedAt: { readonly start: number; readonly end: number } | undefined }

export interface Layout { readonly text: string; readonly lines: readonly Line[] }

const LINE_END = /\r\n?|\n/g;

interface RawLine { readonly start: number; readonly end: number }

function cutLines(text: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(LINE_END)) {
    lines.push({ start, end: index });
    start = index + sign.length;
  }
  return [...lines, { start, end: text.length }];
}

let identities = 0;

/** Identities for the new lines: those before and after the change keep theirs. */
function identify(raw: readonly RawLine[], text: string, before: Layout | undefined): readonly number[] {
  if (!before) return raw.map(() => ++identities);
  const { from, newTo } = differ(before.text, text);
  const kept = before.lines.map(({ identity }) => identity);
  const head = raw.findIndex(({ end }) => end >= from);
  const tail = Math.min(raw.filter(({ start }) => start > newTo).length, Math.max(0, kept.length - Math.max(head, 0) - 1));
  return raw.map((_, at) => {
    if (at <= head && at < kept.length - tail) return kept[at] ?? ++identities;
    if (at >= raw.length - tail) return kept[kept.length - (raw.length - at)] ?? ++identities;
    return ++identities;
  });
}

/** A place where a line is cut although no mark begins there. */
interface Cut { readonly start: number; readonly end: number }

const isLit = ({ candidates, queries }: EvidenceMark, { owners }: Lighting): boolean => owners.size > 0 && (candidates.some((id) => owners.has(id)) || queries.some((id) => owners.has(id)));

function piecesOf({ start, end }: RawLine, marks: readonly EvidenceMark[], lighting: Lighting): readonly Piece[] {
  const ties = marks.flatMap(({ tie }) => tie ? [tie] : []);
  const { lookedAt } = lighting;
  const local = marks.flatMap((mark) => mark.start < end && mark.end > start ? [{ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }] : []);
  const edges = ties.flatMap((tie) => [tie.start, tie.end]).filter((at) => at > start && at < end).map((at) => at - start);
  const cuts: readonly (EvidenceMark | Cut)[] = [...local, ...edges.map((at): Cut => ({ start: at, end: at }))].sort((a, b) => a.start - b.start);
  return cutSegments(end - start, cuts).filter((one) => one.end > one.start).map((segment): Piece => {
    const on = segment.marks.filter((mark) => 'kind' in mark);
    const from = start + segment.start;
    const to = start + segment.end;
    return {
      start: from, end: to, marks: on, lit: on.some((mark) => isLit(mark, lighting)),
      tied: ties.some((tie) => tie.start <= from && tie.end >= to), looked: lookedAt !== undefined && lookedAt.start <= from && lookedAt.end >= to,
    };
  });
}

const sign = ({ start, end, marks, tied, lit, looked }: Piece, line: number): string =>
  `${start - line},${end - line},${marks.map(({ kind, state, faint, label }) => `${kind}${state}${faint ? 'f' : ''}${label}`).join('+')}${tied ? 't' : ''}${lit ? 'l' : ''}${looked ? 'o' : ''}`;

/** Lays out the text; `before` is the layout that is drawn now. */
export function layOutLines(text: string, marks: readonly EvidenceMark[], { lighting, before }: { readonly lighting: Lighting; readonly before: Layout | undefined }): Layout {
  const raw = cutLines(text);
  const identity = identify(raw, text, before);
  let first = 0;
  const lines = raw.map((line, at): Line => {
    while (first < marks.length && lastEnd(marks[first]!) <= line.start) first++;
    const here: EvidenceMark[] = [];
    for (let next = first; next < marks.length && firstStart(marks[next]!) < line.end; next++) here.push(marks[next]!);
    const lineText = text.slice(line.start, line.end);
    const pieces = here.length === 0 ? [{ start: line.start, end: line.end, marks: [], tied: false, lit: false, looked: false }] : piecesOf(line, here, lighting);
    return { identity: identity[at]!, start: line.start, text: lineText, pieces, signature: `${lineText}\u0000${here.length === 0 ? '' : pieces.map((piece) => sign(piece, line.start)).join(';')}` };
  });
  return { text, lines };
}

const lastEnd = ({ end, tie }: EvidenceMark): number => Math.max(end, tie?.end ?? 0);
const firstStart = ({ start, tie }: EvidenceMark): number => Math.min(start, tie?.start ?? start);

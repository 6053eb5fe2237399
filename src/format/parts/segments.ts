// Overlapping marks in, flat segments out: they cover the whole text once, in order, each with the marks on it.
// Not its job: which mark wins to the eye; `innermost` is the usual answer.
import type { Span } from '../../types.ts';
import type { Mark } from './marks.ts';

export interface Segment<Marked extends Span = Mark> { readonly start: number; readonly end: number; readonly marks: readonly Marked[] }

/** Cuts the text at every edge of a mark. Marks come in order of position. */
export function cutSegments<Marked extends Span>(length: number, marks: readonly Marked[]): readonly Segment<Marked>[] {
  const edges = [...new Set([0, length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const segments: Segment<Marked>[] = [];
  let active: Marked[] = [];
  let next = 0;
  for (let at = 0; at + 1 < edges.length; at++) {
    const start = edges[at] ?? 0;
    const end = edges[at + 1] ?? length;
    active = active.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark && mark.start <= start; mark = marks[++next]) active.push(mark);
    segments.push({ start, end, marks: [...active] });
  }
  return segments;
}

/** The mark that gives a segment its look: the shortest, those that prove something before faint ones. */
export function innermost(marks: readonly Mark[]): Mark | undefined {
  return [...marks].sort((a, b) => Number(a.faint) - Number(b.faint) || (a.end - a.start) - (b.end - b.start))[0];
}

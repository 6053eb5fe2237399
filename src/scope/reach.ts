// The one scope routine: an operator that stands at some tokens → the token ranges that it reaches.
// In: direction, reach and stop classes (rows of context.json and bindings.json), the place. Out: at most two ranges.
// What the operator does with what it reaches is the business of assertion/ and finding/.
import type { Range, StopMatch } from '../types.ts';

/** How far an operator acts. `within` counts tokens, 0 means to the end of the sentence; a stop of one of the classes `stops` ends the reach. */
export interface Operator {
  readonly direction: 'after' | 'before' | 'both';
  readonly within: number;
  readonly stops: readonly string[];
}

/** The sentence an operator stands in, and stops in order of position: those of the sentence, or those of the whole note. */
export interface Place { readonly sentence: Range; readonly stops: readonly StopMatch[] }

/** No operator acts further than this many tokens, so that a note without full stops costs no more than one with them. */
export const LONGEST_REACH = 120;

/**
 * The ranges that an operator at `at` reaches, the one before it first; each touches `at`, and empty ones are left out.
 * "No | fever, chills | but back pain": "No" reaches the tokens between the bars.
 */
export function reach(operator: Operator, at: Range, place: Place): Range[] {
  const far = operator.within || LONGEST_REACH;
  const ranges: Range[] = [];
  if (operator.direction !== 'after') ranges.push({ from: reachBack(operator, { from: Math.max(place.sentence.from, at.from - far), to: at.from }, place), to: at.from });
  if (operator.direction !== 'before') ranges.push({ from: at.to, to: reachAhead(operator, { from: at.to, to: Math.min(place.sentence.to, at.to + far) }, place) });
  return ranges.filter(({ from, to }) => from < to);
}

function reachAhead({ stops }: Operator, range: Range, place: Place): number {
  for (let i = firstFrom(place.stops, range.from); i < place.stops.length; i++) {
    const stop = place.stops[i];
    if (!stop || stop.from >= range.to) break;
    if (stops.includes(stop.stop)) return stop.from;
  }
  return range.to;
}

function reachBack({ stops }: Operator, range: Range, place: Place): number {
  for (let i = firstFrom(place.stops, range.to) - 1; i >= 0; i--) {
    const stop = place.stops[i];
    if (!stop || stop.from < range.from) break;
    if (stops.includes(stop.stop) && stop.to <= range.to) return stop.to;
  }
  return range.from;
}

/** Index of the first element that starts at token `at` or later; `sorted` is in order of `from`. */
export function firstFrom(sorted: readonly Range[], at: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Tells line breaks that only wrap a long line from those that end something.
// In: tokens. Out: one flag per token, 1 at line breaks that are soft. Blank lines never are; list markers and headers are judged elsewhere.
import type { Tokens } from '../types.ts';
import { hasGapBefore, isBreak, isCapitalised, isLowerCase, isSign } from './layout.ts';
import type { SectionBook } from './section-book.ts';

const SHORTEST_WRAP = 40;
interface Line { readonly from: number; readonly to: number; readonly length: number }

/** 1 at each line break that is a soft wrap, 0 at every other token. */
export function findWraps(tokens: Tokens, book: SectionBook): Uint8Array {
  const wraps = new Uint8Array(tokens.count);
  for (const block of blocksOf(tokens)) markWraps(tokens, block, { wraps, book });
  return wraps;
}

function markWraps(tokens: Tokens, block: readonly Line[], { wraps, book }: { readonly wraps: Uint8Array; readonly book: SectionBook }): void {
  const longest = block.reduce((most, { length }) => Math.max(most, length), 0);
  block.forEach((line, index) => {
    const next = block[index + 1];
    if (next && !startsLabel(tokens, next.from) && (wouldNotFit(tokens, { line, next, longest }) || goesOn(tokens, { line, next, book }))) wraps[line.to] = 1;
  });
}

/** "Reason: fall", "Past history: none": a label begins something new. */
const startsLabel = (tokens: Tokens, from: number): boolean => isCapitalised(tokens, from) && [1, 2, 3].some((words) => isSign(tokens, from + words, ':'));

function wouldNotFit(tokens: Tokens, place: { readonly line: Line; readonly next: Line; readonly longest: number }): boolean {
  return place.longest >= SHORTEST_WRAP && place.line.length + 1 + chunkLength(tokens, place.next) > place.longest;
}

/** The next line goes on in lower case, and this one is long, or ends in a comma or in a word that no line ends with ("the", "lumbar"). */
function goesOn(tokens: Tokens, { line, next, book }: { readonly line: Line; readonly next: Line; readonly book: SectionBook }): boolean {
  const last = line.to - 1;
  return isLowerCase(tokens, next.from) && (line.length >= SHORTEST_WRAP || isSign(tokens, last, ',') || book.goesOn(tokens.norm[last] ?? -1));
}

/** How long the first stretch without white space is. */
function chunkLength(tokens: Tokens, line: Line): number {
  let last = line.from;
  while (last + 1 < line.to && !hasGapBefore(tokens, last + 1)) last++;
  return tokens.end[last]! - tokens.start[line.from]!;
}

/** Runs of lines with no blank line between them. */
function blocksOf(tokens: Tokens): Line[][] {
  const blocks: Line[][] = [[]];
  let from = 0;
  for (let at = 0; at <= tokens.count; at++) {
    if (at < tokens.count && !isBreak(tokens, at)) continue;
    if (at === from) blocks.push([]);
    else blocks.at(-1)!.push({ from, to: at, length: lengthOf(tokens, from, at) });
    from = at + 1;
  }
  return blocks.filter((block) => block.length > 1);
}

/** Characters of the line, from after the break before it to its last token. */
function lengthOf(tokens: Tokens, from: number, to: number): number {
  return tokens.end[to - 1]! - (from > 0 ? tokens.end[from - 1]! : 0);
}

// Tells line breaks that only wrap a long line from those that end something.
// In: tokens. Out: one flag per token, 1 at line breaks that are soft. Blank lines never are; list markers and headers are judged elsewhere.
import type { Tokens } from '../types.ts';
import { hasGapBefore, isBreak, isKind, isLowerCase, isSign, textAt } from './layout.ts';
import { TOKEN_KIND } from '../types.ts';

const SHORTEST_WRAP = 40;
/** Words that no English line of a list ends with: a line that does goes on below. */
const GOES_ON = new Set(['a', 'an', 'the', 'and', 'or', 'nor', 'but', 'of', 'to', 'in', 'into', 'on', 'at', 'by', 'for', 'from', 'with', 'without', 'as', 'than', 'that',
  'which', 'who', 'is', 'are', 'was', 'were', 'be', 'been', 'has', 'have', 'had', 'his', 'her', 'their', 'its', 'this', 'these', 'no', 'not', 'over', 'under', 'down', 'he', 'she', 'it', 'they', 'we', 'i', 'about', 'approximately']);

interface Line { readonly from: number; readonly to: number; readonly length: number }

/** 1 at each line break that is a soft wrap, 0 at every other token. */
export function findWraps(tokens: Tokens): Uint8Array {
  const wraps = new Uint8Array(tokens.count);
  for (const block of blocksOf(tokens)) markWraps(tokens, block, wraps);
  return wraps;
}

function markWraps(tokens: Tokens, block: readonly Line[], wraps: Uint8Array): void {
  const longest = block.reduce((most, { length }) => Math.max(most, length), 0);
  block.forEach((line, index) => {
    const next = block[index + 1];
    if (next && (wouldNotFit(tokens, { line, next, longest }) || goesOn(tokens, line, next))) wraps[line.to] = 1;
  });
}

function wouldNotFit(tokens: Tokens, place: { readonly line: Line; readonly next: Line; readonly longest: number }): boolean {
  return place.longest >= SHORTEST_WRAP && place.line.length + 1 + chunkLength(tokens, place.next) > place.longest;
}

function goesOn(tokens: Tokens, line: Line, next: Line): boolean {
  const last = line.to - 1;
  return isLowerCase(tokens, next.from) && (isSign(tokens, last, ',') || (isKind(tokens, last, TOKEN_KIND.word) && GOES_ON.has(textAt(tokens, last).toLowerCase())));
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

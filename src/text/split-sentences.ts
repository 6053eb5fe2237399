// Cuts sections into sentences, list items and header lines: the reach of cues and bindings ends with them.
// In: tokens, sections and the book. Out: sentences in order that cover all tokens; line breaks belong to the sentence before them.
import type { Section, Sentence, Tokens } from '../types.ts';
import { findWraps } from './find-wraps.ts';
import { afterMarker, hasGapBefore, isBreak, isItemNumber, isRunning, isSign, signAt, textAt } from './layout.ts';
import { endOfLabel } from './read-header.ts';
import { endsSentence } from './sentence-end.ts';
import type { SectionBook } from './section-book.ts';

/** Tokens after which a sentence is cut at the next comma, and after which it is cut anywhere. Real ones stay far below. */
const LONG = 240;
const LONGEST = 320;

/** What of the sentence under way decides where it ends. */
interface Open {
  from: number;
  /** Its first token behind a list marker; no sentence starts before it or at it. */
  text: number;
  /** The number of its list marker, to know the next one by: "1) … 2) …". */
  item: number;
  inParenthesis: boolean;
}

/** The sentences of a note: "Back pain.She denies fever" → two. Semicolons end none; list items, headers and blank lines do. */
export function splitSentences(tokens: Tokens, sections: readonly Section[], book: SectionBook): Sentence[] {
  const wraps = findWraps(tokens, book);
  const forced = forcedStarts(tokens, sections);
  const sentences: Sentence[] = [];
  let section = 0;
  let open = openAt(tokens, 0, 0);
  for (let at = 1; at <= tokens.count; at++) {
    const starts = at === tokens.count || (!isBreak(tokens, at) && (forced[at] === 1 || isOverlong(tokens, open.from, at) || (at > open.text && startsSentence(tokens, book, { at, open, wraps }))));
    if (!starts) { open.inParenthesis = at < open.text ? false : parenthesisAfter(tokens, at, open.inParenthesis); continue; }
    while (sections[section] && sections[section]!.to <= open.from) section++;
    sentences.push({ from: open.from, to: at, section });
    open = openAt(tokens, at, open.item);
  }
  return tokens.count === 0 ? [] : sentences;
}

/** A run without any end is cut, at a comma when there is one, so that no input makes one sentence of a megabyte. */
const isOverlong = (tokens: Tokens, from: number, at: number): boolean =>
  at - from >= LONGEST || (at - from >= LONG && isSign(tokens, at - 1, ',;'));

/** Sections start sentences; so does the text behind a header, unless the header is a mere label that belongs to its words. */
function forcedStarts(tokens: Tokens, sections: readonly Section[]): Uint8Array {
  const forced = new Uint8Array(tokens.count);
  for (const { kind, from, header, to } of sections) {
    if (from < tokens.count) forced[from] = 1;
    if (!header || kind === 'other') continue;
    let text = header.to;
    while (text < to && isBreak(tokens, text)) text++;
    if (text < to) forced[text] = 1;
  }
  return forced;
}

function openAt(tokens: Tokens, from: number, before: number): Open {
  const text = afterMarker(tokens, from);
  return { from, text, item: text > from ? itemNumber(tokens, from) : before, inParenthesis: false };
}

function itemNumber(tokens: Tokens, from: number): number {
  for (let at = from; at < from + 3; at++) if (isItemNumber(tokens, at)) return Number(textAt(tokens, at));
  return 0;
}

function parenthesisAfter(tokens: Tokens, at: number, before: boolean): boolean {
  const sign = signAt(tokens, at);
  return sign === '(' ? true : sign === ')' ? false : before;
}

function startsSentence(tokens: Tokens, book: SectionBook, place: { readonly at: number; readonly open: Open; readonly wraps: Uint8Array }): boolean {
  const { at, open, wraps } = place;
  if (isRunning(tokens, at)) return false;
  const marked = afterMarker(tokens, at) > at;
  if (isBreak(tokens, at - 1)) return marked || wraps[at - 1] !== 1 || endsSentence(tokens, book, { last: at - 2, next: at });
  if (endsSentence(tokens, book, { last: at - 1, next: at })) return true;
  if (marked && startsItem(tokens, at, open)) return true;
  return isSign(tokens, at - 1, ',') && !hasGapBefore(tokens, at) && endOfLabel(tokens, at) !== undefined;
}

/** An item inside the line: ",2.  Neck", "; 2. neck", "1) back 2) neck". */
function startsItem(tokens: Tokens, at: number, open: Open): boolean {
  if (isSign(tokens, at - 1, ';:')) return [1, open.item + 1].includes(itemNumber(tokens, at));
  if (isSign(tokens, at - 1, ',') && !hasGapBefore(tokens, at)) return true;
  return hasGapBefore(tokens, at) && !open.inParenthesis && isItemNumber(tokens, at) && signAt(tokens, at + 1) === ')' && itemNumber(tokens, at) === open.item + 1;
}

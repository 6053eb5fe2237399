// Does a sentence end between these two tokens? Only the signs and words beside the gap are looked at.
// In: tokens, the book's abbreviations, the last token before and the next after. Out: yes or no. Line breaks and lists are judged elsewhere.
import { TOKEN_KIND, type Tokens } from '../types.ts';
import { afterMarker, hasGapBefore, isCapitalised, isCaps, isCloser, isKind, isLetter, isLowerCase, isSign, signAt } from './layout.ts';
import type { SectionBook } from './section-book.ts';

interface Joint { readonly last: number; readonly next: number }

/** True after ". ! ?" (with closing quotes or a glued comma behind), run together or not, and after "///". */
export function endsSentence(tokens: Tokens, book: SectionBook, joint: Joint): boolean {
  const { next } = joint;
  const last = beforeClosers(tokens, joint);
  if (isSign(tokens, next, '.,;:)]}!%') || (signAt(tokens, next) === '?' && !hasGapBefore(tokens, next)) || (isCloser(tokens, next) && !hasGapBefore(tokens, next))) return false;
  if (isCloser(tokens, joint.last) && isLowerCase(tokens, next)) return false;
  if (isSign(tokens, last, '/')) return isSign(tokens, last - 1, '/') && isSign(tokens, last - 2, '/') && signAt(tokens, next) !== '/';
  const sign = signAt(tokens, last);
  if (sign === '.') return fullStopEnds(tokens, book, { last, next });
  if (sign === '?') return !hasGapBefore(tokens, last) && (hasGapBefore(tokens, next) || isCapitalised(tokens, next));
  return (sign === '!' || sign === '…') && (hasGapBefore(tokens, next) || isCapitalised(tokens, next));
}

/** Steps back over what may stand between the stop and the next sentence: commas glued to the next word, closing quotes and brackets. */
function beforeClosers(tokens: Tokens, { last, next }: Joint): number {
  let at = last;
  while (at > last - 3 && signAt(tokens, at) === ',' && !hasGapBefore(tokens, next)) at--;
  while (at > last - 4 && isCloser(tokens, at) && !hasGapBefore(tokens, at)) at--;
  return at;
}

function fullStopEnds(tokens: Tokens, book: SectionBook, { last, next }: Joint): boolean {
  const word = last - 1;
  if (signAt(tokens, word) === '.') return isCapitalised(tokens, next);
  if (book.neverEnds(tokens.norm[word] ?? -1)) return isLowerCase(tokens, word) && isCapitalised(tokens, next) && hasGapBefore(tokens, next);
  if (!hasGapBefore(tokens, next)) return gluedStopEnds(tokens, word, next);
  return !isLetter(tokens, word) || isCapitalised(tokens, next) || !isWordLike(tokens, next);
}

/** No space behind the stop: "pain.She", "level.2. Neck", but not "L4.5", "U.S.", "C.SPINE", "e.g". */
function gluedStopEnds(tokens: Tokens, word: number, next: number): boolean {
  if (afterMarker(tokens, next) > next) return true;
  if (isKind(tokens, next, TOKEN_KIND.word)) return isCapitalised(tokens, next) && !isLetter(tokens, word);
  return isLongWord(tokens, word) && !isSign(tokens, next, '/-');
}

const isLongWord = (tokens: Tokens, at: number): boolean => isKind(tokens, at, TOKEN_KIND.word) && !isLetter(tokens, at) && tokens.end[at]! - tokens.start[at]! > 2;

const isWordLike = (tokens: Tokens, at: number): boolean => !isKind(tokens, at, TOKEN_KIND.punctuation) && !isKind(tokens, at, TOKEN_KIND.mark) && !isCaps(tokens, at);

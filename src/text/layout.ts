// Questions about how tokens stand in the text: signs, gaps, lines, capitals, list markers.
// In: tokens and an index (any index: past either end the answer is a plain no). Out: answers, nothing kept. Knows no medicine.
import { TOKEN_KIND, type Tokens } from '../types.ts';

const BULLETS = '-*•·●▪◦○■‣–—+';
const DECORATION = '*#=_~|>-';
const CLOSERS = ')]}"\'”’';

export const textAt = (tokens: Tokens, at: number): string => tokens.text.slice(tokens.start[at] ?? 0, tokens.end[at] ?? 0);
export const isKind = (tokens: Tokens, at: number, kind: number): boolean => tokens.kind[at] === kind;
export const isBreak = (tokens: Tokens, at: number): boolean => tokens.kind[at] === TOKEN_KIND.newline;

/** The punctuation character at `at`, or "" where something else stands. */
export function signAt(tokens: Tokens, at: number): string {
  if (tokens.kind[at] !== TOKEN_KIND.punctuation) return '';
  const start = tokens.start[at]!;
  return tokens.end[at] === start + 1 ? tokens.text[start]! : textAt(tokens, at);
}

/** True when one of the characters of `signs` stands at `at`. */
export function isSign(tokens: Tokens, at: number, signs: string): boolean {
  const sign = signAt(tokens, at);
  return sign !== '' && signs.includes(sign);
}

/** White space, or the edge of the text, before the token. */
export const hasGapBefore = (tokens: Tokens, at: number): boolean => at <= 0 || at >= tokens.count || tokens.start[at]! > tokens.end[at - 1]! || isBreak(tokens, at - 1);

/** The token is the first of its line. */
export const startsLine = (tokens: Tokens, at: number): boolean => at === 0 || isBreak(tokens, at - 1);

/** White space stands between the line break and the token. */
export const isIndented = (tokens: Tokens, at: number): boolean => at > 0 && isBreak(tokens, at - 1) && tokens.start[at]! > tokens.end[at - 1]!;

/** The token after the decoration ("**", "##", "====") that starts a line at `at`, or `at` itself; a single sign is a bullet. */
export function afterDecoration(tokens: Tokens, at: number): number {
  if (!startsLine(tokens, at)) return at;
  let to = at;
  while (isSign(tokens, to, DECORATION)) to++;
  return to - at > 1 && !endsLine(tokens, to) ? to : at;
}

/** Nothing but a line break or the end of the note follows: `at` is where the next token of the line would be. */
export const endsLine = (tokens: Tokens, at: number): boolean => at >= tokens.count || isBreak(tokens, at);

/** A word in small letters behind a word or number: no header, list marker or sentence starts there. Nine of ten tokens are, and cost no more than this. */
export const isRunning = ({ kind, start, text }: Tokens, at: number): boolean =>
  kind[at] === TOKEN_KIND.word && isSmall(text.charCodeAt(start[at]!)) && at > 0 && kind[at - 1]! <= TOKEN_KIND.mixed;

export const isCloser = (tokens: Tokens, at: number): boolean => isSign(tokens, at, CLOSERS);

/** A word all in capitals: "PLAN", "A". */
export function isCaps(tokens: Tokens, at: number): boolean {
  if (!isKind(tokens, at, TOKEN_KIND.word) || isSmall(tokens.text.charCodeAt(tokens.start[at]!))) return false;
  const word = textAt(tokens, at);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A small letter of ASCII: most words are told by their first. */
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** A word that begins with a capital: "Plan", "PLAN". */
export function isCapitalised(tokens: Tokens, at: number): boolean {
  if (!isKind(tokens, at, TOKEN_KIND.word)) return false;
  const code = tokens.text.charCodeAt(tokens.start[at]!);
  if (code < 128) return isCapital(code);
  const first = String.fromCodePoint(tokens.text.codePointAt(tokens.start[at]!)!);
  return first !== first.toLowerCase();
}

export const isLowerCase = (tokens: Tokens, at: number): boolean => isKind(tokens, at, TOKEN_KIND.word) && !isCapitalised(tokens, at);

const lengthOf = (tokens: Tokens, at: number): number => (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);

/** A single letter: "A", "x". */
export const isLetter = (tokens: Tokens, at: number): boolean => isKind(tokens, at, TOKEN_KIND.word) && lengthOf(tokens, at) === 1;

/** A whole number of one or two digits, as items of a list carry. */
export const isItemNumber = (tokens: Tokens, at: number): boolean => isKind(tokens, at, TOKEN_KIND.number) && lengthOf(tokens, at) <= 2;

/**
 * The token after the list marker that starts at `at` ("1.", "2)", "(3)", "#4", "a.", "-", "•"), or `at` itself where none does.
 * Letters and bullets count only at the start of a line.
 */
export function afterMarker(tokens: Tokens, at: number): number {
  if (startsLine(tokens, at)) {
    const bullet = afterBullet(tokens, at);
    if (bullet > at) return endsLine(tokens, bullet) ? at : afterNumber(tokens, bullet);
  }
  return afterNumber(tokens, at);
}

function afterBullet(tokens: Tokens, at: number): number {
  if (isSign(tokens, at, BULLETS)) return isSign(tokens, at + 1, BULLETS) ? at : at + 1;
  if (signAt(tokens, at) === '#' && !isItemNumber(tokens, at + 1)) return at + 1;
  return isLetter(tokens, at) && isSign(tokens, at + 1, '.)') && hasGapBefore(tokens, at + 2) && !endsLine(tokens, at + 2) ? at + 2 : at;
}

function afterNumber(tokens: Tokens, at: number): number {
  if (isSign(tokens, at - 1, '/-') && !hasGapBefore(tokens, at) && !startsLine(tokens, at - 1)) return at;
  if (isSign(tokens, at, '(') && isItemNumber(tokens, at + 1) && signAt(tokens, at + 2) === ')') return at + 3;
  if (signAt(tokens, at) === '#' && isItemNumber(tokens, at + 1)) return isSign(tokens, at + 2, '.):') ? at + 3 : at + 2;
  if (!isItemNumber(tokens, at) || !isSign(tokens, at + 1, '.)') || hasGapBefore(tokens, at + 1)) return at;
  return isSign(tokens, at + 2, ',') && !hasGapBefore(tokens, at + 2) ? at + 3 : at + 2;
}

// Words of the lexicon → a piece of a regular expression. In: words. Out: source text in which every character stands for itself,
// blanks stand for one to three of any, and longer words come first. Every repetition here and in the detectors is bounded: linear time.

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ +/g, '\\s{1,3}');

/** `["ss #", "ssn"]` → `(?:ss\s{1,3}#|ssn)`. */
export const anyOf = (words: readonly string[]): string => `(?:${[...words].sort((one, other) => other.length - one.length).map(escape).join('|')})`;

/** Between a cue and its value: a colon, a number sign, an equals sign, a dash, blanks. */
export const GAP = '[\\s:#=.,-]{0,6}';

/** Letters and digits of a word, for a character class; plain ranges, because the classes of Unicode cost several times as much. */
const WORD = 'A-Za-z0-9\\u00c0-\\u024f';

/** Nothing of a word follows. */
export const END = `(?![${WORD}])`;
/** A capital, and the rest of a name. */
export const CAPITAL = 'A-Z\\u00c0-\\u00de';
export const LETTERS = 'A-Za-z\\u00c0-\\u024f\'’';

const INSIDE = new RegExp(`[${WORD}]`);

/** The matches that do not begin inside a word. To look behind each match is cheaper than to look behind each character. */
export function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of text.matchAll(pattern)) {
    if (match.index === 0 || !INSIDE.test(text.charAt(match.index - 1))) yield match;
  }
}

/** The text in lower case, of the same length, so that patterns need not look at both cases. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

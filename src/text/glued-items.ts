// Finds list numbers that lost the space or line break before them: "DIAGNOSES1. Strain", "at L4-5.2. Strain", "in 2005.2. Strain".
// In: the text and a word or number as the tokeniser cut it. Out: where it ought to end. Looks at a few characters only.

const GLUED_TO_WORD = /^\p{L}{4,}(?=\d{1,2}$)/u;
const GLUED_TO_NUMBER = /^\d+(?=\.\d{1,2}$)/;
const LONGEST = 40;

/** The end of the word in `from`…`to` without a list number that is glued to it; `to` where there is none. */
export function endWithoutItem(text: string, from: number, to: number): number {
  if (to - from > LONGEST || !isItemSign(text, to)) return to;
  const word = text.slice(from, to);
  const rest = GLUED_TO_WORD.exec(word) ?? (standsAfterNumber(text, from, word) ? GLUED_TO_NUMBER.exec(word) : null);
  return rest ? from + rest[0].length : to;
}

/** A stop or bracket that closes a list number, with text behind it. */
const isItemSign = (text: string, at: number): boolean => (text[at] === '.' || text[at] === ')') && /^[\s\p{L}]/u.test(text.slice(at + 1, at + 3));

/** A year, or the second half of a range or date, is no whole part of a decimal. */
const standsAfterNumber = (text: string, from: number, word: string): boolean => /^\d{4}\./.test(word) || text[from - 1] === '-' || text[from - 1] === '/';

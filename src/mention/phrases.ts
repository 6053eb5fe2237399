// Lists of short forms made ready for look-up on a line's words.
// In: forms from lexicons/recognisers.json. Out: where one of them starts or ends. It knows no words itself.
import { normalize } from '../text/normalize.ts';
import { tokenize } from '../text/tokenize.ts';

/** Forms by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The words of one sentence, by token index; `from` and `to` bound what may be read. */
export interface WordRow { readonly from: number; readonly to: number; readonly wordAt: (at: number) => string }

const HYPHEN = '-';
const SOFT = new Set([HYPHEN, '\n']);

/** Cuts forms into words with the tokeniser of the notes. */
export function makePhrases(forms: readonly string[]): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const form of forms) {
    const words = wordsOf(form);
    const first = words[0];
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return phrases;
}

function wordsOf(form: string): readonly string[] {
  const { count, start, end } = tokenize(form, () => -1);
  const words = Array.from({ length: count }, (_, at) => normalize(form.slice(start[at], end[at])));
  return words.length === 1 ? words : words.filter((word) => word !== HYPHEN);
}

/** The end of the longest form that starts at `at`, or -1; hyphens and line breaks between its words do not count. */
export function phraseEnd(row: WordRow, at: number, phrases: Phrases, limit = row.to): number {
  const forms = phrases.get(row.wordAt(at));
  if (!forms) return -1;
  let longest = -1;
  for (const words of forms) longest = Math.max(longest, matchEnd(row, at, { words, limit }));
  return longest;
}

function matchEnd(row: WordRow, from: number, { words, limit }: { readonly words: readonly string[]; readonly limit: number }): number {
  let at = from;
  for (const word of words) {
    while (at > from && at < limit && row.wordAt(at) !== word && SOFT.has(row.wordAt(at))) at++;
    if (at >= limit || row.wordAt(at) !== word) return -1;
    at++;
  }
  return at;
}

/** The start of a form that ends just before `end`, or -1. */
export function phraseStart(row: WordRow, end: number, phrases: Phrases): number {
  for (let at = Math.max(row.from, end - 5); at < end; at++) {
    if (phraseEnd(row, at, phrases, end) === end) return at;
  }
  return -1;
}

/** Whether one of the forms stands within `from` to `to` of the row. */
export function hasPhrase(row: WordRow, phrases: Phrases, from = row.from, to = row.to): boolean {
  if (phrases.size === 0) return false;
  const limit = Math.min(to, row.to);
  for (let at = Math.max(from, row.from); at < limit; at++) {
    if (phraseEnd(row, at, phrases, limit) >= 0) return true;
  }
  return false;
}

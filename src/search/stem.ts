// The adapter of natural's stemmer: words that differ only in their ending have one stem.
// In: a lower-case word. Out: its stem, remembered. A deep import: the root of the package loads data bases and prints.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const known = new Map<string, string>();

/** The Porter stem of a word of letters ("fractures" → "fractur"); what holds a digit stays as it is. */
export function stemOf(word: string): string {
  const stem = known.get(word) ?? (/\d/.test(word) ? word : porter.stem(word));
  known.set(word, stem);
  return stem;
}

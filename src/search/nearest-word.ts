// The known word that an unknown one is a slip for.
// In: a word that no text of the book has. Out: the nearest known word, or none. Short words are taken as they are written.
import { editsBetween } from '../mention/natural-distance.ts';
import type { Corpus } from './corpus.ts';

/** Edits that a word may be away: none up to 3 letters, 1 up to 5, then 2. */
const allowance = ({ length }: string): number => length <= 3 ? 0 : length <= 5 ? 1 : 2;

/** One bit for each letter in the word: two words that differ in many letters need no closer look. */
const letters = (word: string): number => [...word].reduce((bits, letter) => bits | 1 << (letter.charCodeAt(0) - 97 & 31), 0);

const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** The nearest word: fewest edits, then the same first letter, then the one in most texts, then by its letters. */
export function nearestWord(word: string, { words, postings }: Corpus): string | undefined {
  const most = allowance(word);
  if (most === 0 || /\d/.test(word)) return undefined;
  const mask = letters(word);
  const near = [...words.keys()].filter((known) => known.length > 3 && Math.abs(known.length - word.length) <= most && bitsIn(letters(known) ^ mask) <= 2 * most);
  const graded = near.map((known) => ({ known, edits: editsBetween(word, known), first: known[0] === word[0] ? 0 : 1, texts: postings[words.get(known)!]!.length })).filter(({ edits }) => edits <= most);
  const [best] = graded.sort((a, b) => a.edits - b.edits || a.first - b.first || b.texts - a.texts || (a.known < b.known ? -1 : 1));
  return best?.known;
}

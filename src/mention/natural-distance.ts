// The one adapter of the package natural: how far two words lie apart, and how a word sounds.
// In: lower-case words of letters. Out: edits (a swap of neighbours is one), a key of the sound. Deep imports only: the root
// of the package loads data bases and prints.
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';
import DoubleMetaphone from 'natural/lib/natural/phonetics/double_metaphone.js';

const metaphone = new DoubleMetaphone();

/** Edits between two words: insertion, deletion, substitution, swap of neighbours. */
export const editsBetween = (one: string, other: string): number => levenshtein.DamerauLevenshteinDistance(one, other, { restricted: true });

/** The sound of a word as an English reader says it: words of one sound have one key. */
export const soundOf = (word: string): string => metaphone.process(word)[0];

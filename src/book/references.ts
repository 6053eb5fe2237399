// The codes that a note of the Tabular List names, read from its words: "sciatica with lumbago (M54.4-)" names everything under M54.4.
// In: the text of one note. Out: ranges of codes, none where the note names none. Sources: the forms that the official files have.
import type { CodeRange } from './book.ts';

const CODE = '[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{0,4})?';
/**
 * A code, maybe open to the right ("M51.1-", "M51.1.-"), maybe the first of a range ("M43.3-M43.5X9"), maybe narrowed to some of its
 * subdivisions ("M51.- with fifth character 6", "I69. with final characters -20", "T36-T65 with fifth or sixth character 1-4 or 6").
 */
const REFERENCE = new RegExp(`\\b(${CODE})\\.?-?(?:(?:-|–| to )(${CODE})\\.?-?)?(?![0-9A-Za-z])(?: with ((?:fourth|fifth|six(?:th)?|final)(?: or (?:fifth|six(?:th)?))?) characters? ([-0-9A-Z, ]+(?: or -?[0-9A-Z]+)*))?`, 'g');
const PLACES: Readonly<Record<string, number>> = { fourth: 4, fifth: 5, six: 6, sixth: 6 };

const withoutDot = (code: string): string => code.replace(/\.$/, '');

/** The codes that a note names, in order. */
export function readReferences(text: string): readonly CodeRange[] {
  return [...text.matchAll(REFERENCE)].map(([, first, last, places, characters]): CodeRange => ({
    first: withoutDot(first!), last: withoutDot(last ?? first!), ...(places && characters && { only: { places: placesOf(places), characters: charactersOf(characters) } }),
  }));
}

const placesOf = (words: string): readonly number[] => words.split(' or ').flatMap((word) => PLACES[word] ?? []);

/** "1-4 or 6" → 1, 2, 3, 4, 6; "-20" → 20. */
const charactersOf = (words: string): readonly string[] => words.split(/,| or /).flatMap((part) => {
  const [, from, to] = /^(\d)-(\d)$/.exec(part.trim()) ?? [];
  if (from === undefined || to === undefined) return part.trim().replace(/^-/, '') || [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at));
});

/** True when the code lies in the range; what stands below its ends lies in it too. */
export function inRange(code: string, { first, last, only }: CodeRange): boolean {
  if (code < first || !(code <= last || code.startsWith(last))) return false;
  if (!only) return true;
  const { places, characters } = only;
  if (places.length === 0) return characters.some((end) => code.endsWith(end));
  const plain = code.replace('.', '');
  return places.some((place) => characters.includes(plain.charAt(place - 1)));
}

/** True when one of the ranges holds the code. */
export const inRanges = (code: string, ranges: readonly CodeRange[]): boolean => ranges.some((range) => inRange(code, range));

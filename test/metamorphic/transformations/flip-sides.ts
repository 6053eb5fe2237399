// Left becomes right and right left: values, evidence and codes mirror; what has no side stays.
import type { Knowledge, Report } from '../../../src/index.ts';
import { codesOf, differences, factsOf, queriesOf } from '../compare.ts';
import type { Subject, Transformation } from '../transformation.ts';

const PAIRS: readonly (readonly [string, string])[] = [['left', 'right'], ['lt', 'rt'], ['lle', 'rle'], ['lue', 'rue'], ['l', 'r'], ['levoscoliosis', 'dextroscoliosis']];
const FLIPPED = new Map(PAIRS.flatMap(([one, other]) => [[one, other], [other, one]] as const));
/** A letter beside a slash or hyphen is a part of something longer ("b/l", "L-spine"). */
const SIDE_WORD = /(?<![\p{L}\p{N}])(left|right|lt|rt|lle|rle|lue|rue|(?<!\/)[lr](?![/-]))(?![\p{L}\p{N}]|'s)/giu;
const VALUES: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

const asWritten = (word: string, like: string): string =>
  like === like.toUpperCase() ? word.toUpperCase() : like.charAt(0) === like.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const flip = (text: string): string => text.replace(SIDE_WORD, (word) => asWritten(FLIPPED.get(word.toLowerCase()) as string, word));

/**
 * Every side word is read as a side and every side is told by one, since "left" is a verb too, and "right" an adverb. A side word
 * in the name of a problem may belong to the name ("right heart strain").
 */
function everySideIsRead({ note, report }: Subject): boolean {
  const sided = report.mentions.filter(({ axis, attributes }) => axis === 'laterality' || attributes?.['side']);
  const words = [...note.text.matchAll(SIDE_WORD)];
  const standsIn = (index: number, axes: readonly string[]): boolean => report.mentions.some(({ start, end, axis }) => start <= index && index < end && axes.includes(axis));
  const isRead = words.every(({ index }) => standsIn(index, ['laterality', 'radiation']) && !standsIn(index, ['problem']));
  const isTold = sided.every(({ text, value, attributes }) => value === 'bilateral' || attributes?.['side'] === 'bilateral' || flip(text) !== text);
  return words.length > 0 && isRead && isTold;
}

const mirrors = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

/** Code → the code with the other side, by the codes' own titles. */
function mirrorOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const known = mirrors.get(knowledge);
  if (known) return known;
  const byTitle = new Map([...knowledge.codes.values()].map(({ code, title, category }) => [`${category} ${title}`, code]));
  const mirror = new Map([...knowledge.codes.values()].map(({ code, title, category }) => [code, byTitle.get(`${category} ${flip(title)}`) ?? code]));
  mirrors.set(knowledge, mirror);
  return mirror;
}

const mirrorCodes = (report: Report, knowledge: Knowledge): string[] =>
  codesOf(report).map((entry) => entry.replace(/^\S+/, (code) => mirrorOf(knowledge).get(code) ?? code)).sort();

export const flipSides: Transformation = {
  name: 'flip left and right', rule: 'codes and values take the other side, everything else stays', most: 1,
  applies: everySideIsRead,
  change: ({ note }) => [{ note: { ...note, text: flip(note.text) }, about: 'flipped' }],
  expect: ({ report, knowledge }, after) => [
    ...differences('codes', mirrorCodes(report, knowledge), codesOf(after)),
    ...differences('facts', factsOf(report).map((fact) => fact.replace(/^laterality (\w+)/, (_whole, side: string) => `laterality ${VALUES[side] ?? side}`)), factsOf(after)),
    ...differences('queries', queriesOf(report), queriesOf(after)),
  ],
};

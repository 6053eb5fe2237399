// Excludes1 read from the printed notes a second time, without the code of src/book: the yardstick for the edits.
// In: the tabular lines of the lexicons. Out: whether one code excludes another, by any note printed above it.
import type { TabularLine, TabularReading } from '../../src/lexicon/schema-book.ts';

const plain = (code: string): string => code.replace('.', '');

/** "M54.3-M54.4" → every code that begins at or after the first and not after the last. */
function named(text: string): readonly (readonly [string, string])[] {
  const bracketed = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, inside]) => inside!).join(',');
  return (bracketed || text).split(/[,;]|\band\b/).flatMap((part) => {
    const [, first, last] = /([A-Z]\d[\dA-Z](?:\.[\dA-Z]*)?)\.?-?(?:\s*(?:-|to)\s*([A-Z]\d[\dA-Z](?:\.[\dA-Z]*)?))?/.exec(part) ?? [];
    return first === undefined ? [] : [[plain(first), plain(last ?? first)] as const];
  });
}

/** A function that tells whether the notes above `code` exclude `other`. */
export function readExcludes1(lines: readonly TabularLine[], readings: readonly TabularReading[]): (code: string, other: string) => boolean {
  const excluding = lines.flatMap(({ code, range, excludes1 }) => (excludes1 ?? []).flatMap((text) => {
    const meant = readings.find((reading) => reading.at === code && reading.note === text)?.codes.join(',') ?? text;
    const [first, last] = range ?? (code.includes('-') ? code.split('-') as [string, string] : [code, code]);
    return named(meant).map(([from, to]) => ({ first: plain(first), last: plain(last), from, to }));
  }));
  const within = (code: string, first: string, last: string): boolean => code >= first && (code <= last || code.startsWith(last));
  return (code, other) => excluding.some(({ first, last, from, to }) => within(plain(code), first, last) && within(plain(other), from, to));
}

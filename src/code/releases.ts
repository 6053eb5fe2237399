// ICD-10-CM releases: which one is in force on a date of service, and which code stood where another stands today.
import { isValidOn, titledOn } from '../lexicon/code-life.ts';
import type { CodeEntry, Knowledge } from '../lexicon/knowledge.ts';

export interface CodeSet { readonly release: string; readonly date: string }

/** The release in force on the date of service; without a date the newest one, on its first day. */
export function codeSetOf(date: string | undefined, { manifest: { releases } }: Knowledge): CodeSet {
  if (date === undefined) {
    const newest = releases.at(-1)!;
    return { release: newest.release, date: newest.from };
  }
  return { release: (releases.findLast(({ from }) => from <= date) ?? releases[0]!).release, date };
}

/** The valid code on a date, with its title of that date: the code itself, or the one that stood in its place before. Undefined when the code set had none. */
export function codeOn(code: string, date: string, { codes }: Knowledge): CodeEntry | undefined {
  let entry = codes.get(code);
  while (entry && !isValidOn(entry, date)) entry = entry.before === undefined || entry.before === entry.code ? undefined : codes.get(entry.before);
  return entry && titledOn(entry, date);
}

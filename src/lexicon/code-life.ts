// The life of a code: from when until when it is valid, and what it was called on a date.
// In: the entry of a code and an ISO date. Not its job: which code takes the place of another (code/releases.ts).
import type { CodeEntry } from './knowledge.ts';

/** From its first day on, until the day before its end. */
export const isValidOn = ({ from, until }: CodeEntry, date: string): boolean => (from ?? '') <= date && (until === undefined || date < until);

/** The code with the title that it had on a date. */
export function titledOn(entry: CodeEntry, date: string): CodeEntry {
  const then = entry.titles?.find(({ until }) => date < until);
  return then ? { ...entry, title: then.title } : entry;
}

// Who does something and when: given by the shell, so that the store has no clock and no user of its own. Also the check of words that people type.
import { StoreError } from './error.ts';

export interface Stamp {
  /** ISO 8601 with time zone. */
  readonly now: string;
  readonly actor: string;
}

const LONGEST = 10_000;

/** The stamp with its time in UTC and milliseconds. */
export function checkStamp({ now, actor }: Stamp): Stamp {
  const time = new Date(now);
  if (Number.isNaN(time.getTime())) throw new StoreError('usage', `${now}: is not a time; write it as 2026-11-20T10:00:00Z`);
  return { now: time.toISOString(), actor: checkWords(actor, 'who does this (--by)') };
}

/** Words as they can be stored: not blank, not endless, no NUL; a lone surrogate becomes U+FFFD, as in UTF-8. */
export function checkWords(words: string, what: string): string {
  if (words.trim() === '') throw new StoreError('usage', `${what}: is empty; write it out`);
  if (words.length > LONGEST) throw new StoreError('usage', `${what}: is longer than ${LONGEST} characters; shorten it`);
  if (words.includes('\0')) throw new StoreError('usage', `${what}: holds a NUL character; take it out`);
  return words.replace(/\p{Surrogate}/gu, '\ufffd');
}

// E-mail addresses, web addresses, street addresses. In: the words of the lexicon. Out: a detector.
import type { PhiWords } from '../lexicon/schema-phi.ts';
import type { Detector } from './identifier.ts';
import { anyOf, CAPITAL, END, LETTERS, matchesIn } from './word-pattern.ts';

const LOCAL = /[A-Za-z0-9._%+-]/;
const LONGEST_LOCAL = 64;
const DOMAIN = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}/y;
const URL = /(?:https?:\/\/|www\.)[^\s<>"'\]]{3,300}/gi;

/** A detector of addresses. */
export function detectAddresses({ streets, states }: PhiWords): Detector {
  const capitalised = streets.flatMap((word) => [word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]);
  const name = `(?:(?![AP]M\\b)[${CAPITAL}][${LETTERS}]{1,20}|\\d{1,3}(?:st|nd|rd|th))`;
  const street = new RegExp(`(?<![.,/-])\\d{1,6}[A-Z]?\\s(?:[NSEW]{1,2}\\.?\\s)?(?:${name}\\s){1,3}${anyOf(capitalised)}${END}`, 'g');
  const place = new RegExp(`[${CAPITAL}][${LETTERS}]{2,20},?\\s${anyOf(states)}\\.?,?\\s\\d{5}(?:-\\d{4})?${END}`, 'g');
  return (text, tell) => {
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const found = emailAt(text, at);
      if (found) tell({ category: 'email', ...found });
    }
    for (const match of matchesIn(text, URL)) tell({ category: 'url', start: match.index, end: match.index + match[0].length });
    for (const pattern of [street, place]) {
      for (const match of matchesIn(text, pattern)) tell({ category: 'address', start: match.index, end: match.index + match[0].length });
    }
  };
}

function emailAt(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--;
  DOMAIN.lastIndex = at + 1;
  const domain = start < at ? DOMAIN.exec(text) : null;
  return domain ? { start, end: DOMAIN.lastIndex } : undefined;
}

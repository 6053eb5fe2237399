// A code that the book has not: why not, and which codes to look at instead.
// In: what was typed, as a code. Out: the reason with sentences. It guesses no meaning.
import type { CodeBook } from '../book/book.ts';
import { foreignCode } from '../code/edits/validity.ts';
import type { CodeEntry, Knowledge } from '../lexicon/knowledge.ts';
import type { Listed, UnknownCode } from './description.ts';
import { tellHistory } from './tell-history.ts';

const CODE = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;
/** Three digits, then up to two more: ICD-9-CM, in force until 2015-09-30. */
const OLD_CODE = /^\d{3}(?:\.\d{1,2})?$/;

type Why = Pick<UnknownCode, 'reason' | 'says' | 'instead'>;

const listed = (entries: readonly Listed[]): readonly Listed[] => entries.map(({ code, title, billable }) => ({ code, title, billable }));

function outOfRelease(entry: CodeEntry, { book, knowledge, date }: Shelf): Why {
  const { says, after, before } = tellHistory(entry.code, knowledge);
  const isFuture = (entry.from ?? '') > date;
  const others = (isFuture ? before : after).flatMap(({ code }) => book.entry(code) ?? []);
  return { reason: isFuture ? 'not-yet' : 'expired', says: [`${entry.code} ${entry.title} is not valid in ${book.release}.`, ...says], instead: listed(others) };
}

function noSuchCode(code: string, { book }: Shelf): Why {
  const header = book.lineage(code).find(({ level }) => level === 'code');
  const below = header ? book.codes.filter((entry) => entry.billable && entry.code.startsWith(header.code)).slice(0, 12) : [];
  return { reason: 'no-such-code', says: [`${book.release} has no code ${code}.`, ...(header ? [`The nearest header is ${header.code} ${header.title}.`] : [])], instead: listed(below) };
}

const notCovered = (code: string): Why => ({
  reason: 'not-covered', instead: [],
  says: [`${code.slice(0, 3)} is not among the families that lumbago carries.`, 'Import an official release to look up every code: lumbago codeset import FILE…'],
});

export interface Shelf { readonly book: CodeBook; readonly knowledge: Knowledge; readonly date: string }

function whyUnknown(code: string, shelf: Shelf): Why {
  const { book, knowledge } = shelf;
  const foreign = foreignCode(code, knowledge);
  if (foreign && !knowledge.codes.has(code)) return { reason: OLD_CODE.test(code) ? 'icd-9' : 'no-such-code', says: [`${code} is ${foreign.title} in ${foreign.system}; ${foreign.because}.`], instead: listed(foreign.instead.flatMap((one) => book.entry(one) ?? [])) };
  if (OLD_CODE.test(code)) return { reason: 'icd-9', says: [`${code} looks like an ICD-9-CM code; ICD-10-CM took its place on ${knowledge.manifest.releases[0]!.from}.`, 'Look for its words: lumbago search WORDS'], instead: [] };
  if (!CODE.test(code)) return { reason: 'malformed', says: [`${code} has not the form of an ICD-10-CM code: a letter, a digit, a letter or digit, then a dot and up to four more.`], instead: [] };
  const entry = knowledge.codes.get(code);
  if (entry) return outOfRelease(entry, shelf);
  const covered = book.whole || book.codes.some((one) => one.code.startsWith(code.slice(0, 3)));
  return covered ? noSuchCode(code, shelf) : notCovered(code);
}

/** Why the book has no such code. */
export const describeUnknown = (code: string, shelf: Shelf): UnknownCode => ({ known: false, code, release: shelf.book.release, ...whyUnknown(code, shelf) });

// `lumbago explain`: everything a book and the lexicons say of one code, header, block or chapter.
// In: a code as typed, a book, Knowledge, the date. Out: a description, or why there is none. Not its job: notes of patients.
import type { CodeBook, TabularEntry } from '../book/book.ts';
import { describeUnknown, type Shelf } from './describe-unknown.ts';
import type { CodeAxis, CodeDescription, HeldNote, Listed, UnknownCode } from './description.ts';
import { listAxes } from './list-axes.ts';
import { listIndexPaths } from './list-index-paths.ts';
import { listNeighbours } from './list-neighbours.ts';
import { listSevenths } from './list-sevenths.ts';
import { readCharacters } from './read-characters.ts';
import { codesUnder, readCode } from './read-code.ts';
import { tellHistory } from './tell-history.ts';

const listed = ({ code, title, billable }: TabularEntry): Listed => ({ code, title, billable });

const notesOf = (code: string, book: CodeBook): readonly HeldNote[] => book.notes(code).map(({ kind, text, at }) => ({ kind, text, at, inherited: at !== code }));

/** The axes of a code; those of a header are the ones that choose between the codes below it. */
function axesFor(entry: TabularEntry, { book, knowledge, date }: Shelf): readonly CodeAxis[] {
  if (entry.billable) return listAxes(entry.code, date, knowledge);
  const below = book.codes.filter(({ billable, code }) => billable && code.startsWith(entry.code));
  const axes = below.map(({ code }) => listAxes(code, date, knowledge)).find((list) => list.length > 0) ?? [];
  const leadsBelow = ({ options }: CodeAxis): boolean => options.filter(({ codes }) => codes.some((code) => code.startsWith(entry.code))).length > 1;
  return axes.filter(leadsBelow).map(({ axis, label, options }) => ({ axis, label, options }));
}

/**
 * Describes a code of the book, typed with or without its dot, in any case, with or without "-" at its end: "m5442", "M54.4-".
 * Headers, blocks ("M50-M54") and chapters ("13") are described too.
 */
export function describeCode(input: string, shelf: Shelf): CodeDescription | UnknownCode {
  const { book, knowledge } = shelf;
  const code = readCode(input, book);
  const entry = book.entry(code);
  if (!entry) return describeUnknown(code, shelf);
  const isCode = entry.level === 'code';
  const axes = isCode ? axesFor(entry, shelf) : [];
  const history = tellHistory(code, knowledge);
  const sevenths = isCode ? listSevenths(code, book) : undefined;
  return {
    known: true, ...listed(entry), level: entry.level, release: book.release,
    lineage: [...book.lineage(code)].reverse().map(({ code: at, title }) => ({ code: at, title })),
    characters: isCode ? readCharacters(code, book) : [],
    notes: notesOf(code, book), ...(sevenths && { sevenths }), axes,
    index: isCode ? listIndexPaths(code, history.after.map((one) => one.code), book) : [],
    history,
    neighbours: isCode ? listNeighbours(code, axes, book) : [],
    below: entry.billable ? [] : (isCode ? codesUnder(code, book) : book.children(code)).map(listed),
  };
}

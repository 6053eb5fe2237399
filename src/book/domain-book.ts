// The code book of lumbago's own families, from the lexicons: what a coder finds without importing a release.
// In: Knowledge and a date. Out: a CodeBook of the codes valid on that date, with headers, notes and index lines.
import { isValidOn, titledOn } from '../lexicon/code-life.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { IndexTerm, TabularLine } from '../lexicon/schema-book.ts';
import { NOTE_KINDS, type CodeBook, type IndexLine, type TabularEntry } from './book.ts';
import { createBook, type Readings } from './create-book.ts';

export interface ReleaseDay { readonly release: string; readonly date: string }

function notesOf(line: TabularLine): Pick<TabularEntry, 'notes' | 'sevenths' | 'range'> {
  const notes = Object.fromEntries(NOTE_KINDS.flatMap((kind) => line[kind] ? [[kind, line[kind]]] : []));
  return { ...(Object.keys(notes).length && { notes }), ...(line.sevenths && { sevenths: line.sevenths }), ...(line.range && { range: line.range }) };
}

/** Codes valid on the date and the headers above them, in tabular order. */
function entriesOn(date: string, { codes, tabular }: Knowledge): readonly TabularEntry[] {
  const lines = new Map(tabular.map((line) => [line.code, line]));
  const valid = [...codes.values()].filter((entry) => isValidOn(entry, date)).map((entry) => titledOn(entry, date));
  const billable = valid.map(({ code, title }): TabularEntry => ({ code, title, level: 'code', billable: true, ...(lines.has(code) && notesOf(lines.get(code)!)) }));
  const above = new Set(valid.flatMap(({ code }) => Array.from({ length: code.length - 3 }, (_, at) => code.slice(0, at + 3))));
  const known = new Set(billable.map(({ code }) => code));
  const headers = tabular.filter(({ code, title }) => title !== undefined && !known.has(code)).map((line): TabularEntry => ({
    code: line.code, title: line.title!, level: line.level ?? 'code', billable: false, ...notesOf(line),
  }));
  const kept = headers.filter(({ code, level }) => level !== 'code' || above.has(code));
  return [...billable, ...kept].sort((a, b) => a.code < b.code ? -1 : 1);
}

const linesOf = (terms: readonly IndexTerm[], above: readonly string[] = []): readonly IndexLine[] => terms.flatMap(({ term, terms: below = [], ...line }) => {
  const path = [...above, term];
  const { modifiers, code, see, seeAlso } = line;
  return [{ path, ...(modifiers && { modifiers }), ...(code && { code }), ...(see && { see }), ...(seeAlso && { seeAlso }) }, ...linesOf(below, path)];
});

/** What notes mean that name no code, for any book. */
export const readingsOf = ({ readings }: Knowledge): Readings => new Map(readings.map(({ at, note, codes }) => [`${at} ${note}`, codes.join(', ')]));

const books = new WeakMap<Knowledge, Map<string, CodeBook>>();

/** The index is read when it is first asked for: most notes never do. */
function makeBook({ release, date }: ReleaseDay, knowledge: Knowledge): CodeBook {
  let index: readonly IndexLine[] | undefined;
  return createBook({ release, whole: false, entries: entriesOn(date, knowledge), get index() { return index ??= linesOf(knowledge.index); } }, readingsOf(knowledge));
}

/** The book of the release in force; the same object for every call with the same knowledge and release. */
export function domainBook({ release, date }: ReleaseDay, knowledge: Knowledge): CodeBook {
  const known = books.get(knowledge) ?? new Map<string, CodeBook>();
  books.set(knowledge, known);
  if (!known.has(release)) known.set(release, makeBook({ release, date }, knowledge));
  return known.get(release)!;
}

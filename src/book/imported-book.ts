// The book of an imported release: its own codes, notes and index, and where it brings none, those that lumbago carries.
// In: the content of a release, and the book of the families on the same date. Out: a CodeBook. It reads no file.
import { NOTE_KINDS, type BookSource, type CodeBook, type TabularEntry } from './book.ts';
import { createBook, type Readings } from './create-book.ts';

const hasNotes = ({ entries }: BookSource): boolean => entries.some(({ notes }) => notes !== undefined && NOTE_KINDS.some((kind) => notes[kind]));

/** An order file tells codes and titles alone: the notes printed in lumbago's families are laid over it. */
function layNotes(entries: readonly TabularEntry[], domain: CodeBook): readonly TabularEntry[] {
  const noted = entries.map((entry) => {
    const own = domain.entry(entry.code);
    return own?.notes || own?.sevenths ? { ...entry, ...(own.notes && { notes: own.notes }), ...(own.sevenths && { sevenths: own.sevenths }) } : entry;
  });
  const known = new Set(entries.map(({ code }) => code));
  return [...domain.divisions.filter(({ code }) => !known.has(code)), ...noted];
}

/** The book of a release that holds codes; `domain` lends notes and index lines that the release has none of. */
export function importedBook(source: BookSource, domain: CodeBook, readings: Readings): CodeBook {
  const entries = hasNotes(source) ? source.entries : layNotes(source.entries, domain);
  return createBook({ ...source, entries, index: source.index.length ? source.index : domain.index }, readings);
}

// The codes under the same header, and what separates each from this one.
// In: a code, its axes, the book. Out: neighbours in tabular order: the axis value that leads to each, else the words in which the titles differ.
import type { CodeBook, TabularEntry } from '../book/book.ts';
import { addedWords } from './added-words.ts';
import type { CodeAxis, Neighbour } from './description.ts';
import { codesUnder } from './read-code.ts';

function differs(one: TabularEntry, code: string, { axes, book }: { readonly axes: readonly CodeAxis[]; readonly book: CodeBook }): string {
  for (const { label, options } of axes) {
    const option = options.find(({ codes }) => codes.length === 1 && codes[0] === one.code);
    if (option) return `${label}: ${option.label}`;
  }
  return addedWords(book.entry(code)!.title, one.title);
}

/** Everything that stands under the same header as the code. */
export function listNeighbours(code: string, axes: readonly CodeAxis[], book: CodeBook): readonly Neighbour[] {
  const header = book.parent(code);
  if (header?.level !== 'code') return [];
  return codesUnder(header.code, book).filter((one) => one.code !== code).map((one) => ({ code: one.code, title: one.title, billable: one.billable, differs: differs(one, code, { axes, book }) }));
}

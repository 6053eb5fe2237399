// The task of finding codes by words, apart from the others: the search library is loaded when someone searches.
import { domainBook } from '../../book/domain-book.ts';
import { codeSetOf } from '../../code/releases.ts';
import { findCodes } from '../../find-codes.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { Tasks } from './tasks.ts';

/** The ten nearest codes of the release in force on the date. */
export function searchForPage({ words, date }: Tasks['search']['in'], knowledge: Knowledge): Tasks['search']['out'] {
  const codeSet = codeSetOf(date, knowledge);
  return findCodes(words, { book: domainBook(codeSet, knowledge), knowledge, date: codeSet.date });
}

// The code book that commands look things up in: of the release in force on a date.
import type { CodeBook } from '../book/book.ts';
import { domainBook } from '../book/domain-book.ts';
import { codeSetOf } from '../code/releases.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';

/** The book of the release in force on the date; without a date, of the newest. */
export async function openBook(date: string | undefined, knowledge: Knowledge): Promise<CodeBook> {
  return domainBook(codeSetOf(date, knowledge), knowledge);
}

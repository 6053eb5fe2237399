// The one place where commands get a code book: lumbago's own families on a date.
// In: a date of service, or none for the newest release. Out: a CodeBook.
import type { CodeBook } from '../book/book.ts';
import { domainBook } from '../book/domain-book.ts';
import { codeSetOf } from '../code/releases.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';

/** The book of the release in force on the date. */
export const openBook = async (date: string | undefined, knowledge: Knowledge): Promise<CodeBook> => domainBook(codeSetOf(date, knowledge), knowledge);

// A note as it is read: tokens, sections, sentences.
// In: the text as received and the book of the lexicons. Out: a Reading. Nothing of medicine is decided here.
import type { Reading } from '../types.ts';
import { findSections } from './find-sections.ts';
import { joinWraps } from './join-wraps.ts';
import { referBack } from './refer-back.ts';
import type { SectionBook } from './section-book.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenize } from './tokenize.ts';

export type { KnownHeader, SectionBook } from './section-book.ts';

/** Reads any text whatever, in linear time; offsets are UTF-16 code units into `text`. */
export function readNote(text: string, book: SectionBook): Reading {
  const tokens = tokenize(text, book.vocabulary.idOf, book.vocabulary);
  const sections = referBack(findSections(tokens, book), tokens, book);
  return joinWraps({ tokens, sections, sentences: splitSentences(tokens, sections, book) });
}

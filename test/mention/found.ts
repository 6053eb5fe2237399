// What the mention room finds in a text, as short strings that tests can compare.
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { findMentions, type MentionOptions } from '../../src/mention/find-mentions.ts';
import { readNote } from '../../src/text/read-note.ts';
import type { Mention, MentionAxis } from '../../src/types.ts';

export const knowledge = loadKnowledge();

/** The mentions of a text, with the words they stand on. */
export function mentionsOf(text: string, options: MentionOptions = {}): readonly (Mention & { readonly words: string })[] {
  const reading = readNote(text, knowledge.book);
  const { start, end } = reading.tokens;
  return findMentions(reading, knowledge, options).mentions.map((one) => ({ ...one, words: text.slice(start[one.from], end[one.to - 1]) }));
}

/** The values found on one axis, in order. */
export const valuesOf = (text: string, axis: MentionAxis, options: MentionOptions = {}): string[] =>
  mentionsOf(text, options).filter((one) => one.axis === axis).map(({ value }) => value);

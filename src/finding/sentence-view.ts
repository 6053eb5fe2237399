// One sentence with what stands in it, sorted into heads and modifiers: the table on which binding works.
// In: asserted mentions of the whole note. Out: a view per sentence that has a head or a modifier. It links nothing.
import { groupBy } from '../group.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { AssertedMention, MentionAxis, Range, Reading, Sentence, StopMatch } from '../types.ts';

const HEAD_AXES: readonly MentionAxis[] = ['problem', 'symptom', 'procedure'];

export interface SentenceView {
  readonly index: number;
  readonly sentence: Sentence;
  readonly heads: readonly AssertedMention[];
  /** Modifiers that may belong to a head of the sentence; those inside a head or inside a radiation are not among them. */
  readonly modifiers: readonly AssertedMention[];
  /** What a modifier may belong to: heads, and the sites and levels among the modifiers. */
  readonly bearers: readonly AssertedMention[];
  readonly stops: readonly StopMatch[];
  readonly mentions: readonly AssertedMention[];
}

export const isInside = (inner: Range, outer: Range): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** Mentions or stops by the sentence they stand in. */
export const bySentence = <T extends { readonly sentence: number }>(list: readonly T[]): ReadonlyMap<number, readonly T[]> =>
  groupBy(list, ({ sentence }) => sentence);

/** Views of all sentences with mentions, in order of position. */
export function viewSentences(reading: Reading, mentions: readonly AssertedMention[], stops: readonly StopMatch[]): readonly SentenceView[] {
  const stopsOf = bySentence(stops);
  return [...bySentence(mentions)].sort(([a], [b]) => a - b).map(([index, here]) => {
    const heads = here.filter(({ axis }) => HEAD_AXES.includes(axis));
    const covers = [...heads, ...here.filter(({ axis }) => axis === 'radiation')];
    const modifiers = here.filter((m) => !HEAD_AXES.includes(m.axis) && !covers.some((cover) => cover !== m && isInside(m, cover)));
    const bearers = [...heads, ...modifiers.filter(({ axis }) => axis === 'site' || axis === 'level')];
    return { index, sentence: reading.sentences[index]!, heads, modifiers, bearers, stops: stopsOf.get(index) ?? [], mentions: here };
  });
}

/** True when only joiners, articles and mentions stand between two ranges: they belong to one group ("neck and left low back"). */
export function areJoined(before: Range, after: Range, mentions: readonly Range[], place: { readonly reading: Reading; readonly knowledge: Knowledge }): boolean {
  const { norm } = place.reading.tokens;
  for (let at = before.to; at < after.from; at++) {
    const covered = mentions.some((m) => m.from <= at && at < m.to);
    if (!covered && !place.knowledge.joiners.has(norm[at]!) && !place.knowledge.articles.has(norm[at]!)) return false;
  }
  return true;
}

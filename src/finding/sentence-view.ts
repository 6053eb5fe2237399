// One sentence with what stands in it, sorted into heads and modifiers: the table on which binding works.
// In: asserted mentions of the whole note. Out: a view per sentence that has a head or a radiation. It links nothing.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { firstFrom } from '../scope/reach.ts';
import type { AssertedMention, MentionAxis, Range, Reading, Sentence, StopMatch } from '../types.ts';

const HEAD_AXES: readonly MentionAxis[] = ['problem', 'symptom', 'procedure'];

export interface SentenceView {
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

/** Views of all sentences that state something, in order of position. Mentions and stops are in order too. */
export function viewSentences(reading: Reading, mentions: readonly AssertedMention[], stops: readonly StopMatch[]): readonly SentenceView[] {
  const views: SentenceView[] = [];
  for (let from = 0, to = 0; from < mentions.length; from = to) {
    const index = mentions[from]!.sentence;
    while (mentions[to]?.sentence === index) to++;
    const here = mentions.slice(from, to);
    if (here.some(isStating)) views.push(viewOf(reading.sentences[index]!, here, stops));
  }
  return views;
}

const isHead = ({ axis }: AssertedMention): boolean => HEAD_AXES.includes(axis);
const isStating = (mention: AssertedMention): boolean => isHead(mention) || mention.axis === 'radiation';

function viewOf(sentence: Sentence, mentions: readonly AssertedMention[], stops: readonly StopMatch[]): SentenceView {
  const heads = mentions.filter(isHead);
  const covers = mentions.filter(isStating);
  const modifiers = mentions.filter((m) => !isHead(m) && !covers.some((cover) => cover !== m && isInside(m, cover)));
  const bearers = [...heads, ...modifiers.filter(({ axis }) => axis === 'site' || axis === 'level')];
  return { sentence, heads, modifiers, bearers, stops: stops.slice(firstFrom(stops, sentence.from), firstFrom(stops, sentence.to)), mentions };
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

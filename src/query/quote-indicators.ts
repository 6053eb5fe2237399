// The words that a query rests on, as phrases that a provider can read: "Rule out disc herniation at L5-S1", not three single words.
// In: evidence, cues among it, and the reading. Out: quotes in order of position, each word for word out of one sentence.
import { spanOf } from '../span.ts';
import type { Reading } from '../types.ts';
import type { Evidence } from '../wire.ts';

/** Words of one sentence that lie no further apart than this many code units are one quote. */
const NEAR = 40;

/** The role of words that only say how a statement is meant ("rule out", "is negative"). */
export const CUE = 'cue';

/** The index of the sentence that holds a code unit. */
function sentenceAt(at: number, reading: Reading): number {
  return reading.sentences.findLastIndex((sentence) => sentence.from < sentence.to && spanOf(reading, sentence).start <= at);
}

/** One quote over both; it keeps the role of what is no cue. */
function join(one: Evidence, other: Evidence, { tokens }: Reading): Evidence {
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
  return { ...(one.role === CUE ? other : one), start, end, text: tokens.text.slice(start, end) };
}

/** Joins what stands together. A cue that stands by no statement is left out. */
export function quoteIndicators(evidence: readonly Evidence[], reading: Reading): Evidence[] {
  const inOrder = [...evidence].sort((a, b) => a.start - b.start || b.end - a.end);
  const quotes = inOrder.reduce<{ readonly quote: Evidence; readonly sentence: number }[]>((done, one) => {
    const last = done.at(-1);
    const sentence = sentenceAt(one.start, reading);
    const between = last && reading.tokens.text.slice(last.quote.end, one.start);
    const isNear = last !== undefined && last.sentence === sentence && (one.start <= last.quote.end || (between!.length <= NEAR && !between!.includes('\n')));
    return isNear ? [...done.slice(0, -1), { quote: join(last.quote, one, reading), sentence }] : [...done, { quote: one, sentence }];
  }, []);
  return quotes.map(({ quote }) => quote).filter(({ role }) => role !== CUE);
}

// The words that a query rests on, as phrases that a provider can read: "Rule out disc herniation at L5-S1", not three single words.
// In: evidence, cues among it, and the reading. Out: quotes in order of position, each word for word out of one sentence.
import type { Reading } from '../types.ts';
import type { Evidence } from '../wire.ts';

/** Words of one sentence that lie no further apart than this many code units are one quote. */
const NEAR = 40;

/** The role of words that only say how a statement is meant ("rule out", "is negative"). */
export const CUE = 'cue';

/** The index of the sentence that holds a code unit: of those that begin at it or before, the last that is not empty. */
function sentenceAt(at: number, { sentences, tokens }: Reading): number {
  let low = 0, high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { from } = sentences[middle]!;
    if (from < tokens.count && tokens.start[from]! <= at) low = middle + 1;
    else high = middle;
  }
  let index = low - 1;
  while (index >= 0 && sentences[index]!.from >= sentences[index]!.to) index--;
  return index;
}

/** One quote over both; it keeps the role of what is no cue. */
function join(one: Evidence, other: Evidence, { tokens }: Reading): Evidence {
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
  return { ...(one.role === CUE ? other : one), start, end, text: tokens.text.slice(start, end) };
}

/** Joins what stands together. A cue that stands by no statement is left out. */
export function quoteIndicators(evidence: readonly Evidence[], reading: Reading): Evidence[] {
  const inOrder = [...evidence].sort((a, b) => a.start - b.start || b.end - a.end);
  const quotes: { quote: Evidence; readonly sentence: number }[] = [];
  for (const one of inOrder) {
    const last = quotes.at(-1);
    const sentence = sentenceAt(one.start, reading);
    const between = last && reading.tokens.text.slice(last.quote.end, one.start);
    const isNear = last !== undefined && last.sentence === sentence && (one.start <= last.quote.end || (between!.length <= NEAR && !between!.includes('\n')));
    if (isNear) last.quote = join(last.quote, one, reading);
    else quotes.push({ quote: one, sentence });
  }
  return quotes.map(({ quote }) => quote).filter(({ role }) => role !== CUE);
}

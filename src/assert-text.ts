// Any words of any sentence → what the sentence says of them: present or absent, certain or possible, when, and of whom.
// In: a text and a span of it. Out: the assertion and the cues that made it, as UTF-16 offsets.
// The words need not be a term of the lexicons; what they mean and which code they may carry is the business of `analyze`.
import { assertRange, PLAIN } from './assertion/assert-mentions.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { loadKnowledge } from './lexicon/load.ts';
import { findMentions } from './mention/find-mentions.ts';
import { quote } from './span.ts';
import { readNote } from './text/read-note.ts';
import type { Assertion, MentionAxis, Range, Reading, Span, Tokens } from './types.ts';

export interface AssertTextOptions {
  /** Other lexicons than the bundled ones. */
  readonly knowledge?: Knowledge;
  /** What the words are: some cues speak of images and procedures only. Default: a problem. */
  readonly axis?: MentionAxis;
}

/** A cue that set a dimension of an assertion: where it stands, its words, and its id in the lexicons. */
export interface AssertedCue extends Span { readonly text: string; readonly via: string }

export interface TextAssertion { readonly assertion: Assertion; readonly cues: readonly AssertedCue[] }

/**
 * What a text says of the words at `span` (UTF-16 code units, half-open); the sentence they end in is asked.
 * `assertText('He denies any chest pain.', { start: 14, end: 24 })`: absent, by the cue "denies any" at 3.
 * A span without a word is present, certain, current, of the patient.
 * @throws RangeError when the span does not lie in the text.
 */
export function assertText(text: string, span: Span, options: AssertTextOptions = {}): TextAssertion {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) throw new RangeError('the span does not lie in the text');
  const knowledge = options.knowledge ?? loadKnowledge();
  const reading = readNote(text, knowledge.book);
  const range = rangeOf(reading, span);
  if (!range) return { assertion: PLAIN, cues: [] };
  const { assertion, cues } = assertRange(reading, range, findMentions(reading, knowledge), knowledge, options.axis);
  return { assertion, cues: cues.map(({ from, to, via }) => ({ ...quote(reading, { from, to }), via })) };
}

/** The tokens that a span touches, as far as they lie in the sentence of the last of them; nothing where it touches none. */
function rangeOf({ tokens, sentences }: Reading, { start, end }: Span): Range | undefined {
  const to = tokensBefore(tokens.start, tokens, end);
  const from = tokensBefore(tokens.end, tokens, start + 1);
  if (from >= to) return undefined;
  const sentence = sentences.find((one) => one.from < to && one.to >= to);
  return { from: Math.max(from, sentence?.from ?? from), to };
}

/** How many tokens have their edge before an offset. */
function tokensBefore(edges: Int32Array, { count }: Tokens, offset: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// One sentence as the recognisers see it: its words, what the trie found in it, and the knowledge.
// In: a reading and a sentence. Out: a Line. Look-ups only; no recogniser lives here.
import { groupBy } from '../group.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { normalize } from '../text/normalize.ts';
import { TOKEN_KIND, type Mention, type MentionAxis, type Range, type Reading, type StopMatch } from '../types.ts';
import { hasPhrase, type Phrases, type WordRow } from './phrases.ts';
import type { Words } from './words.ts';

/** A mention that is not settled yet; `weak` ones need the spine near them. */
export interface Draft extends Mention { readonly weak?: boolean }

/** A sentence without its header, and all that was found in it so far. */
export interface Line extends WordRow {
  readonly reading: Reading;
  readonly knowledge: Knowledge;
  readonly words: Words;
  /** Norm ids by token, with what unknown words were read as. */
  readonly norms: Int32Array;
  /** Index of the sentence. */
  readonly sentence: number;
  /** Date of service, when the note gives one: YYYY-MM-DD. */
  readonly date: string | undefined;
  readonly mentions: readonly Draft[];
  readonly stops: readonly StopMatch[];
  /** Whether one of the forms stands anywhere in the sentence; looked up once. */
  readonly says: (phrases: Phrases) => boolean;
}

/** Turns the mentions of a line into new ones: adds its own, or gives more to those that are there. */
export type Recognise = (line: Line) => readonly Draft[];

/** The words of a stretch of tokens as norms, made when asked for; a line break is "\n", a de-identification mark "". */
export function wordsIn(reading: Reading, { from, to }: Range, knowledge: Knowledge): WordRow {
  const { tokens } = reading;
  const names = knowledge.vocabulary.words;
  const known: (string | undefined)[] = [];
  const read = (at: number): string => {
    const norm = tokens.norm[at]!;
    if (norm >= 0) return names[norm]!;
    const kind = tokens.kind[at];
    if (kind === TOKEN_KIND.newline) return '\n';
    return kind === TOKEN_KIND.mark ? '' : normalize(tokens.text.slice(tokens.start[at], tokens.end[at]));
  };
  return { from, to, wordAt: (at) => at < from || at >= to ? '' : known[at - from] ??= read(at) };
}

/** `says` of a line: asks the row once for each list. */
export function saysIn(row: WordRow): Line['says'] {
  let known: Map<Phrases, boolean> | undefined;
  return (phrases) => {
    known ??= new Map();
    const before = known.get(phrases);
    if (before !== undefined) return before;
    const found = hasPhrase(row, phrases);
    known.set(phrases, found);
    return found;
  };
}

/** The text of one token as written. */
export const writtenAt = ({ reading: { tokens } }: Line, at: number): string => tokens.text.slice(tokens.start[at], tokens.end[at]);

/** Whether no white space lies between token `at` and the next. */
export const touchesNext = ({ reading: { tokens } }: Line, at: number): boolean => at + 1 < tokens.count && tokens.end[at] === tokens.start[at + 1];

/** A mention made by a recogniser. */
export const draft = (line: Line, axis: MentionAxis, value: string, range: Range, via: string): Draft =>
  ({ axis, value, via, from: range.from, to: range.to, sentence: line.sentence });

type Written = Pick<Draft, 'axis' | 'value' | 'via' | 'from' | 'to' | 'sentence'> & { readonly [K in 'attributes' | 'anchor' | 'weak']?: Draft[K] | undefined };

/**
 * A draft with what is given, written out field by field: a copy that gets a new field (`{ ...one, anchor }`) takes twenty times as long on Node 20
 * and has a hidden class of its own, which slows down whoever reads it.
 */
export const writeDraft = ({ axis, value, via, from, to, sentence, attributes, anchor, weak }: Written): Draft =>
  ({ axis, value, via, from, to, sentence, ...(attributes && { attributes }), ...(anchor && { anchor }), ...(weak && { weak }) });

/** Mentions by the token they start at. */
export const mentionsByStart = (mentions: readonly Draft[]): ReadonlyMap<number, readonly Draft[]> => groupBy(mentions, ({ from }) => from);

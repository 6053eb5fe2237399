// The question of one search, as its steps share it.
import type { Answer } from './answers.ts';
import type { Corpus, Variant } from './corpus.ts';

/** A word of the question. A text answers it with one of `exact` (the word itself), or less well with one of `loose` (another word for it). */
export interface Unit {
  readonly word: string;
  readonly exact: readonly Variant[];
  readonly loose: readonly Variant[];
  /** How an unknown word was read. */
  readonly spelled?: string;
}

export interface Question {
  readonly corpus: Corpus;
  readonly units: readonly Unit[];
  /** All stems that any reading of the words has. */
  readonly asked: ReadonlySet<number>;
  /** The weight of each unit: rare words decide. */
  readonly weights: readonly number[];
  /** Numbers of the texts that say just these words. */
  readonly verbatim: ReadonlySet<number>;
  /** The code that stood in the place of another before it came into force: the index names today's codes. */
  readonly before: (code: string) => string | undefined;
  /** Answers of titles, kept for the length of one question. */
  readonly titles: Map<string, Answer>;
}

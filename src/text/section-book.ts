// What the rooms of text/ must be told by the lexicons, so that they need not know them.
// The compiled Knowledge satisfies it; a test may write one by hand.
import type { SectionRole, Tokens } from '../types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A header form that the lexicon knows: its section's kind and role, and the token after it. */
export interface KnownHeader { readonly kind: string; readonly role: SectionRole; readonly to: number }

/** The words that shape a note: header forms, words whose full stop ends no sentence, and the ids of norms. */
export interface SectionBook {
  /** The normal forms that have an id. */
  readonly vocabulary: Vocabulary;
  /** The longest header form that starts at token `at`, whether or not it is used as a header there. */
  headerAt(tokens: Tokens, at: number): KnownHeader | undefined;
  /** True for a word whose full stop ends no sentence ("Dr"), given as the id of its norm. */
  neverEnds(normId: number): boolean;
  /** True for a word that no line of a list ends with, so that the line goes on below ("the", "lumbar"), given as the id of its norm. */
  goesOn(normId: number): boolean;
  /** True for a word with which a section only points to the one before ("Same"), given as the id of its norm. */
  refersBack(normId: number): boolean;
}

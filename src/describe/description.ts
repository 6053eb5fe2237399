// What `lumbago explain` says of a code: shapes only, plain JSON.
import type { NoteKind } from '../book/book.ts';

export interface Named { readonly code: string; readonly title: string }
export interface Listed extends Named { readonly billable: boolean }

/** One character of a code, or several that have no meaning apart: `to` is the code up to there. */
export interface CharacterMeaning {
  readonly characters: string;
  readonly to: string;
  readonly kind: 'category' | 'subdivision' | 'placeholder' | 'seventh';
  readonly means: string;
}

/** A note that holds for the code; `inherited` when it is printed above it, at `at`. */
export interface HeldNote { readonly kind: NoteKind; readonly text: string; readonly at: string; readonly inherited: boolean }

/** The 7th characters that hold, defined at `at`; `code` is the full form, placeholders filled in, where this base takes one. */
export interface Sevenths { readonly at: string; readonly characters: readonly { readonly character: string; readonly means: string; readonly code?: string }[] }

/** An axis of lumbago's decision tables on which another value gives another code. */
export interface CodeAxis {
  readonly axis: string;
  readonly label: string;
  /** The value that leads here, where one does. */
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly codes: readonly string[] }[];
}

/** A line of the Alphabetic Index that leads here: `whole` when it names just this code, else a family in which it lies or one of those below it. */
export interface IndexPath { readonly path: readonly string[]; readonly modifiers?: string; readonly code: string; readonly whole: boolean }

/** A code under the same header; `differs` says what separates it. */
export interface Neighbour extends Listed { readonly differs: string }

/** The life of the code as far as the lexicons know it; dates are days, `until` the first on which it is no longer billable. */
export interface History { readonly from?: string; readonly until?: string; readonly before: readonly Named[]; readonly after: readonly Named[]; readonly says: readonly string[] }

export interface CodeDescription extends Listed {
  readonly known: true;
  readonly level: 'chapter' | 'block' | 'code';
  readonly release: string;
  /** From the chapter down to the code itself. */
  readonly lineage: readonly Named[];
  readonly characters: readonly CharacterMeaning[];
  readonly notes: readonly HeldNote[];
  readonly sevenths?: Sevenths;
  readonly axes: readonly CodeAxis[];
  readonly index: readonly IndexPath[];
  readonly history: History;
  readonly neighbours: readonly Neighbour[];
  /** What stands directly under a header. */
  readonly below: readonly Listed[];
}

/** A code that the book has not: why, and where to go on. */
export interface UnknownCode {
  readonly known: false;
  readonly code: string;
  readonly release: string;
  readonly reason: 'malformed' | 'icd-9' | 'expired' | 'not-yet' | 'not-covered' | 'no-such-code';
  readonly says: readonly string[];
  readonly instead: readonly Listed[];
}

// What a reader is: bytes in, notes and rejects out, in the order of the input.
// A reader never holds note text in a reason: places and field names only.
import type { Note, NoteInput } from '../../wire.ts';

/** Bytes with the name people know them by (a file name, "standard input") and the id a single note of them gets. */
export interface Source {
  readonly name: string;
  readonly id: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What holds for every note that does not say otherwise. */
export type NoteDefaults = Pick<NoteInput, 'setting' | 'date' | 'encounter' | 'type'>;

/** A note that could not be taken: where it stands, why, and what to do. */
export interface Reject { readonly source: string; readonly line?: number; readonly id?: string; readonly reason: string }

export type ReadEntry =
  | { readonly kind: 'note'; readonly note: Note; readonly source: string; readonly line?: number }
  | { readonly kind: 'reject'; readonly reject: Reject };

export interface Reader {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly describe: string;
  /** Whether one input may hold many notes. */
  readonly many: boolean;
  /** Whether the first characters of an input without a telling extension look like this format. */
  readonly recognizes: (head: string) => boolean;
  readonly read: (source: Source, defaults: NoteDefaults) => AsyncIterable<ReadEntry>;
}

/** The input is not what its format says: nothing of it can be used. The message says what, where and what to do. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}

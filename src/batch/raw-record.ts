// What the readers of a batch give: records with their line, not yet parsed or checked, so that the workers do that work.
// Not its job: what a record means (code-chunk.ts).

/** Names of the columns or fields that hold what a note has. */
export interface Columns { readonly id: string; readonly text: string; readonly date: string; readonly setting: string }

export const USUAL_COLUMNS: Columns = { id: 'id', text: 'text', date: 'date', setting: 'setting' };

/**
 * `line` counts from 1: the line on which a record begins, the row of a Parquet file, the number of a file in its folder.
 * `json`: one object of JSON Lines. `row`: a row under the names that notes have. `file`: a text file. `broken`: none of these, and why.
 */
export type RawRecord =
  | { readonly kind: 'json'; readonly line: number; readonly bytes: Uint8Array }
  | { readonly kind: 'row'; readonly line: number; readonly fields: Readonly<Record<string, unknown>>; readonly size: number }
  | { readonly kind: 'file'; readonly line: number; readonly id: string; readonly bytes: Uint8Array }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string; readonly id?: string };

/** 4 MiB: a longer record is not kept in memory. */
export const LONGEST_RECORD = 4 * 2 ** 20;

/** 2 MiB: no clinical note is longer, in UTF-16 code units. */
export const LONGEST_NOTE = 2 * 2 ** 20;

export const TOO_LONG = `is longer than ${LONGEST_NOTE / 2 ** 20} MiB; split the note`;

/** Roughly how many bytes a record holds. */
export function sizeOf(record: RawRecord): number {
  if (record.kind === 'broken') return 0;
  return record.kind === 'row' ? record.size : record.bytes.length;
}

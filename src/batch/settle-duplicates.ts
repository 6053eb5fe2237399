// The outcome of a chunk as it is written: records whose id came before lose their report. In: an outcome and all ids so far, in order of input.
// Out: report lines, rejects, counts. The first well-formed record with an id has it, whatever became of its note.
import { KEY_BYTES, type ChunkOutcome, type RecordOutcome, type Reject } from './code-chunk.ts';
import type { IdSet } from './id-set.ts';
import { NO_COUNTS, type Counts } from './manifest.ts';

export interface SettledChunk { readonly lines: Uint8Array; readonly rejects: readonly Reject[]; readonly counts: Counts; readonly newKeys: Uint8Array }

export const REPEATED_ID = 'repeats the id of an earlier record; ids are unique within an input';

/** Adds the ids of the chunk to the set. */
export function settleDuplicates({ lines, records, keys }: ChunkOutcome, ids: IdSet): SettledChunk {
  const view = new DataView(keys.buffer, keys.byteOffset, keys.byteLength);
  const isNew = records.map(({ claims }, at) => !claims || ids.add(view, at * KEY_BYTES));
  const settled = records.map((record, at): RecordOutcome => (isNew[at] ? record : { kind: 'duplicate', line: record.line, id: record.id, reason: REPEATED_ID, claims: false }));
  const counts = { ...NO_COUNTS, read: records.length };
  for (const { kind } of settled) counts[kind]++;
  const claimed = records.flatMap(({ claims }, at) => (claims && isNew[at] ? [keys.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES)] : []));
  return {
    lines: isNew.every(Boolean) ? lines : keepLines(lines, records, isNew),
    rejects: settled.filter((record): record is Exclude<RecordOutcome, { kind: 'ok' }> => record.kind !== 'ok'),
    counts, newKeys: Buffer.concat(claimed),
  };
}

function keepLines(lines: Uint8Array, records: readonly RecordOutcome[], kept: readonly boolean[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const [at, record] of records.entries()) {
    if (record.kind !== 'ok') continue;
    if (kept[at]) pieces.push(lines.subarray(from, from + record.size));
    from += record.size;
  }
  return Buffer.concat(pieces);
}

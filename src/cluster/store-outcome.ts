// The outcome of a chunk → a row, in the transaction that also ends the job; its text is deleted with it.
// A chunk that has a row already gets no second one, whoever brings it.
import { gzipSync } from 'node:zlib';
import type { Db } from 'pg-boss';
import type { ChunkOutcome } from '../batch/code-chunk.ts';
import type { ChunkJob } from './queue.ts';

export interface StoredOutcome { readonly job: ChunkJob; readonly outcome: ChunkOutcome; readonly worker: string }

/** Stores an outcome; false when the chunk had one, or its run is gone. */
export async function storeOutcome(tx: Db, { job: { run, seq }, outcome, worker }: StoredOutcome): Promise<boolean> {
  const { rows } = await tx.executeSql('UPDATE lumbago_cluster.chunks SET done_at = clock_timestamp() WHERE run = $1 AND seq = $2 AND done_at IS NULL RETURNING seq', [run, seq]);
  if (rows.length === 0) return false;
  const count = (kind: string): number => outcome.records.filter((record) => record.kind === kind).length;
  await tx.executeSql(
    `INSERT INTO lumbago_cluster.results (run, seq, zipped, outcomes, keys, records, ok, rejected, error, worker, done_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [run, seq, gzipSync(outcome.lines, { level: 1 }), JSON.stringify(outcome.records), asBytes(outcome.keys), outcome.records.length, count('ok'), count('rejected'), count('error'), worker],
  );
  await tx.executeSql('DELETE FROM lumbago_cluster.texts WHERE run = $1 AND seq = $2', [run, seq]);
  return true;
}

const asBytes = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

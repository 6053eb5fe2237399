// The outcome of some records of a chunk → a row, in the transaction that also ends the job. The last row of a chunk deletes its text.
// Records that have a row already get no second one, whoever brings it.
import { gzipSync } from 'node:zlib';
import type { Db } from 'pg-boss';
import type { ChunkOutcome } from '../batch/code-chunk.ts';
import type { ChunkJob } from './queue.ts';

export interface StoredOutcome { readonly job: ChunkJob; readonly outcome: ChunkOutcome; readonly worker: string }

/** Locks the chunk; false when these records are done, or the run is gone. */
export async function claimChunk(tx: Db, { run, seq, first, last }: ChunkJob): Promise<boolean> {
  const { rows: chunk } = await tx.executeSql('SELECT seq FROM lumbago_cluster.chunks WHERE run = $1 AND seq = $2 FOR UPDATE', [run, seq]);
  if (chunk.length === 0) return false;
  const { rows: done } = await tx.executeSql('SELECT first FROM lumbago_cluster.results WHERE run = $1 AND seq = $2 AND first < $4 AND last > $3', [run, seq, first, last]);
  return done.length === 0;
}

/** Stores an outcome; false when the records had one. */
export async function storeOutcome(tx: Db, { job, outcome, worker }: StoredOutcome): Promise<boolean> {
  if (!await claimChunk(tx, job)) return false;
  const { run, seq, first, last } = job;
  const count = (kind: string): number => outcome.records.filter((record) => record.kind === kind).length;
  await tx.executeSql(
    `INSERT INTO lumbago_cluster.results (run, seq, first, last, zipped, outcomes, keys, ok, rejected, error, worker, done_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp())`,
    [run, seq, first, last, gzipSync(outcome.lines, { level: 1 }), JSON.stringify(outcome.records), asBytes(outcome.keys), count('ok'), count('rejected'), count('error'), worker],
  );
  const { rows } = await tx.executeSql(
    `UPDATE lumbago_cluster.chunks SET done_at = clock_timestamp() WHERE run = $1 AND seq = $2
     AND records = (SELECT sum(last - first) FROM lumbago_cluster.results WHERE run = $1 AND seq = $2) RETURNING seq`, [run, seq],
  );
  if (rows.length > 0) await tx.executeSql('DELETE FROM lumbago_cluster.texts WHERE run = $1 AND seq = $2', [run, seq]);
  return true;
}

const asBytes = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

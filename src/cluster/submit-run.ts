// An input → a run in the database: its chunks, their text and one job for each, committed together in slices.
// Killed in between, the same call goes on where it was; done before, it does nothing. Not its job: coding.
import type { PgBoss } from 'pg-boss';
import { identityOf, runIdOf, type BatchPlan, type RunPlan } from '../batch/batch-plan.ts';
import type { WorkerEngine } from '../batch/chunk-worker.ts';
import { cutChunks, type Chunk } from '../batch/cut-chunks.ts';
import { ownsRecord } from '../batch/owns-record.ts';
import type { Database, Value } from '../store/database.ts';
import { StoreError } from '../store/error.ts';
import { packRecords } from './pack-records.ts';
import { asDb, ensureQueues, queueOf, type ChunkJob } from './queue.ts';

/** What decides the run, as in a batch. */
export type SubmitPlan = RunPlan & Pick<BatchPlan, 'stopped'>;

export interface SubmitFrame { readonly database: Database; readonly boss: PgBoss; readonly engine: WorkerEngine; readonly onProgress?: (records: number) => void }

/** `before`: records that an earlier call had submitted. */
export interface Submitted { readonly run: string; readonly chunks: number; readonly records: number; readonly before: number; readonly complete: boolean }

/** Chunks in one transaction. */
const SLICE = 32;

interface RunRow { readonly submitted: boolean; readonly chunks: number; readonly records: number; readonly digest: string | null }

/** Submits a run. */
export async function submitRun(plan: SubmitPlan, { database, boss, engine, onProgress }: SubmitFrame): Promise<Submitted> {
  const { source, frame, partSize, limit, shard, stopped } = plan;
  const fingerprint = limit === undefined ? await source.fingerprint?.() : undefined;
  const identity = identityOf(plan, engine, fingerprint);
  const run = runIdOf(identity);
  const queue = queueOf(engine);
  await ensureQueues(boss, queue);
  const begun = await beginRun(database, [run, queue, source.name, JSON.stringify(identity)]);
  if (begun.submitted) return { run, chunks: begun.chunks, records: begun.records, before: begun.records, complete: true };
  const at = { run, queue, chunks: begun.chunks, records: begun.records };
  const cut = cutChunks(source.records(), {
    partSize, skip: begun.records, limit: limit ?? Infinity, owns: ownsRecord(shard, frame.columns), stopped, digest: fingerprint ? undefined : begun.digest ?? '',
  });
  for await (const slice of slices(cut)) {
    await addSlice(slice, at, { database, boss });
    onProgress?.(at.records);
  }
  const complete = !stopped();
  if (complete) await database.query('UPDATE lumbago_cluster.runs SET submitted = true WHERE id = $1', [run]);
  return { run, chunks: at.chunks, records: at.records, before: begun.records, complete };
}

async function beginRun(database: Database, values: readonly [string, string, string, string]): Promise<RunRow> {
  await database.query('INSERT INTO lumbago_cluster.runs (id, queue, input_name, identity) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING', values);
  const [row] = await database.query<RunRow>('SELECT submitted, chunks, records, digest FROM lumbago_cluster.runs WHERE id = $1', [values[0]]);
  return row as RunRow;
}

async function* slices(chunks: AsyncIterable<Chunk>): AsyncGenerator<readonly Chunk[]> {
  let slice: Chunk[] = [];
  for await (const chunk of chunks) {
    slice.push(chunk);
    if (slice.length === SLICE) {
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}

interface Place { readonly run: string; readonly queue: string; chunks: number; records: number }

/** Chunks, texts, jobs and the place of the run in one transaction; refuses when another process has moved the place. */
async function addSlice(slice: readonly Chunk[], at: Place, { database, boss }: Pick<SubmitFrame, 'database' | 'boss'>): Promise<void> {
  const { run } = at;
  const records = at.records + slice.reduce((sum, chunk) => sum + chunk.records.length, 0);
  const jobs = slice.map((_chunk, index): ChunkJob => ({ run, seq: at.chunks + index }));
  await database.transaction(async (connection) => {
    const moved = await connection.query(
      'UPDATE lumbago_cluster.runs SET chunks = $3, records = $4, digest = $5 WHERE id = $1 AND records = $2 RETURNING id',
      [run, at.records, at.chunks + slice.length, records, slice.at(-1)?.digest ?? null],
    );
    if (moved.length === 0) throw new StoreError('busy', `run ${run}: another process is submitting it; let it finish, or end it and submit again`);
    for (const [index, chunk] of slice.entries()) {
      const seq = at.chunks + index;
      await connection.query('INSERT INTO lumbago_cluster.chunks (run, seq, records, ends_part, digest) VALUES ($1, $2, $3, $4, $5)', [run, seq, chunk.records.length, String(chunk.endsPart), chunk.digest ?? null] satisfies Value[]);
      await connection.query('INSERT INTO lumbago_cluster.texts (run, seq, packed) VALUES ($1, $2, $3)', [run, seq, packRecords(chunk.records)]);
    }
    await boss.insert(at.queue, jobs.map((data) => ({ data })), { db: asDb(connection) });
  });
  at.chunks += slice.length;
  at.records = records;
}

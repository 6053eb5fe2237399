// Jobs → outcomes, in the transaction that pg-boss ends them in. Two kinds: chunks to code, and suspects, whose worker processes ended again and
// again. A note that ends a worker thread or takes too long is isolated by the batch; so is, among suspects, one that ends a whole process.
import type { Db, Job } from 'pg-boss';
import type { BatchPlan } from '../batch/batch-plan.ts';
import type { Attempt } from '../batch/chunk-pool.ts';
import type { ChunkFrame, ChunkOutcome } from '../batch/code-chunk.ts';
import { codeSafely } from '../batch/isolate-poison.ts';
import type { RawRecord } from '../batch/raw-record.ts';
import { unpackRecords } from './pack-records.ts';
import type { Pools } from './pools.ts';
import type { ChunkJob } from './queue.ts';
import { storeOutcome } from './store-outcome.ts';
import { attemptApart } from './suspects.ts';

/** How a run wants its notes coded. */
export interface RunFrame { readonly frame: ChunkFrame; readonly timeout: number }

export interface JobDesk {
  /** Name of this process, for the status. */
  readonly worker: string;
  readonly onDone: (outcome: ChunkOutcome) => void;
}

/** How the records of a job are tried. */
type Try = (records: readonly RawRecord[], run: RunFrame) => Promise<Attempt>;

/** Codes chunks with the worker threads. */
export const codeJobs = (jobs: readonly Job<ChunkJob>[], tx: Db, desk: JobDesk & { readonly pools: Pools }): Promise<void> =>
  codeWith((records, run) => desk.pools.use(run, (pool) => pool.attempt(records)), { jobs, tx }, desk);

/** Codes suspects, each in a process of its own. */
export const codeSuspects = (jobs: readonly Job<ChunkJob>[], tx: Db, desk: JobDesk & { readonly workerFile?: URL }): Promise<void> =>
  codeWith((records, run) => attemptApart(records, run, desk.workerFile), { jobs, tx }, desk);

/** What is stored is stored in order of the chunks, so that two workers never wait for each other in a ring. */
async function codeWith(attempt: Try, { jobs, tx }: { readonly jobs: readonly Job<ChunkJob>[]; readonly tx: Db }, { worker, onDone }: JobDesk): Promise<void> {
  const coded: { job: ChunkJob; outcome: ChunkOutcome }[] = [];
  for (const { data: job } of jobs) {
    const chunk = await readChunk(tx, job);
    if (chunk === undefined) continue;
    const { records, run } = chunk;
    coded.push({ job, outcome: await codeSafely(records, { ...run.frame, timeout: run.timeout, attempt: (some) => attempt(some, run) }) });
  }
  for (const { job, outcome } of inOrder(coded)) if (await storeOutcome(tx, { job, outcome, worker })) onDone(outcome);
}

const inOrder = <Entry extends { readonly job: ChunkJob }>(entries: readonly Entry[]): readonly Entry[] => [...entries].sort(({ job: one }, { job: other }) => (one.run < other.run ? -1 : one.run > other.run ? 1 : one.seq - other.seq));

/** The records of a job with how to code them; undefined when their chunk is done. */
async function readChunk(tx: Db, { run, seq }: ChunkJob): Promise<{ readonly records: readonly RawRecord[]; readonly run: RunFrame } | undefined> {
  const { rows: [row] } = await tx.executeSql('SELECT packed, identity FROM lumbago_cluster.texts JOIN lumbago_cluster.runs ON runs.id = texts.run WHERE run = $1 AND seq = $2', [run, seq]) as { rows: { packed: Buffer; identity: string }[] };
  return row && { records: unpackRecords(row.packed), run: frameOf(row.identity) };
}

/** The frame of a run from its identity, where it stands among what else decides the bytes. */
function frameOf(identity: string): RunFrame {
  const { partSize: _size, gzip: _gzip, limit: _limit, shard: _shard, timeout, ...frame } = (JSON.parse(identity) as { arguments: ChunkFrame & Pick<BatchPlan, 'partSize' | 'gzip' | 'limit' | 'shard' | 'timeout'> }).arguments;
  return { frame, timeout };
}

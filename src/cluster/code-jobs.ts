// Jobs → outcomes, in the transaction that pg-boss ends them in. Two kinds: chunks to code, and suspects, whose workers ended again and again.
// A note that ends a worker thread or takes too long is isolated by the batch; one that ends the whole process is found here, by halving.
import type { Db, Job, PgBoss } from 'pg-boss';
import type { BatchPlan } from '../batch/batch-plan.ts';
import type { ChunkFrame, ChunkOutcome } from '../batch/code-chunk.ts';
import { codeSafely } from '../batch/isolate-poison.ts';
import type { RawRecord } from '../batch/raw-record.ts';
import { unpackRecords } from './pack-records.ts';
import type { Pools } from './pools.ts';
import type { ChunkJob } from './queue.ts';
import { claimChunk, storeOutcome } from './store-outcome.ts';

/** How a run wants its notes coded. */
export interface RunFrame { readonly frame: ChunkFrame; readonly timeout: number }

export interface JobDesk {
  /** Name of this process, for the status. */
  readonly worker: string;
  readonly pools: Pools;
  readonly onDone: (outcome: ChunkOutcome) => void;
}

/** Codes chunks. What is stored is done in order of the chunks, so that two workers never wait for each other in a ring. */
export async function codeJobs(jobs: readonly Job<ChunkJob>[], tx: Db, { worker, pools, onDone }: JobDesk): Promise<void> {
  const coded: { job: ChunkJob; outcome: ChunkOutcome }[] = [];
  for (const { data: job } of jobs) {
    const chunk = await readChunk(tx, job);
    if (chunk === undefined) continue;
    const { records, run } = chunk;
    coded.push({ job, outcome: await pools.use(run, (pool) => codeSafely(records, { ...run.frame, timeout: run.timeout, attempt: pool.attempt })) });
  }
  for (const { job, outcome } of inOrder(coded)) if (await storeOutcome(tx, { job, outcome, worker })) onDone(outcome);
}

/** Halves suspects into jobs of the queue; a suspect that is alone becomes an error, without its text. */
export async function halveSuspects(jobs: readonly Job<ChunkJob>[], tx: Db, { boss, queue, worker, onDone }: Pick<JobDesk, 'worker' | 'onDone'> & { readonly boss: PgBoss; readonly queue: string }): Promise<void> {
  for (const { job } of inOrder(jobs.map(({ data }) => ({ job: data })))) {
    const chunk = await claimChunk(tx, job) ? await readChunk(tx, job) : undefined;
    if (chunk === undefined) continue;
    if (job.last - job.first > 1) {
      await boss.insert(queue, halves(job).map((data) => ({ data })), { db: tx });
      continue;
    }
    const outcome = await codeSafely(chunk.records, { ...chunk.run.frame, timeout: chunk.run.timeout, attempt: async () => ({ fault: 'crash', at: -1, name: 'the process of the worker' }) });
    if (await storeOutcome(tx, { job, outcome, worker })) onDone(outcome);
  }
}

function halves({ first, last, ...job }: ChunkJob): readonly ChunkJob[] {
  const middle = Math.ceil((first + last) / 2);
  return [{ ...job, first, last: middle }, { ...job, first: middle, last }];
}

const inOrder = <Entry extends { readonly job: ChunkJob }>(entries: readonly Entry[]): readonly Entry[] => [...entries].sort(({ job: one }, { job: other }) => (one.run < other.run ? -1 : one.run > other.run ? 1 : one.seq - other.seq || one.first - other.first));

/** The records of a job with how to code them; undefined when their chunk is done. */
async function readChunk(tx: Db, { run, seq, first, last }: ChunkJob): Promise<{ readonly records: readonly RawRecord[]; readonly run: RunFrame } | undefined> {
  const { rows: [row] } = await tx.executeSql('SELECT packed, identity FROM lumbago_cluster.texts JOIN lumbago_cluster.runs ON runs.id = texts.run WHERE run = $1 AND seq = $2', [run, seq]) as { rows: { packed: Buffer; identity: string }[] };
  return row && { records: unpackRecords(row.packed).slice(first, last), run: frameOf(row.identity) };
}

/** The frame of a run from its identity, where it stands among what else decides the bytes. */
function frameOf(identity: string): RunFrame {
  const { partSize: _size, gzip: _gzip, limit: _limit, shard: _shard, timeout, ...frame } = (JSON.parse(identity) as { arguments: ChunkFrame & Pick<BatchPlan, 'partSize' | 'gzip' | 'limit' | 'shard' | 'timeout'> }).arguments;
  return { frame, timeout };
}

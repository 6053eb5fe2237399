// A worker: takes chunks of its own engine from the queue until there are none or it is asked to stop, and comes back when the server does.
// In: a plan. Out: how it ended. Kill it at any moment: what it had under way goes to others once its heartbeat is missed.
import type { Db, Job, PgBoss } from 'pg-boss';
import { tellEngine, type WorkerEngine } from '../batch/chunk-worker.ts';
import type { ChunkOutcome } from '../batch/code-chunk.ts';
import type { Database } from '../store/database.ts';
import { withoutQuotes } from '../store/error.ts';
import { codeJobs, codeSuspects } from './code-jobs.ts';
import { CLUSTER_URL } from './cluster-url.ts';
import { createPools, type Pools } from './pools.ts';
import { ensureQueues, queueOf, startBoss, suspectsOf, type ChunkJob } from './queue.ts';
import { isLost, tryAgain, waitUnless } from './reconnect.ts';
import { ensureTables } from './tables.ts';

export interface WorkPlan {
  readonly url: string;
  readonly threads: number;
  /** Name of this worker in the status, such as host and process id. */
  readonly worker: string;
  /** End when no chunk of this engine is left. */
  readonly untilDone: boolean;
  readonly stopped: () => boolean;
  readonly onDone: (outcome: ChunkOutcome) => void;
  /** Told in a sentence what happened; never words of a note. */
  readonly say: (sentence: string) => void;
  /** The module of the worker threads; a test may give another. */
  readonly workerFile?: URL;
}

/** `open`: chunks are left for this engine. `others`: engines that runs wait for, and this worker is not. */
export interface WorkEnd { readonly ended: 'done' | 'stopped'; readonly open: boolean; readonly others: readonly string[] }

/** Chunks that one transaction ends; a full fetch is followed by the next at once. One fetch more than threads, so that none waits for the database. */
const CHUNKS_AT_ONCE = 8;
const LOOK_EVERY = 1000;
/** Tries before a server that was never reached is given up. */
const FIRST_TRIES = 5;

interface Session { readonly database: Database; readonly boss: PgBoss; readonly lost: () => boolean }

/** Works. @throws StoreError when the server cannot be reached at all. */
export async function workCluster(plan: WorkPlan): Promise<WorkEnd> {
  const engine = tellEngine();
  const pools = createPools({ threads: plan.threads, ...(plan.workerFile && { workerFile: plan.workerFile }) });
  let tries = FIRST_TRIES;
  try {
    for (;;) {
      const session = await tryAgain(() => openSession(plan, engine, pools), {
        tries, stopped: plan.stopped, onWait: (error, milliseconds) => plan.say(`${withoutQuotes(error).message}; trying again in ${(milliseconds / 1000).toFixed(1)} s`),
      });
      if (session === undefined) return { ended: 'stopped', open: true, others: [] };
      tries = Infinity;
      const end = await serve(session, plan, queueOf(engine));
      await closeSession(session);
      if (end !== 'lost') return end;
      plan.say('the connection to the server is lost; chunks under way will be coded again');
    }
  } finally {
    await pools.close();
  }
}

async function openSession(plan: WorkPlan, engine: WorkerEngine, pools: Pools): Promise<Session> {
  const { openPostgres } = await import('../store/postgres.ts');
  const database = await openPostgres(plan.url, CLUSTER_URL);
  let lost = false;
  try {
    await ensureTables(database);
    const boss = await startBoss({ url: plan.url, connections: plan.threads * 2 + 4, supervise: true, onError: (error) => { if (isLost(error)) lost = true; else plan.say(withoutQuotes(error).message); } });
    await takeJobs(boss, engine, { plan, pools });
    return { database, boss, lost: () => lost };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function takeJobs(boss: PgBoss, engine: WorkerEngine, { plan, pools }: { readonly plan: WorkPlan; readonly pools: Pools }): Promise<void> {
  const queue = queueOf(engine);
  const { worker, onDone } = plan;
  await ensureQueues(boss, queue);
  const options = { transactional: true, batchSize: CHUNKS_AT_ONCE, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 } as const;
  await boss.work(queue, { ...options, localConcurrency: plan.threads + 1 }, quietly(plan.say, (jobs, tx) => codeJobs(jobs, tx, { worker, pools, onDone })));
  await boss.work(suspectsOf(queue), { ...options, batchSize: 1 }, quietly(plan.say, (jobs, tx) => codeSuspects(jobs, tx, { worker, onDone, ...(plan.workerFile && { workerFile: plan.workerFile }) })));
}

type Handler = (jobs: Job<ChunkJob>[], tx: Db) => Promise<void>;

/** The queue stores the errors of its handlers, so they must not quote anything. What is not a lost connection is said too. */
const quietly = (say: WorkPlan['say'], handler: Handler): Handler => async (jobs, tx) => {
  try {
    await handler(jobs, tx);
  } catch (error) {
    const { name, message } = withoutQuotes(error);
    const told = isLost(error) || name === 'DatabaseFault' || name === 'StoreError' ? message : `the worker failed (${name})`;
    if (!isLost(error)) say(`${jobs.length} chunks will be tried again: ${told}`);
    throw new Error(told);
  }
};

async function serve({ database, lost }: Session, plan: WorkPlan, queue: string): Promise<WorkEnd | 'lost'> {
  for (;;) {
    await waitUnless(() => plan.stopped() || lost(), LOOK_EVERY);
    if (lost()) return 'lost';
    try {
      const found = await lookAround(database, queue);
      if (plan.stopped()) return { ended: 'stopped', ...found };
      if (plan.untilDone && !found.open) return { ended: 'done', ...found };
    } catch (error) {
      if (!isLost(error)) throw error;
      return 'lost';
    }
  }
}

/** Whether chunks are left for this engine, or its runs are not submitted whole; and the queues of other engines with such runs. */
async function lookAround(database: Database, queue: string): Promise<Pick<WorkEnd, 'open' | 'others'>> {
  const waiting = await database.query<{ queue: string }>(
    'SELECT DISTINCT queue FROM lumbago_cluster.runs WHERE NOT submitted OR EXISTS (SELECT FROM lumbago_cluster.chunks WHERE run = runs.id AND done_at IS NULL) ORDER BY queue',
  );
  return { open: waiting.some((one) => one.queue === queue), others: waiting.map((one) => one.queue).filter((other) => other !== queue) };
}

/** Lets what is under way end, for 30 seconds at most. A server that is away has nothing to be told. */
async function closeSession({ boss, database, lost }: Session): Promise<void> {
  await boss.stop({ graceful: !lost(), timeout: 30_000 }).catch(() => undefined);
  await database.close().catch(() => undefined);
}

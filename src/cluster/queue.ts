// pg-boss as lumbago uses it: its schema, one queue for each engine with a second for suspects, and how jobs are put in with other work.
// A worker takes from the queue of its own engine alone, so that no other version or knowledge can take its chunks.
import { PgBoss, type Db } from 'pg-boss';
import type { WorkerEngine } from '../batch/chunk-worker.ts';
import type { Connection, Value } from '../store/database.ts';
import { QUEUE_SCHEMA } from './tables.ts';

/** A chunk by its place in the run. */
export interface ChunkJob { readonly run: string; readonly seq: number }

/** A worker that is not heard of for so long is dead; its jobs go to others. The least that pg-boss allows. */
const HEARTBEAT_SECONDS = 10;
/** A chunk whose workers ended more often than this is a suspect, and is tried in a process of its own. */
const TRIES_AGAIN = 2;
const YEAR = 365 * 24 * 3600;

export const queueOf = ({ version, knowledge }: Pick<WorkerEngine, 'version' | 'knowledge'>): string => `lumbago-${version}-${knowledge.slice(0, 16)}`;
export const suspectsOf = (queue: string): string => `${queue}-suspects`;

export interface BossPlan {
  readonly url: string;
  /** Connections at most. */
  readonly connections: number;
  /** Whether this process looks after jobs of dead workers. */
  readonly supervise: boolean;
  readonly onError: (error: unknown) => void;
}

/** Starts pg-boss; makes its tables where there are none. */
export async function startBoss({ url, connections, supervise, onError }: BossPlan): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url, schema: QUEUE_SCHEMA, max: connections, application_name: 'lumbago-cluster', schedule: false,
    supervise, superviseIntervalSeconds: 2, monitorIntervalSeconds: 2,
  });
  boss.on('error', onError);
  return boss.start();
}

/** Makes the queues of an engine where there are none. Chunks wait longer before each further try; suspects are tried for weeks, so that none is lost to a full disk. */
export async function ensureQueues(boss: PgBoss, queue: string): Promise<void> {
  const life = { expireInSeconds: 12 * 3600, heartbeatSeconds: HEARTBEAT_SECONDS, retentionSeconds: YEAR, deleteAfterSeconds: 24 * 3600 };
  await boss.createQueue(suspectsOf(queue), { ...life, retryLimit: 1_000_000, retryDelay: 5 });
  await boss.createQueue(queue, { ...life, retryLimit: TRIES_AGAIN, retryDelay: 1, retryBackoff: true, retryDelayMax: 30, deadLetter: suspectsOf(queue) });
}

/** A connection of ours as pg-boss takes it, so that jobs and rows are committed together. */
export const asDb = (connection: Connection): Db => ({ executeSql: async (text, values) => ({ rows: [...await connection.query<object>(text, values as Value[])] }) });

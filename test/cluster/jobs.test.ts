// Jobs of a run one by one, in transactions of the test: a job that comes twice, halves in any order, suspects whose workers ended, and packing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db, Job, PgBoss } from 'pg-boss';
import { tellEngine } from '../../src/batch/chunk-worker.ts';
import { codeChunk, type ChunkOutcome } from '../../src/batch/code-chunk.ts';
import type { RawRecord } from '../../src/batch/raw-record.ts';
import { codeJobs, halveSuspects } from '../../src/cluster/code-jobs.ts';
import { packRecords, unpackRecords } from '../../src/cluster/pack-records.ts';
import type { Pools } from '../../src/cluster/pools.ts';
import { asDb, queueOf, startBoss, type ChunkJob } from '../../src/cluster/queue.ts';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { describeWithServer } from '../store/stores.ts';
import { openDesk, submitAs } from './desk.ts';

/** Threads are the batch's business; here the chunk is coded in place. */
const pools: Pools = {
  use: (run, work) => work({ engine: tellEngine(), close: async () => undefined, attempt: async (records) => ({ outcome: codeChunk(records, { frame: run.frame, knowledge: loadKnowledge() }) }) }),
  close: async () => undefined,
};

describeWithServer('jobs of a cluster', () => {
  const { url, at } = openDesk();
  const queue = queueOf(tellEngine());
  let [database, boss, run] = [undefined as unknown as Database, undefined as unknown as PgBoss, ''];
  beforeAll(async () => {
    run = await submitAs(tellEngine(), { url: url(), count: 70, file: at('notes.jsonl') });
    database = await openPostgres(url());
    boss = await startBoss({ url: url(), connections: 2, supervise: false, onError: () => undefined });
  });
  afterAll(async () => {
    await boss?.stop({ graceful: false });
    await database?.close();
  });

  const jobOf = (job: Omit<ChunkJob, 'run'>): Job<ChunkJob>[] => [{ data: { run, ...job } } as Job<ChunkJob>];
  const inTransaction = async (work: (tx: Db) => Promise<void>): Promise<void> => database.transaction((connection) => work(asDb(connection)));
  const code = async (job: Omit<ChunkJob, 'run'>): Promise<ChunkOutcome[]> => {
    const done: ChunkOutcome[] = [];
    await inTransaction((tx) => codeJobs(jobOf(job), tx, { worker: 'test', pools, onDone: (outcome) => done.push(outcome) }));
    return done;
  };
  const suspect = async (job: Omit<ChunkJob, 'run'>): Promise<ChunkOutcome[]> => {
    const done: ChunkOutcome[] = [];
    await inTransaction((tx) => halveSuspects(jobOf(job), tx, { boss, queue, worker: 'test', onDone: (outcome) => done.push(outcome) }));
    return done;
  };
  const rows = (sql: string): Promise<readonly Record<string, unknown>[]> => database.query<Record<string, unknown>>(sql);
  const results = (seq: number): Promise<readonly Record<string, unknown>[]> => rows(`SELECT first, last, ok, error FROM lumbago_cluster.results WHERE seq = ${seq} ORDER BY first`);
  const isDone = async (seq: number): Promise<boolean> => (await rows(`SELECT seq FROM lumbago_cluster.chunks WHERE seq = ${seq} AND done_at IS NOT NULL`)).length === 1;
  const hasText = async (seq: number): Promise<boolean> => (await rows(`SELECT seq FROM lumbago_cluster.texts WHERE seq = ${seq}`)).length === 1;

  it('halves a suspect, isolates the one that stays, and is done with its chunk only when every record is', async () => {
    expect(await suspect({ seq: 1, first: 0, last: 6 })).toEqual([]);
    const sent = await boss.findJobs<ChunkJob>(queue, { data: { run, seq: 1 } });
    expect(sent.map(({ data }) => [data.first, data.last]).sort()).toEqual([[0, 3], [0, 6], [3, 6]]);
    expect(await code({ seq: 1, first: 3, last: 6 })).toHaveLength(1);
    expect([await isDone(1), await hasText(1)]).toEqual([false, true]);
    await code({ seq: 1, first: 0, last: 2 });
    const [alone] = await suspect({ seq: 1, first: 2, last: 3 });
    expect(alone?.records).toEqual([{ kind: 'error', line: 67, id: 'n67', reason: expect.stringContaining('ended the engine (the process of the worker)'), claims: true }]);
    expect(await results(1)).toEqual([{ first: 0, last: 2, ok: 2, error: 0 }, { first: 2, last: 3, ok: 0, error: 1 }, { first: 3, last: 6, ok: 3, error: 0 }]);
    expect([await isDone(1), await hasText(1)]).toEqual([true, false]);
  });

  it('takes no outcome twice, whether it comes again whole or overlaps', async () => {
    expect(await code({ seq: 1, first: 0, last: 6 })).toEqual([]);
    expect(await suspect({ seq: 1, first: 0, last: 6 })).toEqual([]);
    expect(await results(1)).toHaveLength(3);
    expect(await code({ seq: 0, first: 0, last: 64 })).toHaveLength(1);
    expect(await code({ seq: 0, first: 32, last: 64 })).toEqual([]);
    expect(await results(0)).toHaveLength(1);
    expect(await code({ seq: 99, first: 0, last: 1 })).toEqual([]);
  });

  it('leaves everything as it was when the transaction does not end', async () => {
    const left = await submitAs({ ...tellEngine(), release: 'FY2098' }, { url: url(), count: 20, file: at('left.jsonl') });
    const job = [{ data: { run: left, seq: 0, first: 0, last: 20 } } as Job<ChunkJob>];
    await expect(inTransaction(async (tx) => {
      await codeJobs(job, tx, { worker: 'test', pools, onDone: () => undefined });
      throw new Error('the worker was killed here');
    })).rejects.toThrow('killed here');
    expect(await rows(`SELECT run FROM lumbago_cluster.results WHERE run = '${left}'`)).toEqual([]);
    expect(await rows(`SELECT run FROM lumbago_cluster.texts WHERE run = '${left}'`)).toHaveLength(1);
  });

  it('goes on with a submit that was interrupted, at the same chunks', async () => {
    const engine = { ...tellEngine(), release: 'FY2097' };
    const first = await submitAs(engine, { url: url(), count: 5000, file: at('long.jsonl'), stopAfter: 2048 });
    const state = (): Promise<readonly Record<string, unknown>[]> => rows(`SELECT submitted, chunks, records FROM lumbago_cluster.runs WHERE id = '${first}'`);
    expect(await state()).toEqual([{ submitted: false, chunks: 32, records: 2048 }]);
    expect(await submitAs(engine, { url: url(), count: 5000, file: at('long.jsonl') })).toBe(first);
    expect(await state()).toEqual([{ submitted: true, chunks: 79, records: 5000 }]);
    expect(await rows(`SELECT sum(records)::int AS records, count(*)::int AS chunks FROM lumbago_cluster.chunks WHERE run = '${first}'`)).toEqual([{ records: 5000, chunks: 79 }]);
  });
});

it('packs records of every kind and unpacks the same', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  const records: RawRecord[] = [
    { kind: 'json', line: 1, bytes: bytes('{"id":"n1"}') }, { kind: 'json', line: 3, bytes: bytes('\xff\xfe\n\x00') }, { kind: 'file', line: 2, id: 'Größe', bytes: bytes('') },
    { kind: 'row', line: 9, fields: { id: 'n2', text: 'a\nb', date: null }, size: 5 }, { kind: 'broken', line: 10, reason: 'is too long' }, { kind: 'broken', line: 11, reason: 'is damaged', id: 'x' },
  ];
  expect(unpackRecords(packRecords(records))).toEqual(records);
  expect(unpackRecords(packRecords([]))).toEqual([]);
});

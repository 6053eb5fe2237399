// Jobs of a run one by one, in transactions of the test: one that comes twice, one that does not end, an interrupted submit, and packing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db, Job } from 'pg-boss';
import { tellEngine } from '../../src/batch/chunk-worker.ts';
import { codeChunk, type ChunkOutcome } from '../../src/batch/code-chunk.ts';
import type { RawRecord } from '../../src/batch/raw-record.ts';
import { codeJobs } from '../../src/cluster/code-jobs.ts';
import { packRecords, unpackRecords } from '../../src/cluster/pack-records.ts';
import type { Pools } from '../../src/cluster/pools.ts';
import { asDb, type ChunkJob } from '../../src/cluster/queue.ts';
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
  let [database, run] = [undefined as unknown as Database, ''];
  beforeAll(async () => {
    run = await submitAs(tellEngine(), { url: url(), count: 70, file: at('notes.jsonl') });
    database = await openPostgres(url());
  });
  afterAll(() => database?.close());

  const jobOf = (seq: number): Job<ChunkJob>[] => [{ data: { run, seq } } as Job<ChunkJob>];
  const inTransaction = async (work: (tx: Db) => Promise<void>): Promise<void> => database.transaction((connection) => work(asDb(connection)));
  const code = async (seq: number): Promise<ChunkOutcome[]> => {
    const done: ChunkOutcome[] = [];
    await inTransaction((tx) => codeJobs(jobOf(seq), tx, { worker: 'test', pools, onDone: (outcome) => done.push(outcome) }));
    return done;
  };
  const rows = (sql: string): Promise<readonly Record<string, unknown>[]> => database.query<Record<string, unknown>>(sql);

  it('ends a chunk once: its result is there, its text is not, and what comes again is nothing', async () => {
    expect(await code(1)).toHaveLength(1);
    expect(await code(1)).toEqual([]);
    expect(await code(99)).toEqual([]);
    expect(await rows('SELECT seq, records, ok, rejected, error FROM lumbago_cluster.results')).toEqual([{ seq: 1, records: 6, ok: 6, rejected: 0, error: 0 }]);
    expect(await rows('SELECT seq FROM lumbago_cluster.chunks WHERE done_at IS NOT NULL')).toEqual([{ seq: 1 }]);
    expect(await rows('SELECT seq FROM lumbago_cluster.texts')).toEqual([{ seq: 0 }]);
  });

  it('leaves everything as it was when the transaction does not end', async () => {
    const left = await submitAs({ ...tellEngine(), release: 'FY2098' }, { url: url(), count: 20, file: at('left.jsonl') });
    const job = [{ data: { run: left, seq: 0 } } as Job<ChunkJob>];
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

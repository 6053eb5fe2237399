// Jobs of a run one by one, in transactions of the test: one that comes twice, one that does not end, an interrupted submit, and packing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db, Job } from 'pg-boss';
import { tellEngine, type WorkerEngine } from '../../src/batch/chunk-worker.ts';
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
    const chunks = await rows('SELECT seq, records FROM lumbago_cluster.chunks ORDER BY seq');
    const last = chunks.at(-1) as { seq: number; records: number };
    expect(await code(last.seq)).toHaveLength(1);
    expect(await code(last.seq)).toEqual([]);
    expect(await code(last.seq + 1)).toEqual([]);
    expect(await rows('SELECT seq, records, ok, rejected, error FROM lumbago_cluster.results')).toEqual([{ ...last, ok: last.records, rejected: 0, error: 0 }]);
    expect(await rows('SELECT seq FROM lumbago_cluster.chunks WHERE done_at IS NOT NULL')).toEqual([{ seq: last.seq }]);
    expect(await rows('SELECT seq FROM lumbago_cluster.texts ORDER BY seq')).toEqual(chunks.slice(0, -1).map(({ seq }) => ({ seq })));
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
    const [engine, other] = ['FY2097', 'FY2096'].map((release) => ({ ...tellEngine(), release })) as [WorkerEngine, WorkerEngine];
    const chunksOf = (id: string): Promise<readonly Record<string, unknown>[]> => rows(`SELECT seq, records, ends_part FROM lumbago_cluster.chunks WHERE run = '${id}' ORDER BY seq`);
    const stateOf = async (id: string): Promise<Record<string, unknown> | undefined> => (await rows(`SELECT submitted, records FROM lumbago_cluster.runs WHERE id = '${id}'`))[0];
    const first = await submitAs(engine, { url: url(), count: 5000, file: at('long.jsonl'), stopAfter: 2000 });
    expect(await stateOf(first)).toEqual({ submitted: false, records: expect.any(Number) });
    expect((await stateOf(first))?.records).toBeLessThan(5000);
    expect(await submitAs(engine, { url: url(), count: 5000, file: at('long.jsonl') })).toBe(first);
    const whole = await submitAs(other, { url: url(), count: 5000, file: at('long.jsonl') });
    expect(await stateOf(first)).toEqual({ submitted: true, records: 5000 });
    expect(await chunksOf(first)).toEqual(await chunksOf(whole));
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

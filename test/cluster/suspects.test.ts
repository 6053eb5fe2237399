// Notes that end the process of their worker, or only its thread: found by halving in processes of their own, the others coded. Runs dist/.
import { expect, it } from 'vitest';
import type { Attempt } from '../../src/batch/chunk-pool.ts';
import { codeSafely } from '../../src/batch/isolate-poison.ts';
import { USUAL_COLUMNS, type RawRecord } from '../../src/batch/raw-record.ts';
import type { RunFrame } from '../../src/cluster/code-jobs.ts';

const { attemptApart } = (await import('../../dist/cluster/suspects.js' as string)) as { attemptApart: (records: readonly RawRecord[], run: RunFrame, workerFile?: URL) => Promise<Attempt> };
const POISON = new URL('./poison-thread.mjs', import.meta.url);
const run: RunFrame = { frame: { columns: USUAL_COLUMNS, defaults: {}, includeText: false, phi: 'reject' }, timeout: 5000 };
const noteOf = (text: string, index: number): RawRecord => ({ kind: 'json', line: index + 1, bytes: new Uint8Array(Buffer.from(JSON.stringify({ id: `n${index + 1}`, text }))) });

it('isolates the note that ends a process and the one that ends a thread, and codes their neighbours', { timeout: 240_000 }, async () => {
  const texts = ['Low back pain.', 'Sciatica.', 'This one ends the process.', 'Left hip pain.', 'This one ends the thread.', 'Neck pain.'];
  const { records } = await codeSafely(texts.map(noteOf), { ...run.frame, timeout: run.timeout, attempt: (some) => attemptApart(some, run, POISON) });
  expect(records.map((record) => [record.id, record.kind])).toEqual([['n1', 'ok'], ['n2', 'ok'], ['n3', 'error'], ['n4', 'ok'], ['n5', 'error'], ['n6', 'ok']]);
  expect(records[2]).toMatchObject({ reason: expect.stringContaining('ended the engine (SIGKILL)') });
});

it('gives what a worker thread gives where nothing is wrong', { timeout: 120_000 }, async () => {
  const attempt = await attemptApart(['Low back pain.', 'Sciatica.'].map(noteOf), run);
  expect('outcome' in attempt && attempt.outcome.records.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
});

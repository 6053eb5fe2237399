// `lumbago cluster` from outside, over a real server with worker processes: what it exports, what it refuses, what it tells and what it keeps.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { RunStatus } from '../../src/cluster/read-status.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { describeWithServer } from '../store/stores.ts';
import { ending, hashesOf, openDesk, SECRET, submitAs, writeNotes } from './desk.ts';

const get = (url: string): Promise<{ status: number; body: string }> => new Promise((resolve, reject) => {
  request(url, (response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => resolve({ status: response.statusCode ?? 0, body }));
  }).on('error', reject).end();
});

/** Processes that start, on a machine that may be busy. */
const SLOW = { timeout: 240_000 };

describeWithServer('lumbago cluster', () => {
  const { url, at, run, start } = openDesk();
  const submit = async (...args: string[]): Promise<{ run: string; records: number; before: number }> => JSON.parse((await run('cluster', 'submit', ...args, '--json')).out) as { run: string; records: number; before: number };
  const statusOf = async (id: string): Promise<RunStatus> => (JSON.parse((await run('cluster', 'status', '--run', id, '--json')).out) as { runs: RunStatus[] }).runs[0] as RunStatus;
  const read = async <Row extends object>(sql: string): Promise<readonly Row[]> => {
    const database = await openPostgres(url());
    return database.query<Row>(sql).finally(() => database.close());
  };

  it('says that nothing was submitted before the first run', SLOW, async () => {
    expect(await run('cluster', 'status')).toMatchObject({ code: 66, out: '', err: expect.stringContaining('no run was submitted here') });
  });

  it('exports, from several workers, what a batch writes on one machine, byte for byte', SLOW, async () => {
    writeNotes(at('notes.jsonl'), 400);
    const options = [at('notes.jsonl'), '--part-size', '150'];
    const { run: id, records } = await submit(...options);
    expect(records).toBe(400);
    const early = await run('cluster', 'export', '--run', id, '--out', at('early'));
    expect(early).toMatchObject({ code: 73, err: expect.stringContaining('chunks are not done') });
    const workers = await Promise.all([1, 2, 3].map(() => run('cluster', 'work', '--workers', '1', '--until-done')));
    expect(workers.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await run('cluster', 'export', '--run', id, '--out', at('exported'))).toMatchObject({ code: 3, out: 'read 400 = ok 387 + rejected 8 + duplicate 5 + error 0\n' });
    expect((await run('batch', ...options, '--out', at('alone'), '--quiet')).code).toBe(3);
    expect(hashesOf(at('exported'))).toEqual(hashesOf(at('alone')));
    expect((await run('batch', 'verify', at('exported'), '--against', at('notes.jsonl'))).code).toBe(0);
  });

  it('keeps no text once a chunk is done, and shows none in logs and jobs', SLOW, async () => {
    const { run: id } = await submit(at('notes.jsonl'), '--part-size', '150');
    const status = await statusOf(id);
    expect(status).toMatchObject({ state: 'done', texts: 0, remainingSeconds: 0, records: { total: 400, done: 400, rejected: 8 } });
    expect(await read('SELECT run FROM lumbago_cluster.texts')).toEqual([]);
    expect(JSON.stringify(await read('SELECT data, output FROM lumbago_queue.job'))).not.toContain(SECRET);
    const results = await read<{ zipped: Uint8Array; outcomes: string }>('SELECT zipped, outcomes FROM lumbago_cluster.results');
    const kept = results.map(({ zipped, outcomes }) => gunzipSync(zipped).toString() + outcomes).join('');
    expect(kept).toContain('"lumbago/report@1"');
    expect(kept).not.toContain(SECRET);
  });

  it('submits once, however often it is asked, and does not work twice', SLOW, async () => {
    const { records, before } = await submit(at('notes.jsonl'), '--part-size', '150');
    expect([records, before]).toEqual([400, 400]);
    expect(await run('cluster', 'work', '--until-done', '--workers', '1')).toMatchObject({ code: 0, err: expect.stringContaining('0 chunks coded here') });
  });

  it('zips parts as a batch does, and forgets a run when asked to', SLOW, async () => {
    writeNotes(at('zipped.jsonl'), 90);
    const options = [at('zipped.jsonl'), '--gzip', '--part-size', '40', '--include-text'];
    const { run: id } = await submit(...options);
    await run('cluster', 'work', '--until-done', '--workers', '1');
    expect((await run('cluster', 'export', '--run', id, '--out', at('zipped'), '--forget')).code).toBe(3);
    await run('batch', ...options, '--out', at('zipped-alone'), '--quiet');
    expect(hashesOf(at('zipped'))).toEqual(hashesOf(at('zipped-alone')));
    expect(await run('cluster', 'status', '--run', id)).toMatchObject({ code: 66 });
    expect(await read(`SELECT run FROM lumbago_cluster.results WHERE run = '${id}'`)).toEqual([]);
  });

  it('does not take chunks of another engine or knowledge, and says whose they are', SLOW, async () => {
    const id = await submitAs({ version: '9.9.9', knowledge: 'f'.repeat(64), release: 'FY2099' }, { url: url(), count: 70, file: at('other.jsonl') });
    const refused = await run('cluster', 'work', '--until-done', '--workers', '1');
    expect(refused).toMatchObject({ code: 73, err: expect.stringContaining('lumbago-9.9.9-ffffffffffffffff, which is another version or knowledge') });
    expect(await statusOf(id)).toMatchObject({ state: 'working', chunks: { done: 0 }, records: { total: 70, done: 0 } });
    await read(`DELETE FROM lumbago_cluster.runs WHERE id = '${id}'`);
  });

  it('serves metrics to this machine alone and ends its chunks when it is asked to stop', SLOW, async () => {
    writeNotes(at('served.jsonl'), 300);
    const { run: id } = await submit(at('served.jsonl'));
    const worker = start('cluster', 'work', '--workers', '1', '--metrics', '0');
    const ended = ending(worker);
    const [first] = (await once(worker.stderr as NodeJS.ReadableStream, 'data')) as [string];
    const [, address = ''] = /metrics on (http:\/\/127\.0\.0\.1:\d+\/metrics)/.exec(String(first)) ?? [];
    let metrics = '';
    while (!/lumbago_worker_chunks_total [1-9]/.test(metrics)) {
      await wait(200);
      metrics = (await get(address)).body;
    }
    expect(metrics).toContain('# TYPE lumbago_worker_chunks_total counter\n');
    expect(metrics).toMatch(new RegExp(`^lumbago_run_records\\{run="${id}"\\} 300$`, 'm'));
    expect(metrics.split('\n').filter((line) => line !== '' && !/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? [\d.]+)$/.test(line))).toEqual([]);
    expect((await get(address.replace('/metrics', '/'))).status).toBe(404);
    worker.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect(code).toBe(143);
    expect(out + err + metrics).not.toContain(SECRET);
    expect((await run('cluster', 'work', '--until-done', '--workers', '1')).code).toBe(0);
    expect(await statusOf(id)).toMatchObject({ state: 'done', records: { done: 300 } });
  });

  it('goes on with an export that was left, and refuses a folder that holds something else', SLOW, async () => {
    const { run: id } = await submit(at('served.jsonl'));
    const first = start('cluster', 'export', '--run', id, '--out', at('left'));
    await wait(250);
    first.kill('SIGKILL');
    await ending(first);
    expect((await run('cluster', 'export', '--run', id, '--out', at('left'), '--resume')).code).toBe(3);
    expect((await run('batch', 'verify', at('left'))).code).toBe(0);
    expect(await run('cluster', 'export', '--run', id, '--out', at('alone'), '--resume')).toMatchObject({ code: 73, err: expect.stringContaining('holds another run') });
    expect((await run('cluster', 'export', '--run', 'ffff', '--out', at('none'))).code).toBe(66);
  });

  it('names what is wrong with the input or the server, without the password', SLOW, async () => {
    expect((await run('cluster', 'submit', at('absent.jsonl'))).code).toBe(66);
    writeFileSync(at('words.dat'), 'no form that anybody knows');
    expect((await run('cluster', 'submit', at('words.dat'))).code).toBe(65);
    const away = await run('cluster', 'status', '--db', 'postgres://ana:s3cret@127.0.0.1:1/none');
    expect(away).toMatchObject({ code: 66, err: expect.stringContaining('the URL in --db') });
    expect(away.err).not.toContain('s3cret');
    expect((await run('cluster', 'status', '--db', 'notes.db')).code).toBe(2);
    expect(readFileSync(at('words.dat'), 'utf8')).toContain('no form');
  });
});

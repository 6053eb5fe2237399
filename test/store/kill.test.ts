// A process that works on a worklist is killed at random points and started again, until 1,000 operations are acknowledged. Then the log must
// verify, hold every acknowledged event exactly once and at most one unacknowledged operation per kill, and no query may be lost or doubled.
// KILL_OPERATIONS and KILL_KILLS make it longer, KILL_SEED another. Needs dist/ (npm run build).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEvents, type Receipt, type WorklistEvent } from '../../src/store/chain.ts';
import { listQueries } from '../../src/store/list-queries.ts';
import { openStore } from '../../src/store/open-store.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { describeWithServer, freshServerDatabase, NOW } from './stores.ts';

const WORKER = fileURLToPath(new URL('./kill-worker.mjs', import.meta.url));
const BUILT = existsSync(new URL('../../dist/store/open-store.js', import.meta.url));
const OPERATIONS = Number(process.env.KILL_OPERATIONS ?? 1000);
const KILLS = Number(process.env.KILL_KILLS ?? 8);
const SEED = Number(process.env.KILL_SEED ?? 1);

interface Life { readonly acknowledged: readonly { readonly done: number; readonly events: readonly Receipt[] }[]; readonly tried: number; readonly killed: boolean }

/** Chances that differ from run to run but not from test to test. */
const chance = (number: number): number => { const x = Math.sin(SEED * 7919 + number * 104_729) * 10_000; return x - Math.floor(x); };

/** One life. With `killAfter` it ends at so many acknowledged operations and some milliseconds; at 0 that is while it starts. */
function live(args: readonly string[], killAfter: number | undefined, delay: number): Promise<Life> {
  const child = spawn(process.execPath, [WORKER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err, done] = ['', '', 0];
  let killing = false;
  const kill = (): void => { killing = true; setTimeout(() => child.kill('SIGKILL'), delay); };
  if (killAfter === 0) kill();
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    done += text.split('"done"').length - 1;
    if (!killing && killAfter !== undefined && done >= killAfter) kill();
  });
  return new Promise((resolve, reject) => child.on('close', (code, signal) => {
    if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(`the worker failed: ${err}`));
    const told = out.split('\n').slice(0, -1).map((line) => JSON.parse(line) as { done?: number; try?: number; events: Receipt[] });
    const acknowledged = told.flatMap(({ done: number, events }) => (number === undefined ? [] : [{ done: number, events }]));
    return resolve({ acknowledged, tried: told.reduce((most, { try: number }) => Math.max(most, number ?? 0), 0), killed: signal === 'SIGKILL' });
  }));
}

/** `startup`: how long a start takes at most, so that some kills hit it. */
async function liveOnAndOn(location: string, startup: number): Promise<readonly Life[]> {
  const lives: Life[] = [];
  let last = '-';
  for (let left = OPERATIONS; left > 0;) {
    const run = lives.length;
    const starting = run % 4 === 0;
    const killAfter = run >= KILLS ? undefined : starting ? 0 : 1 + Math.floor(chance(run) * (OPERATIONS / KILLS) * 1.2);
    const life = await live([location, String(SEED), String(run), String(left), last], killAfter, Math.floor(chance(run + 0.5) * (starting ? startup : 20)));
    lives.push(life);
    left -= life.acknowledged.length;
    last = life.killed && life.tried > life.acknowledged.length ? `${run}.${life.tried}` : '-';
  }
  return lives;
}

async function judge(location: string, lives: readonly Life[]): Promise<string> {
  const began = performance.now();
  const database = await openStore(location, { create: false, now: NOW });
  const opened = performance.now() - began;
  const verdict = await verifyLog(database);
  const events = new Map<number, WorklistEvent>();
  for await (const event of readEvents(database)) events.set(event.sequence, event);
  const queries = await listQueries(database);
  await database.close();

  expect(verdict.faults).toEqual([]);
  const acknowledged = lives.flatMap((life) => life.acknowledged.flatMap((one) => one.events));
  expect(acknowledged.filter(({ sequence, hash }) => events.get(sequence)?.hash !== hash), 'acknowledged, but not in the log').toEqual([]);
  expect(new Set(acknowledged.map(({ sequence }) => sequence)).size).toBe(acknowledged.length);
  expect(lives.reduce((sum, life) => sum + life.acknowledged.length, 0)).toBeGreaterThanOrEqual(OPERATIONS);

  const known = new Set(acknowledged.map(({ sequence }) => sequence));
  const unknown = [...events.values()].filter(({ sequence }) => !known.has(sequence));
  const stray = new Set(unknown.map(({ at, actor }) => `${actor} ${at}`));
  for (const [run, life] of lives.entries()) {
    const own = [...stray].filter((name) => name.startsWith(`run ${run} `) && !name.endsWith('T00:00:00.000Z'));
    expect(own.length, `run ${run}: operations stored but not acknowledged`).toBeLessThanOrEqual(life.killed ? 1 : 0);
  }

  expect(new Set(queries.map(({ noteId, localId }) => `${noteId}/${localId}`)).size, 'a query is doubled').toBe(queries.length);
  expect([...events.values()].filter(({ action }) => action === 'draft')).toHaveLength(queries.length);
  expect(queries.map(({ id }) => id)).toEqual(queries.map((_, index) => index + 1));
  const sent = new Map([...events.values()].filter(({ action }) => action === 'send').map(({ query, detail }) => [query, detail.sentSha256]));
  expect(queries.filter(({ id, textSha256 }) => textSha256 !== (sent.get(id) ?? null)), 'a text as sent changed').toEqual([]);
  return `${acknowledged.length} acknowledged events, ${unknown.length} stored unacknowledged or again, ${queries.length} queries, ${verdict.events} events, ${lives.filter(({ killed }) => killed).length} kills (${lives.filter(({ killed, tried, acknowledged: own }) => killed && tried > own.length).length} inside an operation), reopened in ${Math.round(opened)} ms`;
}

async function killOver(location: string, startup: number): Promise<void> {
  const began = performance.now();
  const lives = await liveOnAndOn(location, startup);
  expect(lives.filter(({ killed }) => killed)).toHaveLength(KILLS);
  console.log(`kill test: ${await judge(location, lives)}, ${Math.round((performance.now() - began) / 1000)} s`);
}

if (!BUILT) console.warn('SKIPPED: the kill test needs dist/; run "npm run build"');

describe.skipIf(!BUILT)('killed at random points, PGlite', () => {
  it('loses nothing and doubles nothing', { timeout: 600_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lumbago-kill-'));
    await killOver(join(folder, 'worklist'), 2500).finally(() => rmSync(folder, { recursive: true, force: true }));
  });
});

describeWithServer('killed at random points, PostgreSQL', () => {
  it.skipIf(!BUILT)('loses nothing and doubles nothing', { timeout: 600_000 }, async () => {
    const { url, drop } = await freshServerDatabase();
    await killOver(url, 400).finally(drop);
  });
});

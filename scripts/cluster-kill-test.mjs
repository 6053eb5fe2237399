#!/usr/bin/env node
// Proves that a run over PostgreSQL loses and doubles nothing: workers are killed (SIGKILL) at random points and started again, submit and export
// are killed once each, the server crashes and comes back; the export must then equal a batch on one machine, byte for byte.
//   scripts/with-postgres.sh node scripts/cluster-kill-test.mjs --notes 200000 --workers 4 --kills 20 --restarts 1
// Needs dist/ (npm run build) and room for two result folders in the temporary folder. Last line: one JSON object. Exit code 0 only when all is equal.
import { execSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { writeNotes } from './cluster/write-notes.mjs';

const { values } = parseArgs({ options: {
  notes: { type: 'string', default: '200000' }, workers: { type: 'string', default: '4' }, kills: { type: 'string', default: '20' },
  restarts: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' }, 'part-size': { type: 'string', default: '5000' },
} });
const [NOTES, WORKERS, KILLS, RESTARTS] = [values.notes, values.workers, values.kills, values.restarts].map(Number);
const SERVER = process.env.LUMBAGO_TEST_POSTGRES;
const RESTART = process.env.LUMBAGO_TEST_POSTGRES_RESTART;
if (!SERVER || (RESTARTS > 0 && !RESTART)) {
  console.error('cluster-kill-test: run it with scripts/with-postgres.sh');
  process.exit(2);
}
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LUMBAGO = join(ROOT, 'bin/lumbago.js');
const folder = mkdtempSync(join(tmpdir(), 'lumbago-kill-'));
const [input, alone, exported] = ['notes.jsonl', 'alone', 'exported'].map((name) => join(folder, name));
const env = { ...process.env, LUMBAGO_DB: SERVER };
const say = (line) => console.error(`cluster-kill-test: ${line}`);

/** Mulberry32: small, seeded, good enough to choose by. */
let state = Number(values.seed);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const start = (...args) => spawn(process.execPath, [LUMBAGO, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });

/** Runs a command; with `killAfter` milliseconds it is killed and given again, with `again` in addition. */
async function run(args, { killAfter, again = [] } = {}) {
  const child = start(...args);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (signal === 'SIGKILL') {
    say(`killed ${args[1]} after ${killAfter} ms`);
    return run([...args, ...again]);
  }
  if (code !== 0 && code !== 3) throw new Error(`${args.join(' ')}: exit code ${code}`);
  return out;
}

const ask = async (sql) => {
  const client = new pg.Client({ connectionString: SERVER });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Keeps so many workers alive until they end by themselves, and disturbs them at random shares of the work. */
async function workDisturbed() {
  const [{ total }] = await ask('SELECT count(*)::int AS total FROM lumbago_cluster.chunks');
  const disturbances = [...Array(KILLS).fill('kill'), ...Array(RESTARTS).fill('restart')].map((what) => ({ what, at: 0.02 + random() * 0.9 })).sort((one, other) => one.at - other.at);
  const workers = new Set();
  let [kills, restarts, failed] = [0, 0, undefined];
  const launch = () => {
    const child = start('cluster', 'work', '--workers', '1', '--until-done', '--quiet');
    workers.add(child);
    child.on('close', (code, signal) => {
      workers.delete(child);
      if (signal === 'SIGKILL') launch();
      else if (code !== 0) failed = `a worker ended with exit code ${code}`;
    });
  };
  for (let number = 0; number < WORKERS; number++) launch();
  while (workers.size > 0 && !failed) {
    await wait(100);
    const [row] = await ask('SELECT count(*) FILTER (WHERE done_at IS NOT NULL)::int AS done FROM lumbago_cluster.chunks').catch(() => []);
    if (!row || disturbances.length === 0 || row.done / total < disturbances[0].at) continue;
    const { what } = disturbances.shift();
    if (what === 'restart') {
      execSync(RESTART, { shell: '/bin/bash', stdio: 'ignore' });
      restarts++;
    } else {
      [...workers][Math.floor(random() * workers.size)]?.kill('SIGKILL');
      kills++;
    }
    say(`${what} at ${row.done} of ${total} chunks`);
  }
  for (const child of workers) child.kill('SIGKILL');
  if (failed) throw new Error(failed);
  return { kills, restarts, left: disturbances.length };
}

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const filesOf = (path) => Object.fromEntries(readdirSync(path).sort().map((name) => [name, hashOf(join(path, name))]));
const seconds = async (work) => { const began = performance.now(); const result = await work(); return [Math.round(performance.now() - began) / 1000, result]; };

try {
  await writeNotes(input, NOTES, { spoilt: true });
  const [batchSeconds] = await seconds(() => run(['batch', input, '--out', alone, '--workers', '2', '--part-size', values['part-size'], '--quiet']));
  say(`one machine: ${NOTES} notes in ${batchSeconds} s`);
  const [submitSeconds, submitted] = await seconds(() => run(['cluster', 'submit', input, '--part-size', values['part-size'], '--json'], { killAfter: 700 + Math.floor(random() * 500) }));
  const { run: id } = JSON.parse(submitted);
  const [workSeconds, disturbed] = await seconds(workDisturbed);
  const [exportSeconds] = await seconds(() => run(['cluster', 'export', '--run', id, '--out', exported], { killAfter: 350 + Math.floor(random() * 400), again: ['--resume'] }));
  const verified = spawnSync(process.execPath, [LUMBAGO, 'batch', 'verify', exported], { encoding: 'utf8' });
  const [{ texts }] = await ask('SELECT count(*)::int AS texts FROM lumbago_cluster.texts');
  const [{ doubled }] = await ask('SELECT count(*)::int AS doubled FROM (SELECT FROM lumbago_cluster.results GROUP BY run, seq HAVING count(*) > 1) twice');
  const equal = JSON.stringify(filesOf(alone)) === JSON.stringify(filesOf(exported));
  const { counts } = JSON.parse(readFileSync(join(exported, 'manifest.json'), 'utf8'));
  const passed = equal && verified.status === 0 && texts === 0 && doubled === 0 && counts.read === NOTES && disturbed.left === 0;
  console.log(JSON.stringify({ passed, equal, verified: verified.status === 0, textsLeft: texts, doubled, notes: NOTES, counts, workers: WORKERS, ...disturbed, seconds: { batch: batchSeconds, submit: submitSeconds, work: workSeconds, export: exportSeconds } }));
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

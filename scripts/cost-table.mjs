#!/usr/bin/env node
// What a run costs, as a table in Markdown: batches of growing size with one and with more worker threads, and the same over PostgreSQL where
// there is a server; then what 100 million notes would cost. docs/batch.md holds a copy of its output. Processor time is what the work takes whoever
// else uses the machine; seconds are true on a machine that nobody else uses.
//   scripts/with-postgres.sh node scripts/cost-table.mjs --sizes 10000,100000,1000000 --workers 1,2
// Needs dist/ (npm run build) and room in the temporary folder: about 25 kB a note. Peak memory and processor time are read from /proc, so on Linux only.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { writeNotes } from './cluster/write-notes.mjs';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '2000,20000' }, workers: { type: 'string', default: '1,2' } } });
const SIZES = values.sizes.split(',').map(Number);
const WORKERS = values.workers.split(',').map(Number);
const FUTURE = 100_000_000;
const LUMBAGO = fileURLToPath(new URL('../bin/lumbago.js', import.meta.url));
const SERVER = process.env.LUMBAGO_TEST_POSTGRES;
const folder = mkdtempSync(join(tmpdir(), 'lumbago-cost-'));
const input = join(folder, 'notes.jsonl');

/** Runs a command: seconds, processor seconds, peak memory in MiB of its process, what it printed. */
async function measure(...args) {
  const began = performance.now();
  const child = spawn(process.execPath, [LUMBAGO, ...args], { env: { ...process.env, LUMBAGO_DB: SERVER ?? '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let [out, peak, cpu] = ['', 0, 0];
  child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  const timer = setInterval(() => { peak = Math.max(peak, peakOf(child.pid)); cpu = Math.max(cpu, cpuOf(child.pid)); }, 50);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  if (code !== 0 && code !== 3) throw new Error(`${args.join(' ')}: exit code ${code}`);
  return { seconds: (performance.now() - began) / 1000, cpu, peak, out };
}

function peakOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** User and system time so far, in seconds; the kernel counts hundredths. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

const sizeOf = (path) => readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
const count = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
const short = (number) => (number >= 100 ? count(Math.round(number)) : number.toFixed(1));
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

async function ask(sql) {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  return (await client.query(sql)).rows[0].answer;
}

const SIZE_OF_TABLES = "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 AS answer FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('lumbago_cluster', 'lumbago_queue') AND c.relkind = 'r'";

/** The same over PostgreSQL with one worker process of so many threads. */
async function measureCluster(notes, threads) {
  const submitted = await measure('cluster', 'submit', input, '--json');
  const submittedSize = await ask(SIZE_OF_TABLES);
  const worked = await measure('cluster', 'work', '--until-done', '--quiet', '--workers', String(threads));
  const size = await ask(SIZE_OF_TABLES);
  const out = join(folder, 'exported');
  const exported = await measure('cluster', 'export', '--run', JSON.parse(submitted.out).run, '--out', out, '--forget', '--quiet');
  rmSync(out, { recursive: true });
  const rates = ({ seconds, cpu, peak }) => [short(seconds), short(notes / seconds), ((cpu * 1000) / notes).toFixed(2), peak];
  row('cluster submit', count(notes), '1', ...rates(submitted), `${(submittedSize / notes / 1000).toFixed(1)} (database)`);
  row('cluster work', count(notes), threads, ...rates(worked), `${(size / notes / 1000).toFixed(1)} (database)`);
  row('cluster export', count(notes), '1', ...rates(exported), '');
}

/** Processor seconds for each note, and for the start, from the two largest runs of so many workers. */
function fit(runs) {
  const [one, other] = runs.slice(-2);
  if (!other) return { each: one.cpu / one.notes, start: 0 };
  const each = (other.cpu - one.cpu) / (other.notes - one.notes);
  return { each, start: Math.max(0, one.cpu - each * one.notes) };
}

try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  row('what', 'notes', 'threads', 'seconds', 'notes a second', 'processor ms a note', 'peak MiB', 'kB a note');
  row(...Array(8).fill('---'));
  const runs = new Map(WORKERS.map((workers) => [workers, []]));
  let [inputBytes, outputBytes, zippedBytes] = [0, 0, 0];
  for (const notes of SIZES) {
    inputBytes = await writeNotes(input, notes, { spoilt: false }) / notes;
    for (const workers of WORKERS) {
      const out = join(folder, 'out');
      const { seconds, cpu, peak } = await measure('batch', input, '--out', out, '--workers', String(workers), '--quiet');
      outputBytes = sizeOf(out) / notes;
      const part = readFileSync(join(out, 'part-00000.jsonl'));
      zippedBytes = outputBytes * (gzipSync(part).length / part.length);
      rmSync(out, { recursive: true });
      runs.get(workers).push({ notes, cpu });
      row('batch', count(notes), workers, short(seconds), short(notes / seconds), ((cpu * 1000) / notes).toFixed(2), peak, (outputBytes / 1000).toFixed(1));
    }
    if (SERVER) await measureCluster(notes, Math.max(...WORKERS));
  }
  console.log(`\nInput ${(inputBytes / 1000).toFixed(2)} kB a note, reports ${(outputBytes / 1000).toFixed(1)} kB, with --gzip ${(zippedBytes / 1000).toFixed(1)} kB.\n`);
  console.log(`${count(FUTURE)} notes like these, from the two largest runs:\n`);
  row('threads a process', 'processor s to start', 'ms a note', 'core hours', 'hours on 16 cores', 'on 64', 'on 256');
  row(...Array(7).fill('---'));
  for (const [workers, measured] of runs) {
    const { each, start } = fit(measured);
    const hours = (each * FUTURE) / 3600;
    row(workers, start.toFixed(1), (each * 1000).toFixed(2), short(hours), ...[16, 64, 256].map((cores) => short(hours / cores)));
  }
  console.log(`\nReports ${(outputBytes * FUTURE / 1e12).toFixed(2)} TB, with --gzip ${(zippedBytes * FUTURE / 1e12).toFixed(2)} TB; ids in memory ${(20 * FUTURE / 1e9).toFixed(1)} to ${(30 * FUTURE / 1e9).toFixed(1)} GB for one run.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

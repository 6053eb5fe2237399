// For the tests of the cluster: a database of their own on the server, a folder, notes as lines, and `lumbago` as a process of dist/.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { WorkerEngine } from '../../src/batch/chunk-worker.ts';
import { USUAL_COLUMNS } from '../../src/batch/raw-record.ts';
import { openSource } from '../../src/batch/source/open-source.ts';
import { startBoss } from '../../src/cluster/queue.ts';
import { submitRun } from '../../src/cluster/submit-run.ts';
import { ensureTables } from '../../src/cluster/tables.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { freshServerDatabase, hasServer } from '../store/stores.ts';

const LUMBAGO = fileURLToPath(new URL('../../bin/lumbago.js', import.meta.url));

/** A word of the notes that no evidence quotes, so it must be seen nowhere but in kept text. */
export const SECRET = 'Zanzibar';

export interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

export interface Desk {
  readonly url: () => string;
  readonly at: (name: string) => string;
  /** Starts `lumbago` with the database in its environment. */
  readonly start: (...args: readonly string[]) => ChildProcess;
  /** Runs `lumbago` to its end. */
  readonly run: (...args: readonly string[]) => Promise<Ended>;
}

/** A folder and an empty database that live as long as the tests of a file. */
export function openDesk(): Desk {
  let [folder, url] = ['', ''];
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    if (!existsSync(new URL('../../dist/cli/main.js', import.meta.url))) throw new Error('the tests of the cluster run dist/: npm run build first');
    folder = mkdtempSync(join(tmpdir(), 'lumbago-cluster-'));
    if (hasServer) ({ url, drop } = await freshServerDatabase());
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });
  const start = (...args: readonly string[]): ChildProcess => spawn(process.execPath, [LUMBAGO, ...args], { env: { ...process.env, LUMBAGO_DB: url }, stdio: ['ignore', 'pipe', 'pipe'] });
  return { url: () => url, at: (name) => join(folder, name), start, run: (...args) => ending(start(...args)) };
}

/** What a process wrote and how it ended. */
export function ending(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { err += text; });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** Submits notes from within this process, as an engine of that version and knowledge would. `stopAfter`: chunks after which it is interrupted. */
export async function submitAs(engine: WorkerEngine, { url, count, file, stopAfter = Infinity }: { readonly url: string; readonly count: number; readonly file: string; readonly stopAfter?: number }): Promise<string> {
  writeNotes(file, count);
  const source = await openSource(file, { columns: USUAL_COLUMNS, stdin: (async function* () { /* nothing stands there */ })() });
  const database = await openPostgres(url);
  await ensureTables(database);
  const boss = await startBoss({ url, connections: 2, supervise: false, onError: () => undefined });
  let records = 0;
  const plan = { source, frame: { columns: USUAL_COLUMNS, defaults: {}, includeText: false, phi: 'reject' as const }, partSize: 5000, gzip: false, timeout: 10_000, stopped: () => records >= stopAfter };
  const { run } = await submitRun(plan, { database, boss, engine, onProgress: (submitted) => { records = submitted; } });
  await boss.stop({ graceful: false });
  await database.close();
  return run;
}

const TEXTS = ['Assessment: Lumbago with sciatica, left side.', 'Assessment: Low back pain.', 'HPI: denies back pain.', 'Assessment: Lumbar radiculopathy, right.'];

/** Writes an archive; every 50th line is broken, every 60th repeats an id. */
export function writeNotes(path: string, count: number): void {
  const lineOf = (number: number): string => {
    if (number % 50 === 0) return '{"id": "broken';
    return JSON.stringify({ id: number % 60 === 0 ? 'n1' : `n${number}`, text: `Back from ${SECRET}.\n${TEXTS[number % TEXTS.length]}`, date: '2026-11-15' });
  };
  writeFileSync(path, Array.from({ length: count }, (_, index) => `${lineOf(index + 1)}\n`).join(''));
}

/** Names of files → their SHA-256. */
export const hashesOf = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));

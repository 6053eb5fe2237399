// The built command as a process of its own, as a data engineer starts it: arguments in, exit code and both streams out. Needs dist/.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const BIN = fileURLToPath(new URL('../../bin/lumbago.js', import.meta.url));

export interface Ran { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly out: string; readonly err: string }

/** `kill`: a signal, so many milliseconds after `when` has come true. */
export interface Circumstances { readonly stdin?: Uint8Array; readonly kill?: { readonly signal: NodeJS.Signals; readonly after: number; readonly when: () => boolean } }

/** Runs `lumbago` with the arguments and waits for its end. */
export function runLumbago(args: readonly string[], { stdin, kill }: Circumstances = {}): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  child.stdin.on('error', () => undefined).end(stdin);
  const wait = kill && setInterval(() => {
    if (!kill.when()) return;
    clearInterval(wait);
    setTimeout(() => child.kill(kill.signal), kill.after);
  }, 5);
  return new Promise((resolve) => child.on('close', (code, signal) => {
    clearInterval(wait);
    resolve({ code, signal, out, err });
  }));
}

/** A folder that is gone after the work. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-batch-'));
  await work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

export interface RejectLine { readonly id: string | null; readonly line: number; readonly reason: string; readonly kind: string; readonly categories: readonly string[]; readonly spans?: readonly { readonly start: number; readonly end: number }[] }

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

/** The lines of rejects.jsonl. */
export const rejectsIn = (folder: string): RejectLine[] => linesOf(readFileSync(join(folder, 'rejects.jsonl'), 'utf8')).map((line) => JSON.parse(line) as RejectLine);

/** The text of all parts, one after the other, unpacked. */
export function partsIn(folder: string): string {
  const parts = readdirSync(folder).filter((name) => name.startsWith('part-')).sort().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  return parts.map(({ name, bytes }) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')).join('');
}

/** The ids of all reports, in order. */
export const idsIn = (folder: string): string[] => linesOf(partsIn(folder)).map((line) => (JSON.parse(line) as { note: { id: string } }).note.id);

/** Name → SHA-256 of every file in a folder. */
export const hashesIn = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));

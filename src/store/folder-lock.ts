// One process at a time in a store folder. In: the folder. Out: a release, or a StoreError that names who holds it.
// A lock is a file `lock.N` with the holder in it; the highest N counts and is never deleted, only marked as free, so that two who
// find a dead holder cannot both take over: only one can make the file N + 1.
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from './error.ts';

/** `born` tells a process from a later one with the same number, where the system says when a process began. */
interface Holder { readonly pid: number; readonly host: string; readonly born: string; readonly free: boolean }

const NAME = /^lock\.(\d+)$/;
const PAUSE = 100;

/** Waits for the folder, `patience` milliseconds at most; gives the function that lets it go. */
export async function lockFolder(folder: string, patience: number): Promise<() => void> {
  for (let waited = 0; ; waited += PAUSE) {
    const release = tryLock(folder);
    if (release) return release;
    if (waited >= patience) throw new StoreError('busy', describeHolder(folder));
    await sleep(PAUSE);
  }
}

function tryLock(folder: string): (() => void) | undefined {
  const top = highest(folder);
  const holder = top === 0 ? undefined : readHolder(join(folder, `lock.${top}`));
  if (holder && !isGone(holder)) return undefined;
  const own = join(folder, `lock.${top + 1}`);
  if (!claim(own)) return undefined;
  if (highest(folder) > top + 1) {
    rmSync(own, { force: true });
    return undefined;
  }
  for (const number of numbers(folder)) if (number <= top) rmSync(join(folder, `lock.${number}`), { force: true });
  return () => replace(own, { ...self(), free: true });
}

const numbers = (folder: string): readonly number[] => readdirSync(folder).flatMap((file) => (NAME.test(file) ? [Number(file.slice(5))] : []));
const highest = (folder: string): number => Math.max(0, ...numbers(folder));

/** Makes the lock file whole or not at all; false when someone else was quicker. */
function claim(own: string): boolean {
  const draft = `${own}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify({ ...self(), free: false }));
    linkSync(draft, own);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new StoreError('refused', `${own}: cannot be written (${code}); check the permissions and the disk, or name another place with --store`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(own: string, holder: Holder): void {
  const draft = `${own}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  renameSync(draft, own);
}

const self = (): Holder => ({ pid: process.pid, host: hostname(), born: birthOf(process.pid), free: false });

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True when the holder let go or has ended. Of another machine nobody can tell: it counts as there. */
function isGone({ pid, host, born, free }: Holder): boolean {
  if (free) return true;
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return born !== birthOf(pid);
}

/** The start of a process in ticks since the machine started, and which start of the machine; empty where the system does not say. */
function birthOf(pid: number): string {
  try {
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return '';
  }
}

function describeHolder(folder: string): string {
  const path = join(folder, `lock.${highest(folder)}`);
  const holder = readHolder(path);
  if (!holder) return `${folder}: is held by another process; try again`;
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}; if that machine is gone, delete ${path}`;
  return `${folder}: is held by process ${holder.pid}${elsewhere}. A folder serves one process at a time: try again, or use a PostgreSQL server for many (--store postgres://…)`;
}

// A worklist in a folder: one process at a time, dead holders give way, nothing half remains. One folder with a database for all of it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReport } from '../../src/store/add-report.ts';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { listQueries } from '../../src/store/list-queries.ts';
import { openStore } from '../../src/store/open-store.ts';
import { printablePlace } from '../../src/store/postgres.ts';
import { NOW, reportOf, stampAt } from './stores.ts';

const BUILT = existsSync(new URL('../../dist/store/folder-lock.js', import.meta.url));
let root = '';
const children: ChildProcess[] = [];
const at = (name: string): string => join(root, name);
const emptyFolder = (name: string): string => { mkdirSync(at(name)); return at(name); };

beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'lumbago-folder-')); });
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** A process that is there and does nothing. */
function idle(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  children.push(child);
  return child.pid as number;
}

const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const lockBy = (folder: string, holder: Readonly<Record<string, unknown>>): void => writeFileSync(join(folder, 'lock.4'), JSON.stringify({ host: hostname(), born: '', free: false, ...holder }));

describe('the lock of a folder', () => {
  it('is held by one, and goes to the next when it is let go', async () => {
    const folder = emptyFolder('one');
    const release = await lockFolder(folder, 0);
    await expect(lockFolder(folder, 150)).rejects.toMatchObject({ fault: 'busy', message: expect.stringContaining(`is held by process ${process.pid}. A folder serves one process at a time`) });
    const waiting = lockFolder(folder, 5000);
    release();
    (await waiting)();
    expect(readdirSync(folder)).toEqual(['lock.2']);
  });

  it('stays with a living process, and leaves a dead one', async () => {
    const folder = emptyFolder('other');
    const pid = idle();
    lockBy(folder, { pid, ...(process.platform === 'linux' ? { born: 'unlike' } : {}) });
    const release = await lockFolder(folder, 0);
    release();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    lockBy(folder, { pid: gone() });
    (await lockFolder(folder, 0))();
    writeFileSync(join(folder, 'lock.9'), '{"pid":');
    (await lockFolder(folder, 0))();
    expect(readdirSync(folder)).toEqual(['lock.10']);
  });

  it('of another machine is not broken, and the message says what to do', async () => {
    const folder = emptyFolder('elsewhere');
    lockBy(folder, { pid: 1, host: 'far-away' });
    await expect(lockFolder(folder, 0)).rejects.toThrow(/process 1 on far-away; if that machine is gone, delete .*lock\.4/);
  });

  it.runIf(BUILT)('lets in one of many at a time, even when holders are killed', async () => {
    const folder = emptyFolder('many');
    const lock = fileURLToPath(new URL('../../dist/store/folder-lock.js', import.meta.url));
    const program = `
      const { lockFolder } = await import(${JSON.stringify(lock)});
      const { openSync, closeSync, rmSync } = await import('node:fs');
      for (let turn = 0; turn < 8; turn++) {
        const release = await lockFolder(${JSON.stringify(folder)}, 30000);
        const guard = ${JSON.stringify(at('guard'))};
        try { closeSync(openSync(guard, 'wx')); } catch { process.exit(9); }
        await new Promise((resolve) => setTimeout(resolve, 5));
        rmSync(guard);
        if (turn === 5 && process.pid % 2) process.kill(process.pid, 'SIGKILL');
        release();
      }`;
    const ends = await Promise.all(Array.from({ length: 5 }, () => new Promise<number | null>((resolve) => {
      spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' }).on('close', resolve);
    })));
    expect(ends.filter((code) => code !== 0 && code !== null), 'two were in at once').toEqual([]);
  });
});

describe('a folder', () => {
  it('is not made unasked, and a folder of other files is left alone', async () => {
    await expect(openStore(at('absent'), { create: false, now: NOW })).rejects.toMatchObject({ fault: 'absent', message: expect.stringContaining('there is no worklist here') });
    expect(existsSync(at('absent'))).toBe(false);
    const folder = emptyFolder('letters');
    writeFileSync(join(folder, 'letter.txt'), 'x');
    await expect(openStore(folder, { create: true, now: NOW })).rejects.toMatchObject({ fault: 'unreadable', message: expect.stringContaining('holds other files') });
    await expect(openStore(join(folder, 'letter.txt'), { create: true, now: NOW })).rejects.toThrow(/is a file, not a folder/);
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('keeps what was stored, goes on after a database that was never finished, and tells who holds it', async () => {
    const folder = emptyFolder('kept');
    mkdirSync(join(folder, 'database.unfinished'));
    writeFileSync(join(folder, 'database.unfinished', 'PG_VERSION'), '18\n');
    const first = await openStore(folder, { create: true, now: NOW });
    const settings = await first.query<{ fsync: string; commit: string }>("SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit");
    expect(settings).toEqual([{ fsync: 'on', commit: 'on' }]);
    await addReport(first, { report: reportOf('n1', 2), stamp: stampAt(0) });
    await expect(openStore(folder, { create: false, now: NOW, patience: 0 })).rejects.toMatchObject({ fault: 'busy' });
    await first.close();
    const second = await openStore(folder, { create: false, now: NOW });
    expect(await listQueries(second)).toHaveLength(2);
    await second.close();
    expect(readdirSync(folder).sort()).toEqual(['database', expect.stringMatching(/^lock\.\d+$/)]);
    for (const needed of ['global/pg_control', 'PG_VERSION']) {
      rmSync(join(folder, 'database', needed));
      await expect(openStore(folder, { create: true, now: NOW })).rejects.toMatchObject({ fault: 'unreadable', message: expect.stringMatching(/database: is damaged and cannot be opened/) });
      expect(existsSync(join(folder, 'database', needed)), 'nothing is made over it').toBe(false);
    }
  });
});

describe('the database packages', () => {
  it('are loaded only when a store is opened, because every other command would wait for them', () => {
    const source = fileURLToPath(new URL('../../src/', import.meta.url));
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const heavy = /^(?:import|export) (?!type )[^;]*from '(?:@electric-sql\/pglite[^']*|pg|[^']*\/(?:pglite|postgres)\.ts)'/m;
    expect(files.filter((file) => heavy.test(readFileSync(join(source, file), 'utf8'))).map((file) => file.replaceAll('\\', '/')).sort()).toEqual(['store/pglite.ts', 'store/postgres.ts']);
  });
});

describe('a server', () => {
  it('that is not there is told without its password', async () => {
    const url = 'postgres://ana:hunter2@127.0.0.1:1/cdi';
    expect(printablePlace(url)).toBe('postgres://127.0.0.1:1/cdi');
    await expect(openStore(url, { create: true, now: NOW })).rejects.toMatchObject({ fault: 'absent', message: expect.stringMatching(/^postgres:\/\/127\.0\.0\.1:1\/cdi: cannot be reached \(ECONNREFUSED\)/) });
    await expect(openStore('mysql://x/y', { create: true, now: NOW })).rejects.toMatchObject({ fault: 'usage' });
  });
});

// A worklist in a folder: `database/` with the files of PGlite and the lock beside it. In: the folder. Out: a Database that holds the lock.
// A new database is made aside and renamed when it is whole, so that a crash while it is made leaves nothing half.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { StoreError } from './error.ts';
import { lockFolder } from './folder-lock.ts';
import { syncNames, syncTree } from './sync-folder.ts';

const DATABASE = 'database';
const UNFINISHED = 'database.unfinished';
const OURS = /^(?:database(?:\.unfinished)?|lock\.\d+(?:\.\d+)?)$/;

export interface FolderOptions {
  /** Makes the folder and the database where there is none. */
  readonly create: boolean;
  /** How long to wait for another process, in milliseconds. */
  readonly patience: number;
}

/** Opens the worklist in the folder. PGlite is loaded here and not before. */
export async function openFolder(folder: string, { create, patience }: FolderOptions): Promise<Database> {
  refuseOthers(folder);
  if (!create && !existsSync(join(folder, DATABASE))) throw new StoreError('absent', `${folder}: there is no worklist here; "lumbago worklist add" makes one, --store names another place`);
  makeFolder(folder);
  const release = await lockFolder(folder, patience);
  try {
    const path = join(folder, DATABASE);
    if (!existsSync(path)) await makeDatabase(folder, path);
    const database = await openDatabase(folder, path);
    return { ...database, close: () => database.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function makeDatabase(folder: string, path: string): Promise<void> {
  const { openPglite } = await import('./pglite.ts');
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  await (await openPglite(folder, unfinished)).close();
  syncTree(unfinished);
  renameSync(unfinished, path);
  syncNames(folder);
}

/** Opens what is there. PGlite would make a new database over a damaged one, and stops without a word at other damage. */
async function openDatabase(folder: string, path: string): Promise<Database> {
  const { openPglite } = await import('./pglite.ts');
  const damaged = new StoreError('unreadable', `${path}: is damaged and cannot be opened; keep a copy of it and restore the folder from a backup`);
  if (!existsSync(join(path, 'PG_VERSION'))) throw damaged;
  return openPglite(folder, path).catch(() => { throw damaged; });
}

/** A folder with files of other kinds is someone else's. */
function refuseOthers(folder: string): void {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new StoreError('unreadable', `${folder}: ${code === 'ENOTDIR' ? 'is a file, not a folder' : `cannot be read (${code})`}; name a folder with --store`);
  }
  if (entries.length > 0 && !entries.includes(DATABASE) && !entries.every((entry) => OURS.test(entry))) {
    throw new StoreError('unreadable', `${folder}: holds other files and no worklist; name an empty or new folder with --store`);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError('refused', `${folder}: cannot be made (${(error as NodeJS.ErrnoException).code}); name another place with --store`);
  }
}

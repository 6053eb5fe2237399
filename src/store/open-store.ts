// The door of the store: a folder or a PostgreSQL URL in, a Database with today's tables out.
import type { Database } from './database.ts';
import { StoreError } from './error.ts';
import { migrate } from './migrate.ts';

export interface OpenOptions {
  /** Makes a store where there is none; otherwise that is an error. */
  readonly create: boolean;
  /** The time, for the record of migrations. */
  readonly now: string;
  /** How long to wait for another process that holds the folder, in milliseconds; 10 seconds unless told. */
  readonly patience?: number;
}

/** Opens a worklist; close it. `memory:` is one that nobody keeps. */
export async function openStore(location: string, { create, now, patience = 10_000 }: OpenOptions): Promise<Database> {
  const database = await connectTo(location, { create, patience });
  try {
    await migrate(database, { create, now });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function connectTo(location: string, options: { readonly create: boolean; readonly patience: number }): Promise<Database> {
  if (location === 'memory:') return (await import('./pglite.ts')).openPglite(location);
  if (/^postgres(?:ql)?:/.test(location)) return (await import('./postgres.ts')).openPostgres(location);
  if (/^[a-z]{2,}:\/\//i.test(location)) throw new StoreError('usage', '--store: is not a folder and not a postgres:// URL');
  return (await import('./open-folder.ts')).openFolder(location, options);
}

// What every worklist command begins and ends with: where the store is, who asks and when, errors of the store as exit codes.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../../../codeset/data-folder.ts';
import type { Database } from '../../../store/database.ts';
import type { StoreFault } from '../../../store/error.ts';
import type { Stamp } from '../../../store/stamp.ts';
import { CliFailure, EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';

export interface StoreFlags { readonly store?: string; readonly by?: string }

const CODES: Readonly<Record<StoreFault, ExitCode>> = { absent: EXIT.noInput, usage: EXIT.usage, unreadable: EXIT.unreadable, refused: EXIT.cannotWrite, busy: EXIT.cannotWrite };

/** The store that the flags or the environment name, else a folder among the user's data. */
export function storeLocation({ store }: StoreFlags, { env }: Io): string {
  const named = store ?? env.LUMBAGO_STORE;
  if (named === '') throw new CliFailure(EXIT.usage, '--store: names nothing; give a folder or a postgres:// URL');
  if (named !== undefined) return named;
  return join(dataFolder(env), 'worklist');
}

/** Who asks: the flag, else the user of this session. */
export function stampOf({ by }: StoreFlags, { env }: Io): Stamp {
  const actor = by ?? (env.USER || env.LOGNAME || env.USERNAME || accountName());
  if (actor === undefined) throw new CliFailure(EXIT.usage, 'who does this is not known: $USER is not set; say it with --by NAME');
  return { actor, now: new Date().toISOString() };
}

function accountName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** Opens the store, does the work, closes it. `create` makes a store where there is none. */
export async function withStore<T>(flags: StoreFlags & { readonly create?: boolean }, io: Io, work: (database: Database) => Promise<T>): Promise<T> {
  const { openStore } = await import('../../../store/open-store.ts');
  const { DatabaseFault, StoreError } = await import('../../../store/error.ts');
  try {
    const database = await openStore(storeLocation(flags, io), { create: flags.create ?? false, now: new Date().toISOString() });
    return await work(database).finally(() => database.close());
  } catch (error) {
    if (error instanceof DatabaseFault) throw new CliFailure(EXIT.cannotWrite, error.message);
    throw error instanceof StoreError ? new CliFailure(CODES[error.fault], error.message) : error;
  }
}

// What every cluster command begins and ends with: which database, and its errors as exit codes.
import type { Database } from '../../../store/database.ts';
import type { StoreFault } from '../../../store/error.ts';
import { CliFailure, EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';

export interface ClusterFlags { readonly db?: string }

const CODES: Readonly<Record<StoreFault, ExitCode>> = { absent: EXIT.noInput, usage: EXIT.usage, unreadable: EXIT.unreadable, refused: EXIT.cannotWrite, busy: EXIT.cannotWrite };

/** The URL that the flag or the environment names. */
export function databaseUrl({ db }: ClusterFlags, { env }: Io): string {
  const url = db ?? env.LUMBAGO_DB;
  if (url === undefined || !/^postgres(?:ql)?:/.test(url)) throw new CliFailure(EXIT.usage, '--db: give postgres://user:password@host/database, or set $LUMBAGO_DB, where no process list shows the password');
  return url;
}

/** Opens the database, does the work, closes it. */
export async function withDatabase<T>(flags: ClusterFlags, io: Io, work: (database: Database, url: string) => Promise<T>): Promise<T> {
  const url = databaseUrl(flags, io);
  return withClusterErrors(async () => {
    const { openPostgres } = await import('../../../store/postgres.ts');
    const { CLUSTER_URL } = await import('../../../cluster/cluster-url.ts');
    const database = await openPostgres(url, CLUSTER_URL);
    return work(database, url).finally(() => database.close());
  });
}

/** Errors of the database and of the queue as exit codes, without what they may quote. */
export async function withClusterErrors<T>(work: () => Promise<T>): Promise<T> {
  const { DatabaseFault, StoreError, withoutQuotes } = await import('../../../store/error.ts');
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CliFailure) throw thrown;
    const error = typeof (thrown as { severity?: unknown } | null)?.severity === 'string' ? withoutQuotes(thrown) : thrown;
    if (error instanceof StoreError) throw new CliFailure(CODES[error.fault], error.message);
    if (error instanceof DatabaseFault) throw new CliFailure(EXIT.cannotWrite, error.message);
    throw error;
  }
}

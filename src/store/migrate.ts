// Brings a database to today's tables. In: a database. Out: nothing, or a StoreError when there is no store or a newer lumbago wrote it.
// All missing migrations are one transaction, and one process at a time does it.
import type { Connection, Database } from './database.ts';
import { StoreError } from './error.ts';
import { MIGRATIONS } from './migrations.ts';

const LATEST = MIGRATIONS.at(-1)?.version ?? 0;
/** Any number that nobody else takes an advisory lock on: "lumbago" on a telephone. */
const LOCK = 5862246;

/** Applies what is missing. */
export async function migrate(database: Database, { create, now }: { readonly create: boolean; readonly now: string }): Promise<void> {
  const found = await versionOf(database);
  if (found === 0 && !create) throw new StoreError('absent', `${database.place}: there is no worklist here; "lumbago worklist add" makes one, --store names another place`);
  if (found > LATEST) throw new StoreError('unreadable', `${database.place}: was written by a newer lumbago (tables of version ${found}, this one knows ${LATEST}); use that one, or name another place with --store`);
  if (found === LATEST) return;
  await database.transaction(async (connection) => {
    await connection.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const from = await versionOf(connection);
    for (const { version, title, statements } of MIGRATIONS.filter((migration) => migration.version > from)) {
      for (const statement of statements) await connection.query(statement);
      await connection.query('INSERT INTO lumbago.migrations (version, title, applied_at) VALUES ($1, $2, $3)', [version, title, now]);
    }
  });
}

/** The newest version applied; 0 where there are no tables of ours. Reads the catalogue itself: to_regclass may answer from before another's commit. */
async function versionOf(connection: Connection): Promise<number> {
  const [there] = await connection.query<{ present: boolean }>("SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'lumbago' AND tablename = 'migrations') AS present");
  if (!there?.present) return 0;
  const [row] = await connection.query<{ version: number }>('SELECT coalesce(max(version), 0)::int AS version FROM lumbago.migrations');
  return row?.version ?? 0;
}

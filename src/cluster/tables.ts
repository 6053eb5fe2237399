// The tables of runs over PostgreSQL, beside those of pg-boss. In: a database. Out: nothing, or a StoreError when a newer lumbago wrote them.
// Note text lies in `texts` only, and only until its chunk is done.
import type { Connection, Database } from '../store/database.ts';
import { StoreError } from '../store/error.ts';

/** The schema of pg-boss; ours is lumbago_cluster. */
export const QUEUE_SCHEMA = 'lumbago_queue';

const VERSION = 1;
/** An advisory lock that nobody else takes: "lumbago" on a telephone, and one. */
const LOCK = 5862247;

/** Columns that decide bytes of the output are text, not jsonb, which would order their keys anew. What is zipped already is not compressed again. */
const STATEMENTS = [
  'CREATE SCHEMA lumbago_cluster',
  'CREATE TABLE lumbago_cluster.version (version int NOT NULL)',
  `CREATE TABLE lumbago_cluster.runs (
    id text PRIMARY KEY, queue text NOT NULL, input_name text NOT NULL, identity text NOT NULL, submitted boolean NOT NULL DEFAULT false,
    chunks int NOT NULL DEFAULT 0, records int NOT NULL DEFAULT 0, digest text, begun_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE lumbago_cluster.chunks (
    run text NOT NULL REFERENCES lumbago_cluster.runs ON DELETE CASCADE, seq int NOT NULL, records int NOT NULL, ends_part boolean NOT NULL, digest text, done_at timestamptz,
    PRIMARY KEY (run, seq))`,
  'CREATE INDEX chunks_open ON lumbago_cluster.chunks (run) WHERE done_at IS NULL',
  `CREATE TABLE lumbago_cluster.texts (
    run text NOT NULL, seq int NOT NULL, packed bytea NOT NULL, PRIMARY KEY (run, seq), FOREIGN KEY (run, seq) REFERENCES lumbago_cluster.chunks ON DELETE CASCADE)`,
  'ALTER TABLE lumbago_cluster.texts ALTER COLUMN packed SET STORAGE EXTERNAL',
  `CREATE TABLE lumbago_cluster.results (
    run text NOT NULL, seq int NOT NULL, zipped bytea NOT NULL, outcomes text NOT NULL, keys bytea NOT NULL,
    records int NOT NULL, ok int NOT NULL, rejected int NOT NULL, error int NOT NULL, worker text NOT NULL, done_at timestamptz NOT NULL,
    PRIMARY KEY (run, seq), FOREIGN KEY (run, seq) REFERENCES lumbago_cluster.chunks ON DELETE CASCADE)`,
  'ALTER TABLE lumbago_cluster.results ALTER COLUMN zipped SET STORAGE EXTERNAL',
  'CREATE INDEX results_time ON lumbago_cluster.results (run, done_at)',
  `INSERT INTO lumbago_cluster.version (version) VALUES (${VERSION})`,
];

/** Makes the tables where there are none; one process at a time does it. */
export async function ensureTables(database: Database): Promise<void> {
  if (await versionOf(database) === VERSION) return;
  await database.transaction(async (connection) => {
    await connection.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const found = await versionOf(connection);
    if (found > VERSION) throw new StoreError('unreadable', `${database.place}: the tables of lumbago cluster are of version ${found}, this one knows ${VERSION}; use the newer lumbago`);
    if (found === 0) for (const statement of STATEMENTS) await connection.query(statement);
  });
}

/** Refuses where no run was ever submitted. */
export async function needTables(database: Database): Promise<void> {
  if (await versionOf(database) === 0) throw new StoreError('absent', `${database.place}: no run was submitted here; "lumbago cluster submit" does that, --db names another database`);
  await ensureTables(database);
}

async function versionOf(connection: Connection): Promise<number> {
  const [there] = await connection.query<{ present: boolean }>("SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'lumbago_cluster' AND tablename = 'version') AS present");
  if (!there?.present) return 0;
  const [row] = await connection.query<{ version: number }>('SELECT max(version) AS version FROM lumbago_cluster.version');
  return row?.version ?? 0;
}

// A PostgreSQL server as a Database, by a connection URL. A fault of the connection is told without the password.
import { Pool, types, type PoolClient, type QueryResultRow } from 'pg';
import { readTime, TIMESTAMP, type Connection, type Database, type Value } from './database.ts';
import { StoreError, withoutQuotes } from './error.ts';

/** SQLSTATE classes and system codes that mean: there is no way in. */
const NO_WAY_IN = /^(?:08|28|3D|53300|57P|ECONN|ENOTFOUND|ENOENT|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN|EACCES)/;
const LOCK_TIMEOUT = '55P03';

const PARSE = { getTypeParser: ((oid: number, format?: 'text') => (oid === TIMESTAMP ? readTime : types.getTypeParser(oid, format))) as typeof types.getTypeParser };

/** How the URL was given, and what to do when the connection broke off in the middle: for messages. */
export interface Asked { readonly flag: string; readonly brokeOff: string }

const WORKLIST: Asked = { flag: '--store', brokeOff: '"lumbago worklist log" tells what was stored' };

/** Connects at once, so that a wrong URL is told before anything is done. */
export async function openPostgres(url: string, asked: Asked = WORKLIST): Promise<Database> {
  const place = printablePlace(url);
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000, types: PARSE, application_name: 'lumbago' });
  pool.on('error', () => undefined);
  const tell = (error: unknown): Error => describeFault(error, place, asked);
  const database: Database = {
    place,
    query: connect(pool, tell).query,
    transaction: (work) => runTransaction(pool, tell, work),
    close: () => pool.end(),
  };
  try {
    await database.query('SELECT 1');
    return database;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

type Tell = (error: unknown) => Error;

function connect(source: Pick<Pool | PoolClient, 'query'>, tell: Tell): Connection {
  return {
    async query<Row extends object>(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
      try {
        return (await source.query<Row & QueryResultRow>(sql, [...values])).rows;
      } catch (error) {
        throw tell(error);
      }
    },
  };
}

async function runTransaction<T>(pool: Pool, tell: Tell, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => { throw tell(error); });
  const ignore = (): void => undefined;
  client.on('error', ignore);
  const connection = connect(client, tell);
  let broken = false;
  try {
    await connection.query('BEGIN');
    await connection.query("SET LOCAL lock_timeout = '10s'");
    await connection.query('SET LOCAL synchronous_commit = on');
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(() => false, () => true);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function describeFault(error: unknown, place: string, { flag, brokeOff }: Asked): Error {
  const code = String((error as { readonly code?: unknown }).code ?? '');
  if (code === LOCK_TIMEOUT) return new StoreError('busy', `${place}: someone else has been writing for 10 seconds; nothing was changed, try again`);
  if (NO_WAY_IN.test(code)) return new StoreError('absent', `${place}: cannot be reached (${code}); check the server and the URL in ${flag}. If it broke off in the middle, ${brokeOff}`);
  return withoutQuotes(error);
}

/** `postgres://ana:secret@db.example:5432/cdi` → `postgres://db.example:5432/cdi`. */
export function printablePlace(url: string): string {
  if (!URL.canParse(url)) return 'the PostgreSQL server';
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

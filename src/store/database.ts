// The little that the store asks of a database, so that one SQL serves PGlite in a folder and a PostgreSQL server.
// Times come out as ISO 8601 strings in UTC with milliseconds, JSON columns parsed. Not its job: what the tables mean.

export type Value = string | number | null | Uint8Array;

export interface Connection {
  /** Runs one statement; `$1`, `$2` … stand for the values. */
  query<Row extends object>(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

export interface Database extends Connection {
  /** Where it lies, fit to print: no password in it. */
  readonly place: string;
  /** All of the work is stored, durably, or nothing of it. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** OID of `timestamp with time zone`. */
export const TIMESTAMP = 1184;

/** `2026-11-20 10:00:00+00` as PostgreSQL writes it → `2026-11-20T10:00:00.000Z`. */
export const readTime = (written: string): string => new Date(written).toISOString();

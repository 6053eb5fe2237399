// What the database says of its runs: how far they are, how fast, who is at work. In: a database. Out: plain numbers, times as ISO strings.
import type { Database } from '../store/database.ts';

export interface RunStatus {
  readonly run: string;
  /** `submitting`: not all of the input is there yet. `done`: every chunk has its result, it can be exported. */
  readonly state: 'submitting' | 'working' | 'done';
  readonly input: string;
  readonly engine: { readonly version: string; readonly knowledge: string; readonly release: string };
  readonly chunks: { readonly total: number; readonly done: number };
  /** Records before duplicates are found, which the export does. */
  readonly records: { readonly total: number; readonly done: number; readonly ok: number; readonly rejected: number; readonly error: number };
  /** Records a second: over the last minute, and since the run was begun. */
  readonly rate: { readonly lastMinute: number; readonly overall: number };
  /** By the rate of the last minute; null where nothing was done in it. */
  readonly remainingSeconds: number | null;
  /** Workers that ended a chunk in the last minute. */
  readonly workers: readonly string[];
  /** Chunks whose text is still in the database. */
  readonly texts: number;
  readonly begunAt: string;
}

const SUMS = `
  SELECT id AS run, input_name AS input, identity, submitted, chunks, records, begun_at AS "begunAt",
    (SELECT count(*)::int FROM lumbago_cluster.chunks WHERE run = id AND done_at IS NOT NULL) AS "chunksDone",
    (SELECT count(*)::int FROM lumbago_cluster.texts WHERE run = id) AS texts,
    coalesce(r.done, 0)::int AS done, coalesce(r.ok, 0)::int AS ok, coalesce(r.rejected, 0)::int AS rejected, coalesce(r.error, 0)::int AS error,
    coalesce(r.minute, 0)::int AS minute, coalesce(r.workers, '{}') AS workers,
    extract(epoch FROM coalesce(r.latest, now()) - begun_at)::float8 AS seconds, least(60, extract(epoch FROM now() - begun_at))::float8 AS window
  FROM lumbago_cluster.runs LEFT JOIN LATERAL (
    SELECT sum(records) AS done, sum(ok) AS ok, sum(rejected) AS rejected, sum(error) AS error, max(done_at) AS latest,
      sum(records) FILTER (WHERE done_at > now() - interval '60 s') AS minute,
      array_agg(DISTINCT worker ORDER BY worker) FILTER (WHERE done_at > now() - interval '60 s') AS workers
    FROM lumbago_cluster.results WHERE run = id) r ON true
  WHERE $1 = '' OR id = $1 ORDER BY begun_at, id`;

interface Row {
  readonly run: string; readonly input: string; readonly identity: string; readonly submitted: boolean; readonly chunks: number; readonly records: number; readonly begunAt: string;
  readonly chunksDone: number; readonly texts: number; readonly done: number; readonly ok: number; readonly rejected: number; readonly error: number;
  readonly minute: number; readonly workers: readonly string[]; readonly seconds: number; readonly window: number;
}

/** The status of one run, or of all in the order in which they were begun. */
export async function readStatus(database: Database, run = ''): Promise<readonly RunStatus[]> {
  return (await database.query<Row>(SUMS, [run])).map(toStatus);
}

function toStatus(row: Row): RunStatus {
  const { engine } = JSON.parse(row.identity) as Pick<RunStatus, 'engine'>;
  const lastMinute = round(row.minute / Math.max(1, row.window));
  const left = row.records - row.done;
  return {
    run: row.run, state: !row.submitted ? 'submitting' : row.chunksDone === row.chunks ? 'done' : 'working', input: row.input, engine,
    chunks: { total: row.chunks, done: row.chunksDone },
    records: { total: row.records, done: row.done, ok: row.ok, rejected: row.rejected, error: row.error },
    rate: { lastMinute, overall: round(row.done / Math.max(1, row.seconds)) },
    remainingSeconds: left === 0 && row.submitted ? 0 : lastMinute === 0 ? null : Math.round(left / lastMinute),
    workers: row.workers, texts: row.texts, begunAt: row.begunAt,
  };
}

const round = (rate: number): number => Math.round(rate * 10) / 10;

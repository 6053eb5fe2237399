// `lumbago cluster work`: one worker process. Says on standard error what happens and, every 30 seconds, how far it is, as a line of JSON.
import { hostname, availableParallelism } from 'node:os';
import type { ChunkOutcome } from '../../../batch/code-chunk.ts';
import type { WorkEnd } from '../../../cluster/work-cluster.ts';
import type { WorkerCounters } from '../../../cluster/write-metrics.ts';
import type { Database } from '../../../store/database.ts';
import { CliFailure, EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { watchSignals } from '../batch.ts';
import { databaseUrl, withClusterErrors, type ClusterFlags } from './desk.ts';

export interface WorkFlags extends ClusterFlags {
  readonly workers?: number; readonly untilDone?: boolean; readonly metrics?: number; readonly metricsHost: string; readonly quiet?: boolean;
}

const LOGGED_EVERY = 30_000;

/** Works until asked to stop, or, with --until-done, until no chunk is left. */
export async function runWork(flags: WorkFlags, io: Io): Promise<ExitCode> {
  const url = databaseUrl(flags, io);
  const { workCluster } = await import('../../../cluster/work-cluster.ts');
  const say = (sentence: string): void => { if (!flags.quiet) io.writeError(`lumbago: ${sentence}\n`); };
  const counters = { chunks: 0, ok: 0, rejected: 0, error: 0, startedSeconds: Math.floor(Date.now() / 1000) };
  const interrupt = watchSignals(io);
  const metrics = flags.metrics === undefined ? undefined : await openMetrics(url, { ...flags, port: flags.metrics }, counters);
  if (metrics) say(`metrics on http://${flags.metricsHost}:${metrics.port}/metrics`);
  const timer = setInterval(() => { if (!flags.quiet) io.writeError(`${JSON.stringify({ ...counters, recordsPerSecond: paceOf(counters) })}\n`); }, LOGGED_EVERY).unref();
  try {
    const end = await withClusterErrors(() => workCluster({
      url, threads: flags.workers ?? availableParallelism(), worker: `${hostname()}/${process.pid}`, untilDone: flags.untilDone ?? false,
      stopped: () => interrupt.signal() !== undefined, onDone: (outcome) => count(counters, outcome), say,
    }));
    return conclude(end, counters, { say, signal: interrupt.signal() });
  } finally {
    clearInterval(timer);
    interrupt.end();
    await metrics?.close();
  }
}

type Counting = { -readonly [Name in keyof WorkerCounters]: WorkerCounters[Name] };

function count(counters: Counting, { records }: ChunkOutcome): void {
  counters.chunks++;
  for (const { kind } of records) if (kind !== 'duplicate') counters[kind]++;
}

const paceOf = ({ ok, rejected, error, startedSeconds }: WorkerCounters): number => Math.round((ok + rejected + error) / Math.max(1, Date.now() / 1000 - startedSeconds));

/** Refuses what waits for another engine, and says what it is. */
function conclude({ ended, open, others }: WorkEnd, counters: WorkerCounters, { say, signal }: { readonly say: (sentence: string) => void; readonly signal: 'SIGINT' | 'SIGTERM' | undefined }): ExitCode {
  say(`${counters.chunks} chunks coded here: ok ${counters.ok}, rejected ${counters.rejected}, error ${counters.error}; ${open ? 'some are left' : 'none is left'}`);
  for (const other of others) say(`chunks wait for ${other}, which is another version or knowledge; this worker does not take them: work on them with that lumbago`);
  if (ended === 'stopped') return signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
  return others.length > 0 && counters.chunks === 0 ? EXIT.cannotWrite : EXIT.done;
}

async function openMetrics(url: string, { port, metricsHost }: WorkFlags & { readonly port: number }, counters: WorkerCounters): Promise<{ readonly port: number; close(): Promise<void> }> {
  const { serveMetrics } = await import('../../../cluster/serve-metrics.ts');
  const { writeMetrics } = await import('../../../cluster/write-metrics.ts');
  const { readStatus } = await import('../../../cluster/read-status.ts');
  const { openPostgres } = await import('../../../store/postgres.ts');
  let database: Database | undefined;
  const write = async (): Promise<string> => {
    try {
      database ??= await openPostgres(url);
      return writeMetrics(counters, await readStatus(database));
    } catch {
      return writeMetrics(counters, undefined);
    }
  };
  const server = await serveMetrics({ host: metricsHost, port }, write).catch((error: NodeJS.ErrnoException) => { throw new CliFailure(EXIT.cannotWrite, `--metrics ${port}: cannot listen there (${error.code ?? 'unknown fault'}); choose another port`); });
  return { port: server.port, close: async () => { await server.close(); await database?.close(); } };
}

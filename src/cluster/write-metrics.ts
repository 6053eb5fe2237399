// Counters of a worker and the status of runs → Prometheus text (exposition format 0.0.4). Counts and ids only.
import type { RunStatus } from './read-status.ts';

/** What this process did since it started. */
export interface WorkerCounters { readonly chunks: number; readonly ok: number; readonly rejected: number; readonly error: number; readonly startedSeconds: number }

interface Sample { readonly labels?: Readonly<Record<string, string>>; readonly value: number }

/** Metrics of this worker, and of all runs where the database could be asked. */
export function writeMetrics(worker: WorkerCounters, runs: readonly RunStatus[] | undefined): string {
  const of = (read: (run: RunStatus) => number): Sample[] => (runs ?? []).map((run) => ({ labels: { run: run.run }, value: read(run) }));
  return [
    family('lumbago_worker_chunks_total', 'counter', 'Chunks this worker has coded.', [{ value: worker.chunks }]),
    family('lumbago_worker_records_total', 'counter', 'Records this worker has coded, by outcome.', (['ok', 'rejected', 'error'] as const).map((outcome) => ({ labels: { outcome }, value: worker[outcome] }))),
    family('lumbago_worker_start_time_seconds', 'gauge', 'When this worker started, in seconds since 1970.', [{ value: worker.startedSeconds }]),
    family('lumbago_database_up', 'gauge', 'Whether the database answered.', [{ value: runs === undefined ? 0 : 1 }]),
    family('lumbago_run_chunks', 'gauge', 'Chunks of a run.', of(({ chunks }) => chunks.total)),
    family('lumbago_run_chunks_done', 'gauge', 'Chunks of a run that are done.', of(({ chunks }) => chunks.done)),
    family('lumbago_run_records', 'gauge', 'Records of a run.', of(({ records }) => records.total)),
    family('lumbago_run_records_done', 'gauge', 'Records of a run that are done, by outcome.', (runs ?? []).flatMap(({ run, records }) => (['ok', 'rejected', 'error'] as const).map((outcome) => ({ labels: { run, outcome }, value: records[outcome] })))),
    family('lumbago_run_records_per_second', 'gauge', 'Records done a second, over the last minute.', of(({ rate }) => rate.lastMinute)),
    family('lumbago_run_texts', 'gauge', 'Chunks of a run whose text is still in the database.', of(({ texts }) => texts)),
  ].join('');
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(({ labels = {}, value }) => `${name}${writeLabels(labels)} ${value}\n`).join('')}`;
}

function writeLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

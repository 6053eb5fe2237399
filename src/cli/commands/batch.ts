// `lumbago batch IN --out DIR` and `lumbago batch verify DIR`: flags to a plan, the result to words and an exit code.
import { availableParallelism } from 'node:os';
import type { BatchPlan, RunPlan, Shard } from '../../batch/batch-plan.ts';
import type { BatchResult } from '../../batch/run-batch.ts';
import type { PhiMode } from '../../batch/code-chunk.ts';
import type { Columns } from '../../batch/raw-record.ts';
import type { BatchSource, Fingerprint, SourceFormat } from '../../batch/source/source.ts';
import { showBatchProgress } from '../batch-progress.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import { noteDefaults, type NoteFlags } from '../flags.ts';
import type { Io } from '../io.ts';

/** Flags that decide the bytes of a run. */
export interface RunFlags extends Pick<NoteFlags, 'setting' | 'date' | 'encounter' | 'type'> {
  readonly input: SourceFormat | 'auto';
  readonly idCol: string; readonly textCol: string; readonly dateCol: string; readonly settingCol: string;
  readonly phi: PhiMode; readonly includeText?: boolean; readonly gzip?: boolean;
  readonly limit?: number; readonly shard?: Shard; readonly partSize: number; readonly timeout: number;
}

export interface BatchFlags extends RunFlags {
  readonly out?: string; readonly maxRejects?: number; readonly workers?: number; readonly resume?: boolean; readonly quiet?: boolean;
}

/** What decides the bytes of a run, from its flags; opens the input. */
export async function planRun(input: string, flags: RunFlags, io: Io): Promise<RunPlan> {
  const defaults = await noteDefaults({ ...flags, input: 'auto' });
  const columns = { id: flags.idCol, text: flags.textCol, date: flags.dateCol, setting: flags.settingCol };
  return {
    source: await openInput(input, { columns, format: flags.input }, io), frame: { columns, defaults, includeText: flags.includeText ?? false, phi: flags.phi },
    partSize: flags.partSize, gzip: flags.gzip ?? false, timeout: flags.timeout * 1000,
    ...(flags.limit !== undefined && { limit: flags.limit }), ...(flags.shard && { shard: flags.shard }),
  };
}

/** Runs a batch. A signal ends it after the chunks under way, so that --resume can go on. */
export async function runBatchCommand(input: string, flags: BatchFlags, io: Io): Promise<ExitCode> {
  if (flags.out === undefined) throw new CliFailure(EXIT.usage, 'batch needs --out DIR, a new or empty folder for the results');
  const { runBatch } = await import('../../batch/run-batch.ts');
  const run = await planRun(input, flags, io);
  const interrupt = watchSignals(io);
  const progress = showBatchProgress(io, { quiet: flags.quiet ?? false });
  const plan: BatchPlan = {
    ...run, folder: flags.out, resume: flags.resume ?? false, workers: flags.workers ?? availableParallelism(), maxRejects: flags.maxRejects ?? Infinity,
    stopped: () => interrupt.signal() !== undefined, onProgress: progress.show,
  };
  try {
    const result = await runBatch(plan).finally(progress.end);
    return await conclude(result, { signal: interrupt.signal(), flags, io });
  } catch (error) {
    return explainFailure(error, input, flags.out);
  } finally {
    interrupt.end();
  }
}

/** Verifies the results of a batch. */
export async function runVerifyBatch(folder: string, flags: { readonly against?: string }, io: Io): Promise<ExitCode> {
  const { verifyBatch } = await import('../../batch/verify-batch.ts');
  const { sayCounts } = await import('../../batch/manifest.ts');
  const { stat } = await import('node:fs/promises');
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw new CliFailure(EXIT.noInput, `${folder}: no such folder; name the --out of a batch`);
  const { manifest, faults } = await verifyBatch(folder, flags.against === undefined ? undefined : await fingerprint(flags.against));
  for (const fault of faults) io.writeError(`lumbago: ${folder}: ${fault}\n`);
  if (faults.length > 0) return EXIT.unreadable;
  if (manifest) await io.writeOut(`verified: ${manifest.parts.length} parts, ${sayCounts(manifest.counts)}\n`);
  return EXIT.done;
}

async function openInput(input: string, { columns, format }: { readonly columns: Columns; readonly format: SourceFormat | 'auto' }, io: Io): Promise<BatchSource> {
  const { openSource } = await import('../../batch/source/open-source.ts');
  return openSource(input, { columns, stdin: io.stdin, ...(format !== 'auto' && { format }) }).catch((error: unknown) => explainFailure(error, input, ''));
}

async function fingerprint(input: string): Promise<Fingerprint> {
  if (input === '-') throw new CliFailure(EXIT.usage, '--against: name the file or folder that was read; standard input cannot be read again');
  const { fingerprintInput } = await import('../../batch/source/open-source.ts');
  return fingerprintInput(input).catch((error: unknown) => explainFailure(error, input, ''));
}

type Signal = 'SIGINT' | 'SIGTERM';

/** The first signal asks to end; the second is for the system. */
export function watchSignals(io: Io): { readonly signal: () => Signal | undefined; readonly end: () => void } {
  let first: Signal | undefined;
  const end = io.onInterrupt?.((signal) => {
    first = signal;
    io.writeError('lumbago: finishing the chunks under way; once more ends at once\n');
  });
  return { signal: () => first, end: () => end?.() };
}

async function conclude({ ended, counts, already }: BatchResult, { signal, flags, io }: { readonly signal: Signal | undefined; readonly flags: BatchFlags; readonly io: Io }): Promise<ExitCode> {
  const { sayCounts } = await import('../../batch/manifest.ts');
  if (!flags.quiet) await io.writeOut(`${sayCounts(counts)}\n`);
  if (ended === 'stopped') {
    io.writeError('lumbago: interrupted; the same command with --resume goes on\n');
    return signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
  }
  if (ended === 'rejects') {
    io.writeError(`lumbago: stopped: more than ${flags.maxRejects} records gave no report (--max-rejects); rejects.jsonl says why. Mend the input, or go on with --resume and a higher limit\n`);
    return EXIT.stopped;
  }
  if (already) io.writeError('lumbago: the run was complete already; nothing was done\n');
  return counts.read > counts.ok ? EXIT.rejected : EXIT.done;
}

/** An error of a run as an exit code with its message. */
export function explainFailure(error: unknown, input: string, folder: string): never {
  if (error instanceof CliFailure) throw error;
  // By name: in the bundle a shell has classes of its own.
  if (error instanceof Error && error.name === 'UnreadableInput') throw new CliFailure(EXIT.unreadable, error.message);
  if (error instanceof Error && error.name === 'BatchRefused') throw new CliFailure(EXIT.cannotWrite, error.message);
  const { code, path = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const writes = folder !== '' && (path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`));
  if (writes || code === 'ENOSPC' || code === 'EROFS' || code === 'EDQUOT') throw new CliFailure(EXIT.cannotWrite, `${folder}: cannot be written (${code ?? 'unknown fault'}); make room or choose another place, then go on with --resume`);
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new CliFailure(EXIT.noInput, `${input}: no such file or folder; check the name`);
  if (code === 'EACCES' || code === 'EPERM') throw new CliFailure(EXIT.noInput, `${input}: may not be read; check its permissions`);
  if (code === 'EIO' || code === 'EISDIR') throw new CliFailure(EXIT.unreadable, `${input}: cannot be read (${code})`);
  throw error;
}

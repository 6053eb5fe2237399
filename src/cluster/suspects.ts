// Records whose worker processes ended → their outcome, by trying them in a process of their own: who ends that one is halved until it is alone.
// In: records and how to code them. Out: an attempt as a worker thread would give it, so that isolating is the batch's work.
import { fork } from 'node:child_process';
import type { Attempt } from '../batch/chunk-pool.ts';
import type { ChunkOutcome } from '../batch/code-chunk.ts';
import type { RawRecord } from '../batch/raw-record.ts';
import type { RunFrame } from './code-jobs.ts';
import type { SuspectTask } from './suspect-process.ts';

const PROCESS = new URL('./suspect-process.js', import.meta.url);
/** Milliseconds for the start of a process, beside what its notes may take. */
const START = 60_000;

/** Codes records in a process of their own; its end is a crash, whatever ended it. */
export function attemptApart(records: readonly RawRecord[], run: RunFrame, workerFile?: URL): Promise<Attempt> {
  const child = fork(PROCESS, { serialization: 'advanced', stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), START + records.length * run.timeout);
  return new Promise((resolve) => {
    const end = (attempt: Attempt): void => { clearTimeout(timer); resolve(attempt); };
    child.on('message', (outcome) => end({ outcome: outcome as ChunkOutcome }));
    child.on('error', (error: NodeJS.ErrnoException) => end({ fault: 'crash', at: -1, name: error.code ?? error.name }));
    child.on('close', (code, signal) => end({ fault: 'crash', at: -1, name: signal ?? `exit code ${code}` }));
    child.send({ records, run, ...(workerFile && { workerFile: workerFile.href }) } satisfies SuspectTask, () => undefined);
  });
}

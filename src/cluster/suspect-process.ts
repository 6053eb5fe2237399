// A process of its own for records whose workers ended again and again: if one of them ends it, the worker that started it lives on.
// In: one message of suspects.ts. Out: one message, the outcome. It does nothing by itself.
import { openPool } from '../batch/chunk-pool.ts';
import type { ChunkOutcome } from '../batch/code-chunk.ts';
import { codeSafely } from '../batch/isolate-poison.ts';
import type { RawRecord } from '../batch/raw-record.ts';
import type { RunFrame } from './code-jobs.ts';

/** `workerFile`: the module of the worker thread; a test may give another. */
export interface SuspectTask { readonly records: readonly RawRecord[]; readonly run: RunFrame; readonly workerFile?: string }

async function codeTask({ records, run, workerFile }: SuspectTask): Promise<ChunkOutcome> {
  const pool = await openPool({ workers: 1, ...run, ...(workerFile !== undefined && { workerFile: new URL(workerFile) }) });
  return codeSafely(records, { ...run.frame, timeout: run.timeout, attempt: pool.attempt }).finally(() => pool.close());
}

process.once('message', (task: SuspectTask) => {
  void codeTask(task).then((outcome) => process.send?.(outcome, () => process.disconnect()));
});

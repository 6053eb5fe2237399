// Worker threads that code chunks, one task a chunk. In: a chunk. Out: its outcome, or where a worker was when it ended or took too long.
// A worker that does so is replaced. Not its job: finding the note at fault (isolate-poison.ts).
import { Piscina } from 'piscina';
import type { ChunkTask, WorkerEngine } from './chunk-worker.ts';
import type { ChunkFrame, ChunkOutcome } from './code-chunk.ts';
import type { RawRecord } from './raw-record.ts';

/** `at`: the place of the record that was looked at, -1 when none was. */
export type Attempt = { readonly outcome: ChunkOutcome } | { readonly fault: 'timeout' | 'crash'; readonly at: number; readonly name: string };

export interface ChunkPool {
  readonly engine: WorkerEngine;
  attempt(records: readonly RawRecord[]): Promise<Attempt>;
  close(): Promise<void>;
}

export interface PoolPlan {
  readonly workers: number;
  readonly frame: ChunkFrame;
  /** Milliseconds that one note may take. */
  readonly timeout: number;
  /** The module of the workers; a test may give another. */
  readonly workerFile?: URL;
}

const WORKER = new URL('./chunk-worker.js', import.meta.url);

/** Heap of one worker: enough for the longest note, so small that a note which eats memory ends its worker and not the machine. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** Starts the workers. */
export async function openPool({ workers, frame, timeout, workerFile = WORKER }: PoolPlan): Promise<ChunkPool> {
  const piscina = new Piscina({ filename: workerFile.href, minThreads: workers, maxThreads: workers, resourceLimits: LIMITS });
  const engine = (await piscina.run(undefined, { name: 'tellEngine' })) as WorkerEngine;
  return { engine, attempt: (records) => attemptChunk(piscina, { records, frame }, timeout), close: () => piscina.destroy() };
}

async function attemptChunk(piscina: Piscina, { records, frame }: Omit<ChunkTask, 'at'>, timeout: number): Promise<Attempt> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const watch = watchPlace(at, timeout);
  try {
    return { outcome: (await piscina.run({ records, frame, at } satisfies ChunkTask, { name: 'codeTask', signal: watch.signal })) as ChunkOutcome };
  } catch (error) {
    const fault = watch.signal.aborted ? 'timeout' : 'crash';
    return { fault, at: Atomics.load(at, 0) - 1, name: (error as { code?: string }).code ?? (error instanceof Error ? error.name : 'unknown fault') };
  } finally {
    watch.end();
  }
}

/** Aborts when the place stays the same for longer than `timeout`. */
function watchPlace(at: Int32Array, timeout: number): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  let place = 0;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = Atomics.load(at, 0);
    if (now === 0 || now !== place) [place, since] = [now, performance.now()];
    else if (performance.now() - since >= timeout) controller.abort();
  }, Math.min(250, timeout / 4));
  return { signal: controller.signal, end: () => clearInterval(timer) };
}

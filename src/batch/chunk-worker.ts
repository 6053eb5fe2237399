// The worker thread of a batch: loads what lumbago knows once, then codes one chunk a task. In: tasks of chunk-pool.ts. Out: outcomes.
// It tells by shared memory which record it is at, so that the main thread sees one that takes too long.
import { loadKnowledge } from '../lexicon/load.ts';
import { VERSION } from '../version.ts';
import { codeChunk, type ChunkFrame, type ChunkOutcome } from './code-chunk.ts';
import type { RawRecord } from './raw-record.ts';

/** `at[0]` is the place of the record that is looked at, from 1; 0 while none is. */
export interface ChunkTask { readonly records: readonly RawRecord[]; readonly frame: ChunkFrame; readonly at: Int32Array }

/** Versions that decide what a note gives. */
export interface WorkerEngine { readonly version: string; readonly knowledge: string; readonly release: string }

/** Codes one chunk. */
export function codeTask({ records, frame, at }: ChunkTask): ChunkOutcome {
  const knowledge = loadKnowledge();
  const outcome = codeChunk(records, { frame, knowledge, onStart: (place) => { Atomics.store(at, 0, place + 1); } });
  Atomics.store(at, 0, 0);
  return outcome;
}

/** What this worker works with. */
export function tellEngine(): WorkerEngine {
  const { sha256, manifest } = loadKnowledge();
  return { version: VERSION, knowledge: sha256, release: manifest.releases.at(-1)?.release ?? 'none' };
}

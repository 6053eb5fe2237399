// What a batch is asked to do. In: flags that were checked. Out: the plan, and the part of it that decides what is written (its identity).
import { createHash } from 'node:crypto';
import type { WorkerEngine } from './chunk-worker.ts';
import type { ChunkFrame } from './code-chunk.ts';
import type { Identity } from './journal.ts';
import type { BatchSource, Fingerprint } from './source/source.ts';

/** One of so many runs over the same input; `number` counts from 1. */
export interface Shard { readonly number: number; readonly of: number }

export interface BatchPlan {
  readonly source: BatchSource;
  readonly folder: string;
  readonly resume: boolean;
  readonly frame: ChunkFrame;
  /** Records in one part. */
  readonly partSize: number;
  readonly limit?: number;
  readonly shard?: Shard;
  readonly gzip: boolean;
  /** Milliseconds that one note may take. */
  readonly timeout: number;
  readonly workers: number;
  /** So many records without a report are put up with. */
  readonly maxRejects: number;
  /** Asked again and again: whether to end early and leave the run resumable. */
  readonly stopped: () => boolean;
  readonly onProgress?: (progress: BatchProgress) => void;
  /** The module of the workers; a test may give another. */
  readonly workerFile?: URL;
}

/** `share`: how much of the input was read, where one can tell; `resumed`: records that an earlier life had done. */
export interface BatchProgress { readonly read: number; readonly resumed: number; readonly share: number | undefined }

/** The part of a plan that decides every byte. */
export type RunPlan = Pick<BatchPlan, 'source' | 'frame' | 'partSize' | 'limit' | 'shard' | 'gzip' | 'timeout'>;

/** What must be the same for a run to go on: it decides every byte. Workers, limits of rejects and where files lie do not. */
export function identityOf(plan: RunPlan, engine: WorkerEngine, fingerprint: Fingerprint | undefined): Identity {
  const { source, frame, partSize, limit, shard, gzip, timeout } = plan;
  return {
    engine: { ...engine },
    arguments: { ...frame, partSize, gzip, timeout, ...(limit !== undefined && { limit }), ...(shard && { shard: `${shard.number}/${shard.of}` }) },
    input: { format: source.format, ...fingerprint },
  };
}

/** A name for a run: the same for the same identity. */
export const runIdOf = (identity: Identity): string => createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);

const CALLED: Readonly<Record<keyof Identity, string>> = { engine: 'the engine or its knowledge', arguments: 'an argument', input: 'the input' };

/** What differs between a run and the one that is to be resumed, in words; undefined when nothing does. */
export function sayDifference(before: Identity, now: Identity): string | undefined {
  for (const group of Object.keys(CALLED) as (keyof Identity)[]) {
    const names = [...new Set([...Object.keys(before[group]), ...Object.keys(now[group])])];
    const differing = names.filter((name) => JSON.stringify(before[group][name]) !== JSON.stringify(now[group][name]));
    if (differing.length > 0) return `${CALLED[group]} is not what it was (${differing.join(', ')})`;
  }
  return undefined;
}

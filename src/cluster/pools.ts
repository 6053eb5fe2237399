// Worker threads for each way of coding that runs ask for. Runs mostly ask for the same, so mostly there is one pool.
// Out: the pool for a frame, opened at the first call; one that no job needs goes when another is opened.
import { openPool, type ChunkPool } from '../batch/chunk-pool.ts';
import type { RunFrame } from './code-jobs.ts';

export interface Pools {
  /** Runs the work with the pool for a frame. */
  use<T>(run: RunFrame, work: (pool: ChunkPool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Kept { readonly opening: Promise<ChunkPool>; users: number }

/** Pools of so many threads each. */
export function createPools({ threads, workerFile }: { readonly threads: number; readonly workerFile?: URL }): Pools {
  const kept = new Map<string, Kept>();
  const take = async (run: RunFrame): Promise<Kept> => {
    const key = JSON.stringify(run);
    const found = kept.get(key);
    if (found) return found;
    const fresh = { opening: openPool({ workers: threads, frame: run.frame, timeout: run.timeout, ...(workerFile && { workerFile }) }), users: 0 };
    const idle = [...kept].filter(([, { users }]) => users === 0);
    kept.set(key, fresh);
    for (const [other, { opening }] of idle) {
      kept.delete(other);
      await (await opening).close();
    }
    return fresh;
  };
  return {
    async use(run, work) {
      const pool = await take(run);
      pool.users++;
      try {
        return await work(await pool.opening);
      } finally {
        pool.users--;
      }
    },
    close: async () => { for (const { opening } of kept.values()) await (await opening).close(); },
  };
}

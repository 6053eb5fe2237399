// The store behind the server: opened at the first request that needs it, let go when nobody has asked for a while.
// A folder serves one process at a time: in between, the commands of `lumbago worklist` may have it.
import type { Database } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';

export interface WorklistDesk {
  /** Does the work with the store open. @throws StoreError where there is no store, or another process holds it. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly location: string;
  readonly now: () => string;
  /** Milliseconds without a request after which the store is closed. */
  readonly idle: number;
}

/** A desk over the store at a place; nothing is opened yet, and no store is made. */
export function createDesk({ location, now, idle }: DeskOptions): WorklistDesk {
  let opened: Promise<Database> | undefined;
  let users = 0;
  let timer: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    const closing = opened;
    opened = undefined;
    await (await closing?.catch(() => undefined))?.close();
  };
  return {
    async use(work) {
      clearTimeout(timer);
      users += 1;
      try {
        opened ??= openStore(location, { create: false, now: now(), patience: 1_000 });
        return await work(await opened.catch((error: unknown) => { opened = undefined; throw error; }));
      } finally {
        users -= 1;
        if (users === 0) timer = setTimeout(() => void close().catch(() => undefined), idle).unref();
      }
    },
    close,
  };
}

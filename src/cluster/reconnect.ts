// Connections that are lost and come back: what counts as lost, and tries that wait longer each time. Not its job: what the connection is for.
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store/error.ts';

const LOST_CODES = /^(?:08|53300|57P|ECONN|ENOENT|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|EAI_AGAIN)/;
const LOST_WORDS = /connection terminated|timeout exceeded|not queryable|server closed|connection ended/i;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Whether the server is away, for now at least. */
export function isLost(error: unknown): boolean {
  if (error instanceof StoreError) return error.fault === 'absent';
  const { code, message = '' } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  return typeof code === 'string' && code !== '' ? LOST_CODES.test(code) : LOST_WORDS.test(message);
}

export interface TryPlan {
  /** Tries at most; the last error is thrown. */
  readonly tries: number;
  readonly stopped: () => boolean;
  /** Told of each try that failed and how long it waits, in milliseconds. */
  readonly onWait: (error: unknown, milliseconds: number) => void;
}

/** Tries until it works, waiting twice as long each time, give or take a quarter so that workers do not come back at once. Undefined when asked to stop. */
export async function tryAgain<T>(attempt: () => Promise<T>, { tries, stopped, onWait }: TryPlan): Promise<T | undefined> {
  for (let tried = 1; !stopped(); tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isLost(error) || tried >= tries) throw error;
      const milliseconds = Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tried - 1, 10)) * (0.75 + Math.random() / 2));
      onWait(error, milliseconds);
      await waitUnless(stopped, milliseconds);
    }
  }
  return undefined;
}

/** Waits, but no longer than until asked to stop. */
export async function waitUnless(stopped: () => boolean, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!stopped() && performance.now() < end) await wait(Math.min(100, Math.max(1, end - performance.now())));
}

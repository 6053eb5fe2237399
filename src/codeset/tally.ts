// Counts and reasons while a file is read. In: names as they come. Out: plain counts, skipped rows by reason.
import type { Counts, Skipped } from './parts.ts';

export interface Tally {
  /** Counts one more under a name. */
  readonly count: (name: string) => void;
  /** Notes a row that is left out; the place of the first one is kept. */
  readonly skip: (why: string, where: string) => void;
  readonly counts: () => Counts;
  readonly skipped: () => readonly Skipped[];
}

/** An empty tally; names given here are listed even when they stay at 0. */
export function createTally(names: readonly string[] = []): Tally {
  const counts = new Map<string, number>(names.map((name) => [name, 0]));
  const reasons = new Map<string, { count: number; first: string }>();
  return {
    count: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    skip: (why, where) => {
      const known = reasons.get(why);
      if (known) known.count++;
      else reasons.set(why, { count: 1, first: where });
    },
    counts: () => Object.fromEntries(counts),
    skipped: () => [...reasons].map(([why, { count, first }]) => ({ count, why: `${why} (first: ${first})` })),
  };
}

// Names in, how often each came out. Bounded: after so many distinct names the rest is counted together, under a name that says so.
import type { NamedCount } from './tally.ts';

const MOST_NAMES = 500;

/** What names beyond the bound are counted under. */
export const OTHER_NAMES = 'others';

export interface Counter {
  add(name: string): void;
  /** Most frequent first, then by name; the others last. */
  read(): NamedCount[];
}

/** A counter of names. */
export function createCounter(): Counter {
  const counts = new Map<string, number>();
  let others = 0;
  return {
    add(name) {
      const count = counts.get(name) ?? 0;
      if (count === 0 && counts.size >= MOST_NAMES) others += 1;
      else counts.set(name, count + 1);
    },
    read: () => [
      ...[...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
      ...(others > 0 ? [{ name: OTHER_NAMES, count: others }] : []),
    ],
  };
}

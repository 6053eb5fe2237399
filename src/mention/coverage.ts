// Tells in constant to logarithmic time whether a stretch lies inside a longer one of a list.
// In: ranges in order of `from`. Out: a test. It holds for lists of any length, so that no input makes the scan slow.
import type { Range } from '../types.ts';

/** Makes the test "does some other, longer range of the list contain this one?"; `orEqual` also takes a range of the same place. */
export function coverageOf(ranges: readonly Range[], orEqual = false): (range: Range) => boolean {
  if (!ranges.length) return () => false;
  const starts = ranges.map(({ from }) => from);
  const reach: number[] = [];
  for (const { to } of ranges) reach.push(Math.max(reach.at(-1) ?? 0, to));
  const reachBefore = (count: number): number => reach[count - 1] ?? 0;
  return ({ from, to }) => reachBefore(countBelow(starts, from)) >= to || reachBefore(countBelow(starts, from + 1)) >= (orEqual ? to : to + 1);
}

/** How many of the sorted numbers are below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

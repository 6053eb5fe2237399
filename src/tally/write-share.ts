// Counts in, words for them out: "15.0% (12 of 80)", "25.0". The same in every locale; a rate of nothing says so.
import type { Share } from './tally.ts';

/** "15.0%"; without a denominator there is no rate: "n/a". What is neither nothing nor all is never rounded to it. */
export function writePercent({ count, of }: Share): string {
  if (of === 0) return 'n/a';
  const percent = ((count / of) * 100).toFixed(1);
  if (percent === '0.0' && count > 0) return '< 0.1%';
  if (percent === '100.0' && count < of) return '> 99.9%';
  return `${percent}%`;
}

/** "15.0% (12 of 80)". */
export const writeShare = (share: Share): string => `${writePercent(share)} (${writeCount(share.count)} of ${writeCount(share.of)})`;

/** Events per hundred notes, with one decimal: "25.0"; of no notes "n/a". */
export const writePerHundred = (count: number, notes: number): string => (notes === 0 ? 'n/a' : ((count / notes) * 100).toFixed(1));

/** A whole number with commas between thousands: "12,345". */
export const writeCount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

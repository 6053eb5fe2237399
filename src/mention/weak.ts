// Weak forms ("stenosis", "bulge") mean the spine only where the spine is named: near them in the sentence, in the header of their
// section, or, when their sentence names no part of the body at all, in the sentences just before.
// In: the drafts of a sentence and what the sentences before it named. Out: the drafts without the weak ones that stand alone.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { StopMatch } from '../types.ts';
import type { Draft } from './line.ts';

/** What a sentence says of the body: a part of the spine, another part only, or none. */
export type Place = 'spine' | 'elsewhere' | 'none';

const isSpinal = ({ axis, via }: Draft, knowledge: Knowledge): boolean => axis === 'level' || (axis === 'site' && knowledge.concepts.get(via)?.spinal === true);

/** The place that the drafts of a sentence name. */
export function placeOf(drafts: readonly Draft[], knowledge: Knowledge): Place {
  if (drafts.some((one) => isSpinal(one, knowledge))) return 'spine';
  return drafts.some(({ axis }) => axis === 'site') ? 'elsewhere' : 'none';
}

/** Keeps the weak drafts that have the spine beside them; `before` is the place named last before this sentence. */
export function keepAnchored(drafts: readonly Draft[], stops: readonly StopMatch[], { knowledge, before }: { readonly knowledge: Knowledge; readonly before: Place }): readonly Draft[] {
  if (!drafts.some(({ weak }) => weak)) return drafts;
  const { near, stops: classes } = knowledge.words.weak;
  const anchors = drafts.filter((one) => isSpinal(one, knowledge));
  const starts = new Set(anchors.map(({ from }) => from)), ends = new Set(anchors.map(({ to }) => to));
  const barriers = new Set(stops.filter(({ stop }) => classes.includes(stop)).map(({ from }) => from));
  const carried = before === 'spine' && placeOf(drafts, knowledge) === 'none';
  return drafts.filter((one) => !one.weak || carried || isNear(one, { near, starts, ends, barriers }));
}

interface Surroundings { readonly near: number; readonly starts: ReadonlySet<number>; readonly ends: ReadonlySet<number>; readonly barriers: ReadonlySet<number> }

/** Walks out to both sides until a part of the spine or a barrier comes. */
function isNear({ from, to }: Draft, { near, starts, ends, barriers }: Surroundings): boolean {
  for (let at = from; at <= to + near && !(at >= to && barriers.has(at)); at++) if (starts.has(at)) return true;
  for (let at = to; at >= from - near && !(at < from && barriers.has(at)); at--) if (ends.has(at)) return true;
  return false;
}

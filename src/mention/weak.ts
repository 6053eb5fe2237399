// Weak forms ("stenosis", "bulge") mean the spine only where the spine is named: near them in the sentence, in the header of their
// section, or, when their sentence names no part of the body at all, in the sentences just before.
// In: the drafts of a sentence and what the sentences before it named. Out: the drafts without the weak ones that stand alone.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { StopMatch } from '../types.ts';
import type { Draft } from './line.ts';

const NEAR = 8;

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
  const anchors = drafts.filter((one) => isSpinal(one, knowledge));
  const carried = before === 'spine' && placeOf(drafts, knowledge) === 'none';
  return drafts.filter((one) => !one.weak || carried || anchors.some((anchor) => isNear(one, anchor, stops)));
}

function isNear(weak: Draft, anchor: Draft, stops: readonly StopMatch[]): boolean {
  const [from, to] = weak.from < anchor.from ? [weak.to, anchor.from] : [anchor.to, weak.from];
  return to - from <= NEAR && !stops.some((stop) => stop.from >= from && stop.to <= to);
}

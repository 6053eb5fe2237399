// Weak forms ("stenosis", "bulge") mean the spine only where the spine is named: near them in the sentence, in the header of their
// section, or, when their sentence names no part of the body at all, in the sentences just before.
// In: the drafts of a sentence and what the sentences before it named. Out: the drafts without the weak ones that stand alone.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { StopMatch } from '../types.ts';
import { writeDraft, type Draft } from './line.ts';

/** What a sentence says of the body: a part of the spine, another part only, or none. */
export type Place = 'spine' | 'elsewhere' | 'none';

const isSpinal = ({ axis, via }: Draft, knowledge: Knowledge): boolean => axis === 'level' || (axis === 'site' && knowledge.concepts.get(via)?.spinal === true);

/** The place that the drafts of a sentence name. */
export function placeOf(drafts: readonly Draft[], knowledge: Knowledge): Place {
  if (drafts.some((one) => isSpinal(one, knowledge))) return 'spine';
  return drafts.some(({ axis }) => axis === 'site') ? 'elsewhere' : 'none';
}

/** The place named last before a sentence, and the words that name it; a header names it without an anchor. */
export interface Before { readonly place: Place; readonly anchor?: Anchor | undefined }
export type Anchor = NonNullable<Draft['anchor']>;

/** The first words of a sentence that name a part of the spine, as many as belong together. */
export const anchorIn = (drafts: readonly Draft[], knowledge: Knowledge): Anchor | undefined =>
  spinalOf(drafts, knowledge).reduce<Draft | undefined>((first, one) => first && first.from < one.from ? first : one, undefined);

/** Drafts that name a part of the spine, the longest last. */
const spinalOf = (drafts: readonly Draft[], knowledge: Knowledge): readonly Draft[] =>
  drafts.filter((one) => isSpinal(one, knowledge)).sort((a, b) => (a.to - a.from) - (b.to - b.from));

/** Keeps the weak drafts that have the spine beside them, each with the words that it leans on; `before` is what was named last before this sentence. */
export function keepAnchored(drafts: readonly Draft[], stops: readonly StopMatch[], { knowledge, before }: { readonly knowledge: Knowledge; readonly before: Before }): readonly Draft[] {
  if (!drafts.some(({ weak }) => weak)) return drafts;
  const { near, stops: classes } = knowledge.words.weak;
  const anchors = spinalOf(drafts, knowledge);
  const starts = new Map(anchors.map((anchor) => [anchor.from, anchor])), ends = new Map(anchors.map((anchor) => [anchor.to, anchor]));
  const barriers = new Set(stops.filter(({ stop }) => classes.includes(stop)).map(({ from }) => from));
  const carried = before.place === 'spine' && placeOf(drafts, knowledge) === 'none';
  return drafts.flatMap((one): readonly Draft[] => {
    if (!one.weak) return [one];
    const anchor = nearestTo(one, { near, starts, ends, barriers }) ?? (carried ? before.anchor : undefined);
    const { axis, value, via, from, to, sentence, attributes, weak } = one;
    return anchor ? [writeDraft({ axis, value, via, from, to, sentence, attributes, weak, anchor: { from: anchor.from, to: anchor.to, sentence: anchor.sentence } })] : carried ? [one] : [];
  });
}

interface Surroundings { readonly near: number; readonly starts: ReadonlyMap<number, Draft>; readonly ends: ReadonlyMap<number, Draft>; readonly barriers: ReadonlySet<number> }

/** Walks out to both sides until a part of the spine or a barrier comes. */
function nearestTo({ from, to }: Draft, { near, starts, ends, barriers }: Surroundings): Draft | undefined {
  for (let at = from; at <= to + near && !(at >= to && barriers.has(at)); at++) if (starts.has(at)) return starts.get(at);
  for (let at = to; at >= from - near && !(at < from && barriers.has(at)); at--) if (ends.has(at)) return ends.get(at);
  return undefined;
}

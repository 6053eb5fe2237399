// The one overlap policy. In: the drafts of a sentence. Out: the mentions that stay, in order of position, then of axis.
// Names (problem, symptom, procedure, cause, imaging) compete with each other, the longest wins; the other axes compete only
// with their own kind, so that a site or side may stand inside a name.
import { groupBy } from '../group.ts';
import { MENTION_AXES, type Mention, type MentionAxis } from '../types.ts';
import { writeDraft, type Draft } from './line.ts';

/** Axes whose mentions are names: two names never share a word. */
export const NAMES: ReadonlySet<MentionAxis> = new Set(['problem', 'symptom', 'procedure', 'cause', 'imaging']);
const RANK: ReadonlyMap<MentionAxis, number> = new Map(MENTION_AXES.map((axis, rank) => [axis, rank]));

const rankOf = ({ axis }: Mention): number => RANK.get(axis) ?? MENTION_AXES.length;
const contestOf = ({ axis }: Mention): string => NAMES.has(axis) ? 'name' : axis;
const lengthOf = ({ from, to }: Mention): number => to - from;
const byPosition = (a: Mention, b: Mention): number => a.from - b.from || b.to - a.to || rankOf(a) - rankOf(b);
const byStrength = (a: Draft, b: Draft): number => lengthOf(b) - lengthOf(a) || a.from - b.from || Number(a.weak ?? false) - Number(b.weak ?? false) || rankOf(a) - rankOf(b);

/** Settles which drafts stay: of two that overlap in one contest the longer; several values of one recogniser at one place all stay. */
export function settleOverlaps(drafts: readonly Draft[]): readonly Mention[] {
  if (drafts.length < 2) return drafts.map(settled);
  return [...groupBy(drafts, contestOf).values()].flatMap(settleContest).map(settled).sort(byPosition);
}

function settleContest(rivals: readonly Draft[]): readonly Draft[] {
  if (rivals.length === 1) return rivals;
  const taken = new Map<number, Draft>();
  return [...rivals].sort(byStrength).filter((rival) => take(rival, taken));
}

function take(rival: Draft, taken: Map<number, Draft>): boolean {
  for (let at = rival.from; at < rival.to; at++) {
    const holder = taken.get(at);
    if (holder && !standsBeside(rival, holder)) return false;
  }
  for (let at = rival.from; at < rival.to; at++) taken.set(at, rival);
  return true;
}

/** A run of levels ("L4 through S1") gives several values at one place, and a vertebra ends two disc spaces. */
const standsBeside = (rival: Draft, holder: Draft): boolean =>
  (rival.axis === 'level' && rival.via === holder.via && rival.value !== holder.value) || isSameName(rival, holder);

/** One form that names two at once stands for both: "spondylotic myelopathy", "upper and lower extremities". */
const isSameName = (rival: Draft, holder: Draft): boolean =>
  (NAMES.has(rival.axis) || rival.axis === 'site') && rival.axis === holder.axis && rival.from === holder.from && rival.to === holder.to && rival.value !== holder.value;

function settled(draft: Draft): Mention {
  if (draft.weak === undefined) return draft;
  const { axis, value, via, from, to, sentence, attributes, anchor } = draft;
  return writeDraft({ axis, value, via, from, to, sentence, attributes, anchor });
}

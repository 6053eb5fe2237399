// Which modifier belongs to which head, sentence by sentence, by the rows of lexicons/bindings.json.
// In: a sentence view. Out: links from a modifier to a target (a head, or a site for a side word). It resolves no problem and no conflict.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Binding } from '../lexicon/schema.ts';
import { reach } from '../scope/reach.ts';
import type { AssertedMention, Range, Reading } from '../types.ts';
import { areJoined, isInside, type SentenceView } from './sentence-view.ts';

export interface Link { readonly modifier: AssertedMention; readonly target: AssertedMention; readonly via: string }

export interface BindingPlace { readonly reading: Reading; readonly knowledge: Knowledge }

/** Modifiers of one axis that stand together: "L4-5 and L5-S1", "neck and low back". */
function groupModifiers(view: SentenceView, axis: string, place: BindingPlace): readonly (readonly AssertedMention[])[] {
  const groups: AssertedMention[][] = [];
  for (const modifier of view.modifiers.filter((m) => m.axis === axis)) {
    const last = groups.at(-1)?.at(-1);
    const others = view.mentions.filter((m) => !view.heads.some((head) => isInside(m, head)));
    if (last && axis !== 'laterality' && areJoined(last, modifier, { mentions: others }, place)) groups.at(-1)!.push(modifier);
    else groups.push([modifier]);
  }
  return groups;
}

/** True when a leading word ("in", "at") stands before the group; articles and other modifiers may stand between. */
function isLed(group: Range, led: readonly string[], view: SentenceView, { reading, knowledge }: BindingPlace): boolean {
  const words = new Set(led.map((word) => knowledge.vocabulary.get(word)));
  for (let at = group.from - 1; at >= view.sentence.from; at--) {
    const norm = reading.tokens.norm[at]!;
    if (words.has(norm)) return true;
    const passable = knowledge.articles.has(norm) || knowledge.joiners.has(norm) || view.modifiers.some((m) => m.from <= at && at < m.to);
    if (!passable) return false;
  }
  return false;
}

/** "an element of [lumbar] facet syndrome": the words name the head that follows at once. */
const isFollowed = (group: Range, view: SentenceView): boolean => view.heads.some((head) => head.from === group.to);

/** At most two tokens (a list number, "At") before it, none of them a head. */
const isAtStart = (group: Range, view: SentenceView): boolean =>
  group.from - view.sentence.from <= 2 && !view.heads.some((head) => head.from < group.from);

const distance = (a: Range, b: Range): number => a.from >= b.to ? a.from - b.to : b.from - a.to;

function targetsInReach(rule: Binding, group: readonly AssertedMention[], view: SentenceView): readonly AssertedMention[] {
  const range = { from: group[0]!.from, to: group.at(-1)!.to };
  const ranges = reach(rule, range, { sentence: view.sentence, stops: view.stops });
  const bearers = view.mentions.filter((m) => rule.to.includes(m.axis) && !group.includes(m) && (m.axis === 'site' || m.axis === 'level' ? view.modifiers.includes(m) : true));
  return bearers
    .filter((m) => ranges.some((r) => isInside(m, r)))
    .sort((a, b) => distance(range, a) - distance(range, b) || a.from - b.from);
}

/** The heads that stand in one coordinated run with the first target and have no modifier of this axis between. */
function runOf(first: AssertedMention, targets: readonly AssertedMention[], group: readonly AssertedMention[], view: SentenceView, place: BindingPlace): readonly AssertedMention[] {
  const run = [first];
  for (const target of targets) {
    if (target === first || target.axis === 'site') continue;
    const near = run.find((member) => areJoined(member.from < target.from ? member : target, member.from < target.from ? target : member, view, place));
    const between = view.modifiers.some((m) => m.axis === group[0]!.axis && !group.includes(m) && near && m.from >= Math.min(near.from, target.from) && m.to <= Math.max(near.to, target.to));
    if (near && !between) run.push(target);
  }
  return run;
}

/** In reach and before the next modifier of the same axis. */
function spreadOver(targets: readonly AssertedMention[], group: readonly AssertedMention[], view: SentenceView): readonly AssertedMention[] {
  const next = view.modifiers.find((m) => m.axis === group[0]!.axis && m.from >= group.at(-1)!.to && !group.includes(m));
  const before = targets.filter((target) => !next || target.to <= next.from);
  return before.length ? before : targets.slice(0, 1);
}

function bindGroup(group: readonly AssertedMention[], view: SentenceView, place: BindingPlace): readonly Link[] {
  const range = { from: group[0]!.from, to: group.at(-1)!.to };
  for (const rule of place.knowledge.bindings) {
    if (rule.axis !== group[0]!.axis) continue;
    if (rule.led && (isFollowed(range, view) || !isLed(range, rule.led, view, place))) continue;
    if (rule.atStart && !isAtStart(range, view)) continue;
    const targets = targetsInReach(rule, group, view);
    if (!targets.length) continue;
    const bound = rule.spreads ? spreadOver(targets, group, view) : runOf(targets[0]!, targets, group, view, place);
    return bound.flatMap((target) => group.map((modifier) => ({ modifier, target, via: rule.id })));
  }
  return [];
}

/** A head that has a modifier of its own takes none from a rule that spreads over the line. */
function preferOwn(links: readonly Link[], { knowledge }: BindingPlace): readonly Link[] {
  const spreading = new Set(knowledge.bindings.filter(({ spreads }) => spreads).map(({ id }) => id));
  const owners = new Set(links.filter(({ via }) => !spreading.has(via)).map(({ target }) => target));
  return links.filter(({ via, target }) => !spreading.has(via) || !owners.has(target));
}

/** All links of a sentence. */
export function bindModifiers(view: SentenceView, place: BindingPlace): readonly Link[] {
  const axes = [...new Set(view.modifiers.map(({ axis }) => axis))];
  return axes.flatMap((axis) => preferOwn(groupModifiers(view, axis, place).flatMap((group) => bindGroup(group, view, place)), place));
}

// Which modifier belongs to which head, sentence by sentence, by the rows of lexicons/bindings.json.
// In: a sentence view. Out: links from a modifier to a target (a head, or a site for a side word). It resolves no problem and no conflict.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Binding } from '../lexicon/schema.ts';
import { reach } from '../scope/reach.ts';
import { TOKEN_KIND, type AssertedMention, type MentionAxis, type Range, type Reading } from '../types.ts';
import { areJoined, isInside, type SentenceView } from './sentence-view.ts';

/** `spreads`: made by a rule that holds for every head of the line. */
export interface Link { readonly modifier: AssertedMention; readonly target: AssertedMention; readonly via: string; readonly spreads: boolean }

export interface BindingPlace { readonly reading: Reading; readonly knowledge: Knowledge }

/** Modifiers of one axis that stand together: "L4-5 and L5-S1", "neck and low back". */
function groupModifiers(view: SentenceView, axis: MentionAxis, place: BindingPlace): readonly (readonly AssertedMention[])[] {
  const groups: AssertedMention[][] = [];
  for (const modifier of view.modifiers.filter((m) => m.axis === axis)) {
    const last = groups.at(-1)?.at(-1);
    if (last && !place.knowledge.single.has(axis) && areJoined(last, modifier, view.modifiers, place)) groups.at(-1)!.push(modifier);
    else groups.push([modifier]);
  }
  return groups;
}

/** True when a leading word ("in", "at") stands before the group; articles and other modifiers may stand between. */
function isLed(group: Range, leads: ReadonlySet<number>, view: SentenceView, { reading, knowledge }: BindingPlace): boolean {
  for (let at = group.from - 1; at >= view.sentence.from; at--) {
    const norm = reading.tokens.norm[at]!;
    if (leads.has(norm)) return true;
    const passable = knowledge.articles.has(norm) || knowledge.joiners.has(norm) || view.modifiers.some((m) => m.from <= at && at < m.to);
    if (!passable) return false;
  }
  return false;
}

/** "an element of [lumbar] facet syndrome": the words name the head that follows at once. */
const isFollowed = (group: Range, view: SentenceView): boolean => view.heads.some((head) => head.from === group.to);

/** An adjective before a word that the lexicons do not know speaks of that: "painful bunions", "chronic kidney disease". */
export const qualifiesAnother = (word: AssertedMention, view: SentenceView, { reading, knowledge }: BindingPlace): boolean =>
  knowledge.concepts.get(word.via)?.attributes?.['kind'] === 'adjective' && word.to < view.sentence.to
  && reading.tokens.kind[word.to] === TOKEN_KIND.word && reading.tokens.norm[word.to] === -1;

/** Not told of a problem before it, but of the word behind it: the "chronic" of "chronic kidney disease". */
const isAttributive = (word: AssertedMention, view: SentenceView, place: BindingPlace): boolean =>
  qualifiesAnother(word, view, place) || view.mentions.some(({ axis, from }) => axis === 'site' && from === word.to);

/** At most two tokens (a list number, "At") before it, none of them a head. */
const isAtStart = (group: Range, view: SentenceView): boolean =>
  group.from - view.sentence.from <= 2 && !view.heads.some((head) => head.from < group.from);

const distance = (a: Range, b: Range): number => a.from >= b.to ? a.from - b.to : b.from - a.to;

function targetsInReach(rule: Binding, group: readonly AssertedMention[], view: SentenceView): readonly AssertedMention[] {
  const range = { from: group[0]!.from, to: group.at(-1)!.to };
  const ranges = reach(rule, range, { sentence: view.sentence, stops: view.stops });
  return view.bearers
    .filter((m) => rule.to.includes(m.axis) && ranges.some((r) => isInside(m, r)) && !group.includes(m))
    .sort((a, b) => distance(range, a) - distance(range, b) || a.from - b.from);
}

/** From the first target on, in one direction: the heads joined to it one by one, up to the next modifier of the axis. */
function runOneWay(first: AssertedMention, heads: readonly AssertedMention[], axis: string, { view, place }: { readonly view: SentenceView; readonly place: BindingPlace }): readonly AssertedMention[] {
  const run: AssertedMention[] = [];
  let last = first;
  for (const head of heads) {
    const [before, after] = head.from < last.from ? [head, last] : [last, head];
    const hasOwn = view.modifiers.some((m) => m.axis === axis && m.from >= before.from && m.to <= after.to);
    if (hasOwn || !areJoined(before, after, view.mentions, place)) break;
    run.push(last = head);
  }
  return run;
}

/** The heads that stand in one coordinated run with the first target: "disc disease/protrusion/spondylosis at L4-5". */
function runOf(first: AssertedMention, targets: readonly AssertedMention[], axis: string, scene: { readonly view: SentenceView; readonly place: BindingPlace }): readonly AssertedMention[] {
  const heads = targets.filter((target) => target !== first && target.axis !== 'site' && target.axis !== 'level').sort((a, b) => a.from - b.from);
  const ahead = heads.filter(({ from }) => from > first.from);
  const behind = heads.filter(({ from }) => from < first.from).reverse();
  const twins = heads.filter(({ from }) => from === first.from);
  return [first, ...twins, ...runOneWay(first, ahead, axis, scene), ...runOneWay(first, behind, axis, scene)];
}

/** In reach and before the next modifier of the same axis. */
function spreadOver(targets: readonly AssertedMention[], group: readonly AssertedMention[], view: SentenceView): readonly AssertedMention[] {
  const next = view.modifiers.find((m) => m.axis === group[0]!.axis && m.from >= group.at(-1)!.to && !group.includes(m));
  const before = targets.filter((target) => !next || target.to <= next.from);
  return before.length ? before : targets.slice(0, 1);
}

function bindGroup(group: readonly AssertedMention[], view: SentenceView, place: BindingPlace): readonly Link[] {
  const range = { from: group[0]!.from, to: group.at(-1)!.to };
  for (const rule of place.knowledge.bindings.get(group[0]!.axis) ?? []) {
    if (rule.leads && (isFollowed(range, view) || !isLed(range, rule.leads, view, place))) continue;
    if (rule.atStart && !isAtStart(range, view)) continue;
    if (rule.predicative && isAttributive(group.at(-1)!, view, place)) continue;
    const targets = targetsInReach(rule, group, view);
    if (!targets.length) continue;
    const bound = rule.spreads ? spreadOver(targets, group, view) : runOf(targets[0]!, targets, rule.axis, { view, place });
    return bound.flatMap((target) => group.map((modifier) => ({ modifier, target, via: rule.id, spreads: rule.spreads ?? false })));
  }
  return [];
}

/** A head that has a modifier of its own takes none from a rule that spreads over the line. */
function preferOwn(links: readonly Link[]): readonly Link[] {
  const owners = new Set(links.filter(({ spreads }) => !spreads).map(({ target }) => target));
  return links.filter(({ spreads, target }) => !spreads || !owners.has(target));
}

/** All links of a sentence. */
export function bindModifiers(view: SentenceView, place: BindingPlace): readonly Link[] {
  if (view.modifiers.length === 0) return [];
  const axes = [...new Set(view.modifiers.map(({ axis }) => axis))];
  return axes.flatMap((axis) => preferOwn(groupModifiers(view, axis, place).flatMap((group) => bindGroup(group, view, place))));
}

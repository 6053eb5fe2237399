// Heads with their links → statements: each problem said once, with the readings that belong to it.
// Pain words take their problem from the site they stand at; a pain without site goes on with the pain told before it.
import type { AssertedMention, AxisReading, MentionAxis } from '../types.ts';
import { bindModifiers, qualifiesAnother, type BindingPlace, type Link } from './bind-modifiers.ts';
import { areJoined, isInside, type SentenceView } from './sentence-view.ts';

/** One problem as one head states it. `problem` is undefined for a pain whose site is told elsewhere. */
export interface Statement {
  readonly problem: string | undefined;
  readonly head: AssertedMention;
  readonly readings: readonly AxisReading[];
  /** What the same sentence says comes from this problem. */
  readonly explains?: readonly string[];
}

const read = (mention: AssertedMention, via: string): AxisReading => ({ value: mention.value, mention, via });

/** The side words that links give to a site, directly or as the first of a group ("left hip and leg"). */
function sidesOf(site: AssertedMention, links: readonly Link[], siblings: readonly AssertedMention[]): readonly AxisReading[] {
  const own = links.filter(({ modifier, target }) => modifier.axis === 'laterality' && target === site);
  if (own.length) return own.map(({ modifier, via }) => read(modifier, via));
  const leader = siblings.filter((s) => s.from < site.from).findLast((s) => links.some(({ modifier, target }) => modifier.axis === 'laterality' && target === s && modifier.from < s.from));
  return leader ? links.filter(({ modifier, target }) => modifier.axis === 'laterality' && target === leader).map(({ modifier, via }) => read(modifier, via)) : [];
}

/** Axes on which the name of a problem itself may tell something ("left low back pain"). */
const OWN_AXES: readonly MentionAxis[] = ['site', 'level', 'laterality', 'chronicity'];

/** What a head carries in its own words: the sites, levels and sides inside it, and the site its name implies. */
function ownReadings(head: AssertedMention, view: SentenceView, { knowledge }: BindingPlace): readonly AxisReading[] {
  const inside = view.mentions.filter((m) => OWN_AXES.includes(m.axis) && m !== head && isInside(m, head)).map((m) => read(m, m.via));
  const site = knowledge.concepts.get(head.via)?.site;
  return site && !inside.some(({ mention }) => mention.axis === 'site') ? [...inside, { value: site, mention: { ...head, axis: 'site' }, via: head.via }] : inside;
}

/** The rule that bound a site to the head; a site inside the head's own words names itself. */
const viaOf = (site: AssertedMention, { head, links }: { readonly head: AssertedMention; readonly links: readonly Link[] }): string =>
  links.find(({ modifier, target }) => modifier === site && target === head)?.via ?? site.via;

function stateSited(sites: readonly AssertedMention[], shared: readonly AxisReading[], frame: { readonly head: AssertedMention; readonly links: readonly Link[]; readonly place: BindingPlace }): readonly Statement[] {
  return sites.map((site) => ({
    problem: frame.place.knowledge.sites.get(site.value)?.pain ?? site.value,
    head: frame.head,
    readings: [...shared, read(site, viaOf(site, frame)), ...sidesOf(site, frame.links, sites)],
  }));
}

/** Statements of one head: one for its own problem, one more for each further site that a pain stands at. */
function stateHead(head: AssertedMention, links: readonly Link[], view: SentenceView, place: BindingPlace): readonly Statement[] {
  const { knowledge } = place;
  if (qualifiesAnother(head, view, place)) return [];
  const bound = links.filter(({ target }) => target === head);
  const sites = bound.filter(({ modifier }) => modifier.axis === 'site').map(({ modifier }) => modifier);
  const direct = bound.filter(({ modifier }) => modifier.axis !== 'site').map(({ modifier, via }) => read(modifier, via));
  const own = ownReadings(head, view, place);
  if (knowledge.concepts.get(head.via)?.sited) {
    const intrinsic = own.filter(({ mention }) => mention.axis === 'site').map(({ mention }) => mention);
    const all = [...intrinsic, ...sites];
    const alone = head.axis === 'problem' ? head.value : undefined;
    return all.length ? stateSited(all, direct, { head, links, place }) : [{ problem: alone, head, readings: direct }];
  }
  const further = knowledge.pains.has(head.value) ? sites.filter((site) => standsApart(site, head, view, place)) : [];
  const kept = sites.filter((site) => !further.includes(site));
  if (isElsewhere(head, kept, own, bound, place)) return [];
  const hasSide = [...own, ...direct].some(({ mention }) => mention.axis === 'laterality');
  // "right-sided low back and leg pain": the side of the first member holds for the head too.
  const shared = hasSide ? [] : further.slice(0, 1).flatMap((site) => sidesOf(site, links, sites));
  const readings = [...own, ...direct, ...shared, ...kept.flatMap((site) => [read(site, viaOf(site, { head, links })), ...sidesOf(site, links, sites)])];
  return [{ problem: head.value, head, readings }, ...stateSited(further, direct.filter(({ mention }) => mention.axis !== 'laterality'), { head, links, place })];
}

/** "degenerative disc disease of the right hip": a problem of the spine that is said to lie in another part of the body is not ours. */
function isElsewhere(head: AssertedMention, sites: readonly AssertedMention[], own: readonly AxisReading[], bound: readonly Link[], { knowledge }: BindingPlace): boolean {
  const told = bound.some(({ modifier, via }) => modifier.axis === 'site' && sites.includes(modifier) && knowledge.locating.has(via));
  const isOfSpine = ({ value }: { readonly value: string }): boolean => knowledge.sites.get(value)?.spinal === true || knowledge.areas.has(`site ${value}`);
  const hasPlace = own.some(({ mention }) => mention.axis === 'site' || mention.axis === 'level') || bound.some(({ modifier }) => modifier.axis === 'level');
  return knowledge.spinal.has(head.value) && told && !hasPlace && !sites.some(isOfSpine);
}

/** "neck and [low back pain]": a joined site with a pain of its own, other than the one the head names. */
function standsApart(site: AssertedMention, head: AssertedMention, view: SentenceView, place: BindingPlace): boolean {
  const pain = place.knowledge.sites.get(site.value)?.pain;
  return pain !== undefined && pain !== head.value && site.to <= head.from && areJoined(site, head, view.mentions, place);
}

/** "S secondary to D": the problem behind a word of origin explains the ones named just before it. */
function linkOrigins(statements: readonly Statement[], view: SentenceView, { knowledge }: BindingPlace): readonly Statement[] {
  const origins = view.stops.filter(({ stop }) => stop === knowledge.origin);
  if (!origins.length) return statements;
  return statements.map((statement) => {
    const origin = origins.findLast(({ to }) => to <= statement.head.from);
    const between = origin && statements.some(({ head }) => head.from >= origin.to && head.to <= statement.head.from);
    if (!origin || between || statement.head.axis !== 'problem') return statement;
    const effects = statements.filter(({ head, problem }) => problem !== undefined && head.to <= origin.from && problem !== statement.problem);
    return effects.length ? { ...statement, explains: effects.map(({ problem }) => problem!) } : statement;
  });
}

/** All statements of a sentence, in order of their heads. */
export function stateProblems(view: SentenceView, place: BindingPlace): readonly Statement[] {
  const links = bindModifiers(view, place);
  const statements = linkOrigins(view.heads.flatMap((head) => stateHead(head, links, view, place)), view, place);
  const loose = view.mentions.filter((m) => m.axis === 'radiation' && !links.some(({ modifier }) => modifier === m));
  return [...statements, ...loose.map((m): Statement => ({ problem: undefined, head: m, readings: [read(m, m.via)] }))];
}

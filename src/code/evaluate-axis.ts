// What a finding says on one axis of the decision tables: a documented value, several, none, or a contradiction.
// In: the axis row of lexicons/axes.json, a finding, its case. Out: values with the words that give them. It picks no code.
import { isAssessed, roleOf } from '../finding/roles.ts';
import type { AxisEntry } from '../lexicon/schema.ts';
import { toEvidence } from '../span.ts';
import type { AssertedMention, AxisReading, Finding, MentionAxis, SectionRole } from '../types.ts';
import type { Evidence } from '../wire.ts';
import { areaFits, holdsNow, isCurrent, isKindOf, isSymptom, type Case } from './case.ts';
import { judgeFinding } from './judge-finding.ts';
import { once } from '../once.ts';

export const UNSPECIFIED = 'unspecified';

export interface AxisOutcome {
  readonly axis: AxisEntry;
  readonly state: 'documented' | 'missing' | 'conflicting';
  /** One value, or several for an axis with `many`; ["unspecified"] when missing or conflicting. */
  readonly values: readonly string[];
  readonly evidence: Evidence[];
  /** For an axis with several values: what gives each, and the statement of the problem it belongs to. */
  readonly said: readonly Said[];
  /** Values that the note speaks against: what stands beside the problem in them is expressly denied. */
  readonly denied?: readonly string[];
}

/** An axis with several values and the one of them that is looked up. */
export interface Looked { readonly axis: AxisEntry; readonly value: string }

export const missing = (axis: AxisEntry): AxisOutcome => ({ axis, state: 'missing', values: [UNSPECIFIED], evidence: [], said: [] });

export const documented = (axis: AxisEntry, value: string, evidence: Evidence[]): AxisOutcome => ({ axis, state: 'documented', values: [value], evidence, said: [] });

/** One word of the note on an axis; `head` is the token where the statement of the problem begins that it belongs to. */
export interface Said { readonly value: string; readonly evidence: Evidence; readonly role: SectionRole; readonly section: number; readonly head?: number | undefined }

const wordOf = (axis: AxisEntry, value: string, { mention, head }: Pick<AxisReading, 'mention' | 'head'>, { reading }: Case): Said => ({
  value, head: head?.from, evidence: toEvidence(reading, mention, { role: axis.as ?? axis.id, via: mention.via }),
  role: roleOf(mention, reading), section: reading.sentences[mention.sentence]!.section,
});

/** The value that a word gives on an axis: by its value and kind ("fall/slip"), by its value, or as it is. */
export function valueIn(axis: AxisEntry, source: MentionAxis, { value, mention }: Pick<AxisReading, 'value' | 'mention'>): string | undefined {
  const map = axis.reads?.[source];
  const kind = mention.attributes?.['kind'];
  return map && ((kind === undefined ? undefined : map[`${value}/${kind}`]) ?? map[value] ?? (map['*'] === '*' ? value : undefined));
}

function say(axis: AxisEntry, source: MentionAxis, reading: AxisReading, scene: Case): Said[] {
  const value = valueIn(axis, source, reading);
  return value === undefined ? [] : [wordOf(axis, value, reading, scene)];
}

/** Sites of the spine say more of a region than the limb that hurts ("lumbosacral radiculopathy of the left leg"). */
function preferSpine(readings: readonly AxisReading[], axis: AxisEntry, { knowledge }: Case): readonly AxisReading[] {
  const spinal = axis.many ? readings.filter(({ value }) => knowledge.sites.get(value)?.spinal) : [];
  return spinal.length ? spinal : readings;
}

/** The finding's own readings: the first mention axis that gives any decides. */
function ownWords(axis: AxisEntry, finding: Finding, scene: Case): readonly Said[] {
  const sources = axis.order ?? (Object.keys(axis.reads ?? {}) as MentionAxis[]);
  for (const source of sources) {
    const said = preferSpine(finding.axes[source] ?? [], axis, scene).flatMap((reading) => say(axis, source, reading, scene));
    if (said.length) return said;
  }
  return [];
}

/** Readings of other problems that answer for this finding: the side of the leg pain for sciatica, the region of the pain for a disc. */
function lentWords(axis: AxisEntry, finding: Finding, scene: Case): readonly Said[] {
  const fitting = scene.findings.filter((other) => other !== finding && isCurrent(other, scene) && areaFits(other, finding));
  for (const tier of axis.borrows?.problems ?? []) {
    const lent = fitting.filter(({ problem }) => tier.includes(problem)).map((lender) => ownWords(axis, lender, scene)).filter((said) => said.length > 0);
    const agree = new Set(lent.map((said) => valuesOf(said).join())).size === 1;
    if (lent.length) return !axis.many || agree ? lent.flat() : [];
  }
  return [];
}

/** The sides of radiating pain, where the axis borrows from radiation. */
function radiatedWords(axis: AxisEntry, finding: Finding, scene: Case): readonly Said[] {
  const radiations = scene.findings.filter((other) => isCurrent(other, scene) && areaFits(other, finding)).flatMap(({ axes }) => axes['radiation'] ?? []);
  return radiations.filter(({ mention }) => axis.borrows?.radiation.includes(mention.value)).flatMap(({ mention }) => {
    const side = mention.attributes?.['side'];
    return side ? [wordOf(axis, side, { mention }, scene)] : [];
  });
}

const borrowedWords = (axis: AxisEntry, finding: Finding, scene: Case): readonly Said[] =>
  axis.borrows && finding.assertion.subject === 'patient' ? [...lentWords(axis, finding, scene), ...radiatedWords(axis, finding, scene)] : [];

const valuesOf = (said: readonly Said[]): readonly string[] => [...new Set(said.map(({ value }) => value))];
const evidenceOf = (said: readonly Said[]): Evidence[] => said.map(({ evidence }) => evidence);

/** Left and right told in one breath mean both sides; the joined value swallows its parts. */
function joinValues(axis: AxisEntry, said: readonly Said[]): readonly string[] {
  const values = valuesOf(said);
  if (!axis.joins) return values;
  const { of, is } = axis.joins;
  const together = of.every((part) => values.includes(part)) && (said.every(isAssessed) || new Set(said.map(({ section }) => section)).size === 1);
  return values.includes(is) || together ? [is] : values;
}

/** The assessment decides; a contradiction is another place that tells only the opposite. */
function resolveWords(axis: AxisEntry, own: readonly Said[], borrowed: readonly Said[]): AxisOutcome {
  const said = own.length ? own : borrowed;
  if (!said.length) return missing(axis);
  if (axis.many) return { axis, state: 'documented', values: valuesOf(said), evidence: evidenceOf(said), said };
  const deciding = said.some(isAssessed) ? said.filter(isAssessed) : said;
  const values = joinValues(axis, deciding);
  const value = values[0]!;
  const decisive = new Set(deciding);
  const others = [...own, ...borrowed].filter((s) => !decisive.has(s));
  const opposed = axis.joins !== undefined && value !== axis.joins.is && others.length > 0
    && others.every((other) => other.value !== value && other.value !== axis.joins?.is);
  if (values.length > 1 || opposed) return { axis, state: 'conflicting', values: [UNSPECIFIED], evidence: evidenceOf([...deciding, ...others]), said: [] };
  const agreeing = others.filter((other) => other.value === value);
  return documented(axis, value, evidenceOf([...deciding, ...agreeing]));
}

/** A companion counts when it is current; a diagnosis only when it may itself be coded. */
const countsBeside = (other: Finding, scene: Case): boolean =>
  isCurrent(other, scene) && other.role !== 'silent' && (isSymptom(other, scene) || judgeFinding(other, scene) === undefined);

const bears = (other: Finding, problems: readonly string[], scene: Case): boolean =>
  problems.some((problem) => other.problem === problem || isKindOf(other.problem, problem, scene.knowledge));

/** A companion that names its levels stands only beside the level that is looked up: a C7 root beside the C6-C7 disc. */
const standsAt = (other: Finding, places: readonly Looked[], scene: Case): boolean => !other.axes['level']
  || places.every(({ axis, value }) => {
    const own = valuesOf(ownWords(axis, other, scene));
    return own.length === 0 || own.includes(value);
  });

/** What of a note could stand beside a finding in a group of companions, wherever it lies: looked up once for all findings. */
interface Beside {
  readonly group: string;
  readonly problems: readonly string[];
  readonly companions: readonly Finding[];
  readonly radiating: readonly { readonly finding: Finding; readonly mentions: readonly AssertedMention[] }[];
  readonly denials: readonly Finding[];
}

const isDenied = ({ assertion: { polarity, subject } }: Finding): boolean => polarity === 'absent' && subject === 'patient';

const radiationsIn = ({ axes }: Finding, values: readonly string[]): readonly AssertedMention[] =>
  (axes['radiation'] ?? []).map(({ mention }) => mention).filter(({ value }) => values.includes(value));

const besideOn = once((axis: AxisEntry, scene: Case): readonly Beside[] => Object.entries(axis.groups ?? {}).map(([group, { problems, radiation = [] }]) => ({
  group, problems,
  companions: scene.findings.filter((other) => bears(other, problems, scene) && countsBeside(other, scene)),
  radiating: scene.findings.filter((other) => isCurrent(other, scene)).map((finding) => ({ finding, mentions: radiationsIn(finding, radiation) })).filter(({ mentions }) => mentions.length > 0),
  denials: scene.findings.filter((other) => isDenied(other) && problems.includes(other.problem)),
})));

/** Values of which a companion is denied; who denies sciatica does not deny the leg pain that it would bring. */
function deniedValues(axis: AxisEntry, groups: readonly Beside[], { knowledge }: Case): readonly string[] {
  const denied = groups.filter(({ problems, denials }) => denials.some(({ problem }) =>
    !(knowledge.problems.get(problem)?.integral ?? []).some((symptom) => problems.includes(symptom)))).map(({ group }) => group);
  return (axis.patterns ?? []).filter(({ all }) => all.some((group) => denied.includes(group))).map(({ value }) => value);
}

function evaluateCompanions(axis: AxisEntry, finding: Finding, scene: Case, places: readonly Looked[]): AxisOutcome {
  const fits = (other: Finding): boolean => areaFits(other, finding) && standsAt(other, places, scene);
  const fitting = besideOn(axis, scene).map((beside) => ({
    ...beside, companions: beside.companions.filter(fits), radiating: beside.radiating.filter((one) => fits(one.finding)), denials: beside.denials.filter(fits),
  }));
  const there = fitting.filter(({ companions, radiating }) => companions.length > 0 || radiating.length > 0).map(({ group }) => group);
  const pattern = axis.patterns?.find(({ all }) => all.length === there.length && all.every((group) => there.includes(group)));
  const cite = (mentions: readonly AssertedMention[], role: string): Evidence[] => mentions.map((mention) => toEvidence(scene.reading, mention, { role, via: mention.via }));
  if (pattern) {
    return documented(axis, pattern.value, fitting.flatMap(({ companions, radiating }) =>
      [...companions.flatMap(({ mentions }) => cite(mentions, 'companion')), ...radiating.flatMap(({ mentions }) => cite(mentions, 'radiation'))]));
  }
  if (axis.denied === undefined || there.length > 0 || fitting.some(({ denials }) => denials.length === 0)) return { ...missing(axis), denied: deniedValues(axis, fitting, scene) };
  return documented(axis, axis.denied, fitting.flatMap(({ denials }) => denials.flatMap(({ mentions }) => cite(mentions, 'denied'))));
}

/** What any current mention of the note says on the axis, past and planned ones and those of others left out. */
const wordsAnywhere = once((axis: AxisEntry, scene: Case): readonly Said[] => {
  const sources = Object.keys(axis.reads ?? {}) as MentionAxis[];
  return sources.flatMap((source) => scene.mentionsOn.get(source) ?? [])
    .filter(holdsNow)
    .flatMap((mention) => say(axis, mention.axis, { value: mention.value, mention, via: mention.via }, scene))
    .filter(({ role }) => role !== 'silent');
});

/** The note's own field answers first, then words anywhere in it ("follow-up visit"), when they agree. */
const evaluateNote = once((axis: AxisEntry, scene: Case): AxisOutcome => {
  const given = scene.note.encounter;
  if (given !== undefined) return documented(axis, given, []);
  const said = wordsAnywhere(axis, scene);
  const [value, ...others] = mostExact(axis, valuesOf(said));
  return value !== undefined && others.length === 0 ? documented(axis, value, evidenceOf(said)) : missing(axis);
});

/** Values without those that another of them makes more exact ("follow-up" beside "delayed healing"). */
export function mostExact(axis: AxisEntry, told: readonly string[]): readonly string[] {
  const swallowed = new Set(axis.values.filter(({ value }) => told.includes(value)).flatMap(({ over }) => over ?? []));
  return told.filter((value) => !swallowed.has(value));
}

/** The value of one axis for one finding, with its evidence. `places`: the places that are looked up, for axes of companions. */
export function evaluateAxis(axis: AxisEntry, finding: Finding, scene: Case, places: readonly Looked[] = []): AxisOutcome {
  if (axis.note) return evaluateNote(axis, scene);
  if (axis.groups) return evaluateCompanions(axis, finding, scene, places);
  const own = ownWords(axis, finding, scene);
  return resolveWords(axis, own.length || !axis.anywhere ? own : wordsAnywhere(axis, scene), borrowedWords(axis, finding, scene));
}

// How a note says a problem with certain values on its axes, in words of the lexicons: "left", "at L4-L5", "with radiculopathy", "after a fall".
// In: a problem and one value for each of its axes. Out: assessments that say exactly these; none where the lexicons have no such words.
import { UNSPECIFIED } from '../../src/code/evaluate-axis.ts';
import { isKindOf } from '../../src/code/case.ts';
import type { Combination } from '../../src/code/look-up.ts';
import { createAnalyzer, type Analyzer } from '../../src/index.ts';
import type { AxisEntry } from '../../src/lexicon/schema.ts';
import type { MentionAxis } from '../../src/types.ts';

/** What one word or phrase adds to a sentence, and the mention that it makes. */
interface Wording { readonly source: MentionAxis; readonly value: string; readonly place: 'before' | 'at' | 'after' | 'apart'; readonly words: string }

/** Mentions that one phrase of a sentence makes: a place is told by a level or by a site, not by both. */
const SLOTS: readonly (readonly MentionAxis[])[] = [['laterality'], ['level', 'site'], ['cause'], ['encounter']];
const SECTION = 'Assessment: ';
/** Sites that say no region. */
const SOMEWHERE: ReadonlySet<string> = new Set(['spine', 'back']);
/** Levels that count only beside a word of the spine, for S1 and S2 are heart sounds too: the site says the same region. */
const UNSURE_LEVELS: ReadonlySet<string> = new Set(['S1-S2', 'S2', 'S3', 'S4', 'S5']);

/** Names that count only beside a place of the spine, or hold an "of" that another one would not be bound past. */
const isBound = ({ words, needsPlace }: PlainForm): boolean => needsPlace || words.includes(' of ');
const isSpinal = ({ source, value }: Wording): boolean => source !== 'site' || knowledge.sites.get(value)?.spinal === true;

/** A place that makes another problem of this one: the skull base is no vertebra, so a fracture of it is another fracture. */
const isElsewhere = (problem: string, { source, value }: Wording): boolean => source === 'site' && value === 'skull-base' && (problem === 'vertebral-fracture' || isKindOf(problem, 'vertebral-fracture', knowledge));

export const analyzer: Analyzer = createAnalyzer();
const { knowledge } = analyzer;

const conceptsOf = (axis: MentionAxis, value: string) => [...knowledge.concepts.values()].filter((concept) => concept.axis === axis && concept.value === value).map((concept) => ({ ...concept, ...knowledge.forms.get(concept.id)! }));

/** What a mention says on an axis, by the axis's own row. */
const valueGiven = (axis: AxisEntry, { source, value }: Wording): string | undefined => {
  const map = axis.reads?.[source];
  return map && (map[value] ?? (map['*'] === '*' ? value : undefined));
};

const reading = (axes: readonly AxisEntry[]): readonly AxisEntry[] => axes.filter(({ reads }) => reads !== undefined);

/** How a problem is called where nothing more is said of it; some names count only beside a place ("muscle strain"). */
interface PlainForm { readonly words: string; readonly needsPlace: boolean }

/** The site that the name itself holds, by its concept or in every form of it ("sacral fracture type 1"). */
function inherentSite(named: ReturnType<typeof conceptsOf>): string | undefined {
  const told = named.flatMap(({ site, forms }) => site ?? forms.map((form) => analyzer.analyze({ id: 'form', text: `${SECTION}${form}.` }).findings[0]?.axes['site']?.value));
  return told.length > 0 && told.every((site) => site === told[0]) ? told[0] : undefined;
}

function findPlainForm(problem: string, axes: readonly AxisEntry[]): PlainForm | undefined {
  const named = conceptsOf('problem', problem);
  const inherent = inherentSite(named);
  const isPlain = (site: string): boolean => site === inherent || (SOMEWHERE.has(site) && !axes.some((axis) => axis.reads?.site?.[site] !== undefined));
  const saysMore = (mention: { readonly axis: MentionAxis; readonly value: string }): boolean => mention.axis === 'site' ? !isPlain(mention.value) : mention.axis !== 'problem';
  const names = (text: string, form: string): boolean => {
    const { findings, mentions } = analyzer.analyze({ id: 'form', text });
    const own = mentions.filter(({ start }) => start < SECTION.length + form.length);
    const told = findings[0]?.axes['site']?.value;
    return findings.length === 1 && findings[0]?.problem === problem && !own.some(saysMore) && (text.includes(' of the ') || told === undefined || isPlain(told));
  };
  const alone = named.flatMap(({ forms }) => forms).find((form) => names(`${SECTION}${form}.`, form));
  if (alone !== undefined) return { words: alone, needsPlace: false };
  const weak = named.flatMap((concept) => concept.weak).find((form) => names(`${SECTION}${form} of the low back.`, form));
  return weak === undefined ? undefined : { words: weak, needsPlace: true };
}

const plainForms = new Map<string, PlainForm | undefined>();

export function plainForm(problem: string, axes: readonly AxisEntry[] = []): PlainForm | undefined {
  if (!plainForms.has(problem)) plainForms.set(problem, findPlainForm(problem, reading(axes)));
  return plainForms.get(problem);
}

const isPlaceNoun = (form: string): boolean => !/(?:al|ic|ar|val)$/.test(form);
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The words that make a mention, as a note would put them. */
function wordingOf(source: MentionAxis, value: string): Wording | undefined {
  const forms = conceptsOf(source, value).flatMap((concept) => concept.forms);
  const first = (is: (form: string) => boolean): string | undefined => forms.find(is) ?? forms[0];
  const made = (place: Wording['place'], words: string | undefined): Wording | undefined => words === undefined ? undefined : { source, value, place, words };
  if (source === 'level') return { source, value, place: 'at', words: `at ${value}` };
  if (source === 'laterality') return made('before', forms[0]);
  if (source === 'site') return made('at', forms.length ? `of the ${first(isPlaceNoun)}` : undefined);
  if (source === 'cause') return made('after', forms.length ? value === 'insidious' ? ', insidious onset' : ` after ${/^[aeiou]/.test(forms[0]!) ? 'an' : 'a'} ${forms[0]}` : undefined);
  return source === 'encounter' ? made('apart', forms.length ? `${capital(first((form) => /encounter|^late effect$/.test(form))!)}.` : undefined) : undefined;
}

/** Every wording of a value: each level or site that gives it, a disc space before a single vertebra. */
function wordingsOf(axis: AxisEntry, value: string): readonly Wording[] {
  const sources = axis.order ?? (Object.keys(axis.reads ?? {}) as MentionAxis[]);
  return sources.flatMap((source) => {
    const map = axis.reads?.[source] ?? {};
    const said = map['*'] === '*' ? [value] : Object.keys(map).filter((one) => map[one] === value && !(source === 'level' && UNSURE_LEVELS.has(one))).sort((a, b) => Number(b.includes('-')) - Number(a.includes('-')));
    return said.slice(0, 1).flatMap((one) => wordingOf(source, one) ?? []);
  });
}

const asking = new Map<string, boolean>();

/** A companion that leaves something open of its own would be asked about too. */
function asksForItself(words: string): boolean {
  if (!asking.has(words)) asking.set(words, analyzer.analyze({ id: 'companion', text: `${SECTION}Left ${words}.` }).queries.length > 0);
  return asking.get(words)!;
}

/** A companion with its own side, so that nothing is left to ask of it; a kind of the problem itself cannot stand beside it. */
function companionWords(companion: string, problem: string): string | undefined {
  if (isKindOf(companion, problem, knowledge)) return undefined;
  const words = plainForm(companion)?.words;
  if (words !== undefined && asksForItself(words)) return undefined;
  const sided = (knowledge.tables.get(companion) ?? []).flatMap(({ axes }) => axes).some((axis) => knowledge.axes.get(axis)?.joins !== undefined);
  return words !== undefined && sided ? `left ${words}` : words;
}

/** The value that the name of a problem itself gives on an axis of companions: a burst fracture says its kind. */
export const inherentValue = (problem: string, { groups, patterns }: AxisEntry): string | undefined =>
  patterns?.find(({ all }) => all.length === 1 && groups?.[all[0]!]?.problems.includes(problem))?.value;

interface Beside { readonly with: readonly string[]; readonly apart: string }
const NOTHING: Beside = { with: [], apart: '' };

/** What stands beside the problem, or is denied, for a value of an axis of companions. */
function besideOf(axis: AxisEntry, value: string, problem: string): Beside | undefined {
  if (value === UNSPECIFIED || value === inherentValue(problem, axis)) return NOTHING;
  const groups = axis.patterns?.find((pattern) => pattern.value === value)?.all;
  const words = groups?.map((group) => axis.groups?.[group]?.problems.map((one) => companionWords(one, problem)).find((one) => one !== undefined));
  if (words?.every((one) => one !== undefined)) return { with: words, apart: '' };
  return value === axis.denied ? { with: [], apart: Object.values(axis.groups ?? {}).map(({ problems }) => `No ${plainForm(problems[0]!)?.words}.`).join(' ') } : undefined;
}

/** The wordings of a slot that say of every axis what the combination has; a single empty one where nothing is to be said. */
function fillSlot(slot: readonly MentionAxis[], axes: readonly AxisEntry[], values: Combination): readonly (Wording | undefined)[] {
  const concerned = axes.filter(({ reads }) => slot.some((source) => reads?.[source]));
  const told = concerned.filter(({ id }) => values[id] !== UNSPECIFIED);
  if (told.length === 0) return [undefined];
  return told.flatMap((axis) => wordingsOf(axis, values[axis.id]!)).filter((wording) => slot.includes(wording.source))
    .filter((wording) => concerned.every((axis) => (valueGiven(axis, wording) ?? UNSPECIFIED) === values[axis.id]));
}

const product = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] => lists.reduce<readonly (readonly T[])[]>((all, list) => all.flatMap((one) => list.map((next) => [...one, next])), [[]]);

/** The assessments that say a problem with these values, each in other words. */
export function sayProblem(problem: string, values: Combination): readonly string[] {
  const axes = Object.keys(values).map((id) => knowledge.axes.get(id)!);
  const form = plainForm(problem, axes);
  const beside = axes.filter(({ reads }) => !reads).map((axis) => besideOf(axis, values[axis.id]!, problem));
  if (form === undefined || beside.some((one) => one === undefined)) return [];
  const companions = [...new Set(beside.flatMap((one) => one?.with ?? []))];
  const denials = beside.flatMap((one) => one?.apart || []);
  const fillings = product(SLOTS.map((slot) => fillSlot(slot, reading(axes), values).filter((wording) => !wording || (!isElsewhere(problem, wording) && (!isBound(form) || isSpinal(wording))))));
  return [...new Set(fillings.filter((filled) => !form.needsPlace || filled.some((one) => one?.place === 'at')).map((filled) => {
    const part = (place: Wording['place']): readonly string[] => [...new Set(filled.filter((one) => one?.place === place).map((one) => one!.words))];
    const head = [...part('before'), form.words, ...part('at'), ...(companions.length ? [`with ${companions.join(' and ')}`] : [])].join(' ');
    return `${SECTION}${capital(head)}${part('after').join('')}.${[...part('apart'), ...denials].map((words) => ` ${words}`).join('')}`;
  }))];
}

/** Values of an axis that some words say of a problem. */
export const sayableValues = (problem: string, axis: AxisEntry): readonly string[] => axis.values.map(({ value }) => value)
  .filter((value) => wordingsOf(axis, value).length > 0 || (!axis.reads && besideOf(axis, value, problem) !== undefined));

// Random sets of findings, as no note would ever put them together: any problem with any side, level, cause and assertion, on any date.
// In: a seed. Out: a case for code/, over a text of meaningless words, so that only the rules decide. The same seed gives the same case.
import type { Case } from '../../src/code/case.ts';
import { groupBy } from '../../src/group.ts';
import type { Knowledge } from '../../src/lexicon/knowledge.ts';
import { readNote } from '../../src/text/read-note.ts';
import type { AssertedMention, Assertion, AxisReading, Finding, MentionAxis, Reading } from '../../src/types.ts';
import { noteSchema } from '../../src/wire.ts';
import { chanceFrom, type Chance } from '../metamorphic/transformation.ts';

const WORDS = 40;
const PRESENT: Assertion = { polarity: 'present', certainty: 'certain', time: 'current', subject: 'patient' };
const OTHER: readonly Partial<Assertion>[] = [{ polarity: 'absent' }, { certainty: 'possible' }, { time: 'past' }, { time: 'planned' }, { subject: 'family' }];

const one = <T>(list: readonly T[], draw: Chance): T => list[draw(list.length)]!;

/** What the cases are drawn from. */
export interface Urn {
  readonly knowledge: Knowledge;
  readonly reading: Reading;
  readonly problems: readonly string[];
  /** Values that the axes of the tables read, by mention axis. */
  readonly values: ReadonlyMap<MentionAxis, readonly string[]>;
}

export function fillUrn(knowledge: Knowledge): Urn {
  const text = `ASSESSMENT: ${'zz '.repeat(WORDS)}.\nHISTORY OF PRESENT ILLNESS: ${'zz '.repeat(WORDS)}.`;
  const reads = [...knowledge.axes.values()].flatMap((axis) => Object.entries(axis.reads ?? {}) as [MentionAxis, Record<string, string>][]);
  const values = new Map([...groupBy(reads, ([source]) => source)].map(([source, maps]) => [source, [...new Set(maps.flatMap(([, map]) => Object.keys(map).filter((value) => value !== '*')))]] as const));
  values.set('laterality', ['left', 'right', 'bilateral']);
  return { knowledge, reading: readNote(text, knowledge.book), problems: [...knowledge.tables.keys()], values };
}

function drawMention(axis: MentionAxis, value: string, { reading }: Urn, draw: Chance): AssertedMention {
  const sentence = draw(reading.sentences.length);
  const { from, to } = reading.sentences[sentence]!;
  const at = from + draw(Math.max(1, to - from));
  const assertion = draw(5) === 0 ? { ...PRESENT, ...one(OTHER, draw) } : PRESENT;
  return { axis, value, via: `${axis}.random`, from: at, to: at + 1, sentence, assertion, cues: [] };
}

function drawReadings(urn: Urn, head: AssertedMention, draw: Chance): Record<string, readonly AxisReading[]> {
  const drawn = [...urn.values].filter(() => draw(3) === 0).map(([axis, values]) => {
    const count = 1 + (draw(4) === 0 ? 1 : 0);
    return [axis, Array.from({ length: count }, () => {
      const value = one(values, draw);
      return { value, mention: drawMention(axis, value, urn, draw), via: 'bind.random', head };
    })] as const;
  });
  return Object.fromEntries(drawn);
}

function drawFinding(urn: Urn, draw: Chance): Finding {
  const problem = one(urn.problems, draw);
  const head = drawMention('problem', problem, urn, draw);
  const axes = drawReadings(urn, head, draw);
  const areas = ['level', 'site'].flatMap((axis) => (axes[axis] ?? []).flatMap(({ value }) => urn.knowledge.areas.get(`${axis} ${value}`) ?? []));
  const explains = draw(6) === 0 ? [one(urn.problems, draw)] : [];
  const role = draw(4) === 0 ? one(['treats', 'narrates', 'supports', 'silent'] as const, draw) : 'governs';
  return { problem, mentions: [head], assertion: head.assertion, axes, role, explains, imagingOnly: draw(12) === 0, ...(areas[0] !== undefined && { area: areas[0] }) };
}

/** The case of a seed: one to six findings. */
export function drawCase(urn: Urn, seed: number): Case {
  const draw = chanceFrom(String(seed));
  const findings = Array.from({ length: 1 + draw(6) }, () => drawFinding(urn, draw));
  const { from } = one(urn.knowledge.manifest.releases, draw);
  const encounter = one([undefined, 'initial', 'subsequent', 'sequela'] as const, draw);
  const note = noteSchema.parse({ id: String(seed), text: urn.reading.tokens.text, date: from, setting: one(['outpatient', 'inpatient'] as const, draw), ...(encounter && { encounter }) });
  const mentions = findings.flatMap((finding) => [...finding.mentions, ...Object.values(finding.axes).flat().map(({ mention }) => mention)]);
  return { note, date: from, reading: urn.reading, mentions, mentionsOn: groupBy(mentions, ({ axis }) => axis), findings, isReport: draw(10) === 0, knowledge: urn.knowledge };
}

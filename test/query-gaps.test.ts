// For every problem and every axis of the code tables: a note that lacks exactly this axis raises exactly its query, a note that has it raises
// none, and no note raises one on an axis that the family does not have. The notes are made by rule from the tables and the words of the lexicons.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNSPECIFIED } from '../src/code/evaluate-axis.ts';
import type { Combination } from '../src/code/look-up.ts';
import type { Report } from '../src/index.ts';
import type { AxisEntry } from '../src/lexicon/schema.ts';
import { analyzer, inherentValue, plainForm, sayableValues, sayProblem } from './gaps/say.ts';
import { UNNAMED, UNSAID } from './gaps/unsaid.ts';
import { askedAxes, axesOfProblem, codedProblems, expectedQueries, tableGaps, type TableGap } from './gaps/walk-tables.ts';

const { knowledge } = analyzer;
const problems = codedProblems(knowledge);
const gaps = tableGaps({ values: sayableValues, inherent: inherentValue, canSay: (problem, values) => sayProblem(problem, values).length > 0 }, knowledge);
const reports = new Map<string, Report>();
const read = (text: string): Report => reports.get(text) ?? reports.set(text, analyzer.analyze({ id: 'gap', text })).get(text)!;

/** Families without a side, from the tabular list: no query for one because of them. */
const NO_SIDE = ['M54.5', 'M54.1', 'M51', 'M47', 'M48', 'M53.3', 'M46.1', 'M62.830', 'M79.18', 'M96.1', 'G89', 'S39.012', 'S33.5', 'S32.0'];
const SHOWN = 12;

let said = 0;
const documented = new Set<string>();

const asText = (about: string, axis: string, options: readonly string[]): string => `${about} ${axis} [${options.join(' ')}]`;

const raised = ({ queries }: Report): readonly string[] =>
  queries.map(({ about, axis, options }) => asText(about, axis, options.map(({ value }) => value).filter((value) => value !== 'other' && value !== 'undetermined'))).sort();

/** What is wrong with the queries of every sentence that says these values. */
const faultsOf = (problem: string, values: Combination): readonly string[] => sayProblem(problem, values).flatMap((text) => {
  said++;
  const due = expectedQueries(problem, values, knowledge).map(({ axis, options }) => asText(problem, axis, options)).sort();
  const asked = raised(read(text));
  return JSON.stringify(due) === JSON.stringify(asked) ? [] : [`${text} → due: ${due.join(', ') || 'none'}; asked: ${asked.join(', ') || 'none'}`];
});

/** Nothing told but the name. */
const bareOf = (problem: string): Combination => Object.fromEntries(axesOfProblem(problem, knowledge).map((axis) => [axis.id, inherentValue(problem, axis) ?? UNSPECIFIED]));

const readsPlace = ({ reads }: AxisEntry): boolean => reads?.level !== undefined || reads?.site !== undefined;

/** The same combination with the axis told; another axis that reads the same words takes what they say of it ("C4-C5" is cervical too). */
function tellAxis({ problem, axis, values }: TableGap, value: string): Combination | undefined {
  const alongside = axesOfProblem(problem, knowledge).filter((other) => other.id !== axis.id && (readsPlace(axis) ? readsPlace(other) : axis.note !== undefined && other.note !== undefined));
  const told = alongside.reduce<Combination[]>((lists, other) => lists.flatMap((list) => [list[other.id]!, UNSPECIFIED, ...other.values.map((one) => one.value)].map((one) => ({ ...list, [other.id]: one }))), [{ ...values, [axis.id]: value }]);
  return told.find((one) => sayProblem(problem, one).length > 0);
}

/** The note with the axis documented, once for each value that has words. */
const documentedFaults = (gap: TableGap): readonly string[] => sayableValues(gap.problem, gap.axis).flatMap((value) => {
  const told = tellAxis(gap, value);
  if (told === undefined) return [];
  documented.add(`${gap.problem} ${gap.axis.id}=${value}`);
  return faultsOf(gap.problem, told);
});

describe('every gap of the code tables', () => {
  const asking = problems.filter((problem) => askedAxes(problem, knowledge).length > 0);

  it.each(asking)('%s: what is left out is asked, what is told is not', (problem) => {
    const own = gaps.filter((gap) => gap.problem === problem);
    expect(own.flatMap((gap) => [...faultsOf(problem, gap.values), ...documentedFaults(gap)]).slice(0, SHOWN)).toEqual([]);
  });

  it.each(asking)('%s: every axis that is asked is left out in some note', (problem) => {
    const walked = new Set(gaps.filter((gap) => gap.problem === problem).map(({ axis }) => axis.id));
    expect(askedAxes(problem, knowledge).filter((axis) => inherentValue(problem, axis) === undefined).map(({ id }) => id).filter((id) => !walked.has(id) && UNSAID[`${problem} ${id}`] === undefined)).toEqual([]);
  });

  it('every value of every such axis is told in some note, or is on the list of what has no words', () => {
    const silent = gaps.flatMap(({ problem, axis }) => axis.values.filter(({ value }) => !documented.has(`${problem} ${axis.id}=${value}`)).map(({ value }) => ({ problem, key: `${axis.id}=${value}` })));
    const unlisted = silent.filter(({ problem, key }) => UNSAID[key] === undefined && UNSAID[`${problem} ${key}`] === undefined);
    expect([...new Set(unlisted.map(({ problem, key }) => `${problem} ${key}`))]).toEqual([]);
  });

  it('the list of what has no words holds nothing that has', () => {
    const told = Object.keys(UNSAID).filter((key) => key.includes('=') && [...documented].some((one) => one === key || (!key.includes(' ') && one.endsWith(` ${key}`))));
    expect(told).toEqual([]);
  });
});

describe('what no table asks', () => {
  it.each(problems)('%s raises no query on an axis that its tables do not ask', (problem) => {
    if (UNNAMED[problem] !== undefined) return;
    const form = plainForm(problem, axesOfProblem(problem, knowledge));
    expect(form, 'it has a name that says nothing more').toBeDefined();
    expect(faultsOf(problem, bareOf(problem))).toEqual([]);
  });

  beforeAll(() => {
    for (const { problem, values } of gaps) sayProblem(problem, values).forEach(read);
    for (const problem of problems) sayProblem(problem, bareOf(problem)).forEach(read);
  });

  it.each(NO_SIDE)('%s-: no query for a side, whatever else is told or left out', (family) => {
    const coded = [...reports.values()].filter(({ candidates }) => candidates.some(({ status, code }) => status !== 'excluded' && code.startsWith(family)));
    expect(coded.length).toBeGreaterThan(0);
    const sided = coded.filter(({ queries, candidates }) => queries.some(({ axis, candidates: for_ }) => axis === 'laterality'
      && candidates.some(({ id, code }) => for_.includes(id) && code.startsWith(family))));
    expect(sided.map(({ candidates }) => candidates[0]?.code)).toEqual([]);
  });

  it('a family with a side asks for it, and not where the note tells it anywhere', () => {
    expect(raised(read('Assessment: Sciatica.'))).toEqual(['sciatica laterality [left right bilateral]']);
    expect(raised(read('HPI: Pain down the right leg.\nAssessment: Sciatica.'))).toEqual([]);
  });
});

describe('the internal view', () => {
  it('says which sections were searched, in order, each once', () => {
    const report = read('HPI: Leg pain.\nExam: Normal gait.\nHPI: Worse at night.\nAssessment: Sciatica.');
    expect(report.queries.map(({ searched }) => searched)).toEqual([['hpi', 'exam', 'assessment']]);
    expect(read('HPI: Left leg pain.\nAssessment: Left sciatica.').queries).toEqual([]);
  });
});

afterAll(() => console.log(`${gaps.length} gaps of ${problems.length} problems, ${said} notes`));

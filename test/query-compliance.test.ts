// Every query that lumbago can compose passes every rule: each template with each problem it can ask about and each list of options that the
// tables can give. The queries are linted as composed, before the filter that would hide a breach.
import { describe, expect, it } from 'vitest';
import { readCase } from '../src/analyze.ts';
import { UNSPECIFIED, type AxisOutcome } from '../src/code/evaluate-axis.ts';
import { axesOf, offeredAnswers, type Combination } from '../src/code/look-up.ts';
import type { DecisionTable } from '../src/lexicon/knowledge.ts';
import type { AxisEntry } from '../src/lexicon/schema.ts';
import type { QueryTemplate } from '../src/lexicon/schema-queries.ts';
import { composeQuery, optionsOf, wordsOf, type Asked } from '../src/query/compose-query.ts';
import { unhinted } from '../src/query/raise-queries.ts';
import { documentOf } from '../src/query/document-of.ts';
import { lintQuery } from '../src/query/lint-query.ts';
import { sceneOfCase } from '../src/query/scene-of-case.ts';
import { noteSchema } from '../src/wire.ts';
import { analyzer, plainForm } from './gaps/say.ts';
import { axesOfProblem, codedProblems } from './gaps/walk-tables.ts';

const { knowledge } = analyzer;
const { templates } = knowledge;

/** Warnings that are right: the code set itself has that many values, or leaves only one open. */
const ALLOWED: Readonly<Record<string, string>> = {
  'Q013 vertebra': 'the thoracic vertebrae have eight values of their own in S22.0, and each is a code',
};

/** Templates that nothing raises: an organisation's tables may. */
const UNUSED: ReadonlySet<string> = new Set(['query.chronicity']);

/** The axis left out, and for one of companions also with each of its values denied. */
const missing = (axis: AxisEntry): readonly AxisOutcome[] => [[], ...(axis.groups ? axis.values.map(({ value }) => [value]) : [])]
  .map((denied) => ({ axis, state: 'missing', values: [UNSPECIFIED], evidence: [], said: [], denied }));
const ownTables = (problem: string): readonly DecisionTable[] => (knowledge.tables.get(problem) ?? []).filter(({ adds }) => !adds);

/** Every list of options that some combination of the other axes leaves open, each once. */
function optionLists(problem: string, axis: AxisEntry): readonly Asked['options'][] {
  const tables = ownTables(problem);
  const values = (one: AxisEntry): readonly string[] => one === axis ? [UNSPECIFIED, ...axis.values.filter(({ refinedBy }) => refinedBy).map(({ value }) => value)] : [UNSPECIFIED, ...one.values.map(({ value }) => value)];
  const combinations = axesOf(tables).map((id) => knowledge.axes.get(id)!).reduce<Combination[]>((lists, one) => lists.flatMap((list) => values(one).map((value) => ({ ...list, [one.id]: value }))), [{}]);
  const lists = combinations.flatMap((combination) => missing(axis).map((outcome) => unhinted(offeredAnswers(tables, combination, outcome)))).filter((options) => options.length > 0);
  return [...new Map(lists.map((options) => [options.map(({ value }) => value).join(' '), options])).values()];
}

interface Composable { readonly template: QueryTemplate; readonly problem: string; readonly options: Asked['options']; readonly axis?: AxisEntry }

const servesAxis = (template: QueryTemplate, { id, asks }: AxisEntry): boolean => !template.raisedBy && (template.for?.includes(id) ?? (template.axis === asks || template.kind === 'conflicting'));

/** What a template can ask of a problem. */
function composableOf(template: QueryTemplate, problem: string): readonly Composable[] {
  const indicators = knowledge.indicators.filter((one) => one.template === template.id);
  if (indicators.length > 0) return indicators.some(({ beside }) => beside.includes(problem)) ? [{ template, problem, options: optionsOf(template, ['M54.51']) }] : [];
  const validations = knowledge.validations.filter((one) => one.template === template.id);
  if (validations.length > 0) return validations.some((one) => one.problem === problem) ? [{ template, problem, options: optionsOf(template, ['M54.16']) }] : [];
  if (template.raisedBy) return [{ template, problem, options: optionsOf(template, ['M54.50']) }];
  return axesOfProblem(problem, knowledge).filter((axis) => axis.asks !== undefined && servesAxis(template, axis))
    .flatMap((axis) => optionLists(problem, axis).map((options) => ({ template, problem, options, axis })));
}

/** The query as the provider would get it, with every breach. */
function breachesOf({ template, problem, options, axis }: Composable): readonly string[] {
  const words = plainForm(problem, axesOfProblem(problem, knowledge))?.words ?? knowledge.forms.get(knowledge.problems.get(problem)!.id)!.forms[0]!;
  const scene = readCase(noteSchema.parse({ id: 'n1', text: `HPI: Seen today.\nAssessment: ${template.raisedBy?.includes('uncertain') ? 'Possible ' : ''}${words} of the low back.` }), knowledge);
  const finding = scene.findings.find((one) => one.problem === problem) ?? scene.findings[0]!;
  const query = composeQuery({ template, finding: { ...finding, problem }, candidates: [], options, indicators: wordsOf(finding, scene), ...(axis && { axisLabel: axis.label }) }, scene);
  return lintQuery(documentOf({ id: 'q1', ...query }, scene.note, knowledge), sceneOfCase(scene))
    .filter(({ rule }) => ALLOWED[`${rule} ${axis?.id ?? template.id}`] === undefined)
    .map(({ rule, place, words: at }) => `${template.id} of ${problem}: ${rule} at ${place}${at === undefined ? '' : ` (${at})`}`);
}

const problems = codedProblems(knowledge);
const all = templates.flatMap((template) => problems.flatMap((problem) => composableOf(template, problem)));

describe('every query that can be composed', () => {
  it.each(templates.filter(({ id }) => !UNUSED.has(id)).map((template) => [template.id, template] as const))('%s breaks no rule, whatever it asks about', (_id, template) => {
    const own = all.filter((one) => one.template === template);
    expect(own.length, 'there is a problem it asks about').toBeGreaterThan(0);
    expect(own.flatMap(breachesOf).slice(0, 12)).toEqual([]);
  });

  it('there are hundreds of them, and the linter does speak where one is spoilt', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(breachesOf({ ...all[0]!, options: [{ value: 'left', label: '**Left**', codes: [] }, { value: 'right', label: 'Right', codes: [] }] }).join()).toContain('Q009');
  });

  it('every axis that asks has options that a clinician expects: seven at most, but for those on the list', () => {
    const long = all.filter(({ options, axis }) => options.length > 7 && ALLOWED[`Q013 ${axis?.id ?? ''}`] === undefined);
    expect(long.map(({ problem, axis }) => `${problem} ${axis?.id ?? ''}`)).toEqual([]);
    expect(all.some(({ axis, options }) => axis?.id === 'vertebra' && options.length > 7)).toBe(true);
  });
});

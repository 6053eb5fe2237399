// Where the documentation leaves a code open, a query: an axis that is missing or contradictory, a diagnosis stated in doubt,
// a finding that only an image tells. In: the coding of a note and its case. Out: queries, at most one per problem and axis.
// Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022).
import type { Case } from '../code/case.ts';
import type { Coding, Doubt, OpenGap } from '../code/code-findings.ts';
import { codeOn } from '../code/releases.ts';
import { lookUp } from '../code/look-up.ts';
import { groupBy } from '../group.ts';
import type { QueryTemplate } from '../lexicon/schema-queries.ts';
import type { Indicator } from '../lexicon/schema.ts';
import { toEvidence } from '../span.ts';
import type { MentionAxis } from '../types.ts';
import type { Query, QueryDocument } from '../wire.ts';
import { documentOf } from './document-of.ts';
import { isCompliant, lintQuery } from './lint-query.ts';
import type { LintScene } from './lint/lint-scene.ts';
import { isContradicted } from './lint/option-rules.ts';
import { sceneOfCase } from './scene-of-case.ts';
import { composeQuery, wordsOf, type Asked, type Draft } from './compose-query.ts';

/** The template for the axis itself first, then the one for its query axis and kind. */
function chooseTemplate(templates: readonly QueryTemplate[], axisId: string, asks: string, kind: Query['kind']): QueryTemplate | undefined {
  const fitting = templates.filter((template) => template.kind === kind && !template.raisedBy && (template.axis === asks || template.for?.includes(axisId)));
  return fitting.find((template) => template.for?.includes(axisId)) ?? fitting.find((template) => template.for === undefined);
}

function askGap({ gap, finding, candidate }: OpenGap, scene: Case): Draft[] {
  const { axis, state, evidence } = gap.outcome;
  const [kind, asks] = state === 'conflicting' ? ['conflicting', 'conflict'] as const : ['not-specified', axis.asks!] as const;
  const template = chooseTemplate(scene.knowledge.templates, axis.id, asks, kind);
  const indicators = [...wordsOf(finding, scene), ...evidence.filter(({ role }) => role !== 'denied')];
  return template ? [composeQuery({ template, finding, candidates: [candidate], options: gap.options, indicators, axisLabel: axis.label }, scene)] : [];
}

/** The template's own options; the one that says yes gives the codes. */
const optionsOf = (template: QueryTemplate, codes: readonly string[]): Asked['options'] =>
  (template.options ?? []).map(({ value, label, codes: yes }) => ({ value, label, codes: yes ? codes : [] }));

/** A problem that is not coded for a reason that a template answers. */
function askDoubt(doubts: readonly Doubt[], scene: Case): Draft[] {
  const [{ finding, rule }] = doubts as [Doubt, ...Doubt[]];
  const template = scene.knowledge.templates.find(({ raisedBy }) => raisedBy === rule);
  if (!template) return [];
  const codes = doubts.map(({ code }) => code);
  return [composeQuery({ template, finding, candidates: [], options: optionsOf(template, codes), indicators: wordsOf(finding, scene) }, scene)];
}

/** Signs beside a coded symptom that could make it a more exact problem. */
function askIndicator(indicator: Indicator, coding: Coding, scene: Case): Draft[] {
  const { knowledge, mentionsOn, reading } = scene;
  const finding = scene.findings.find((one) => indicator.beside.includes(one.problem) && coding.reportedAs.has(one));
  const signs = (Object.keys(indicator.signs) as MentionAxis[]).flatMap((axis) => mentionsOn.get(axis) ?? [])
    .filter(({ axis, value, assertion }) => indicator.signs[axis]?.includes(value) && assertion.polarity === 'present' && assertion.subject === 'patient');
  const template = knowledge.templates.find(({ id }) => id === indicator.template);
  if (!finding || !template || !signs.length) return [];
  const codes = codesOf(indicator, scene);
  const candidates = coding.reportedAs.get(finding) ?? [];
  if (codes.length && codes.every((code) => candidates.some((candidate) => candidate.code === code))) return [];
  const indicators = [...wordsOf(finding, scene), ...signs.map((mention) => toEvidence(reading, mention, { role: mention.axis, via: mention.via }))];
  return [composeQuery({ template, finding, candidates: candidates.map(({ id }) => id), options: optionsOf(template, codes), indicators }, scene)];
}

/** What the problem that an indicator points to would be coded as on the date of service. */
const codesOf = ({ problem }: Indicator, { knowledge, date }: Case): readonly string[] =>
  (problem ? lookUp(knowledge.tables.get(problem) ?? [], {})?.codes ?? [] : []).flatMap((code) => codeOn(code, date, knowledge)?.code ?? []);

/** The query without options that the note contradicts; none where it would still break an error rule, for such a query is never shown. */
function complete(draft: Draft, { note, knowledge }: Case, lintScene: LintScene): Draft | undefined {
  const asDocument = (query: Draft): QueryDocument => documentOf({ id: 'draft', ...query }, note, knowledge);
  const document = asDocument(draft);
  const options = draft.options.filter(({ label }) => !isContradicted(label, document, lintScene));
  const open = { ...draft, options, outcomes: draft.outcomes.filter(({ option }) => options.some(({ value }) => value === option)) };
  return isCompliant(lintQuery(asDocument(open), lintScene)) ? open : undefined;
}

/** All queries of a note: open axes in order of their candidates, then doubts, then what images point to. */
export function raiseQueries(coding: Coding, scene: Case): readonly Query[] {
  const drafts = [
    ...coding.gaps.flatMap((gap) => askGap(gap, scene)),
    ...[...groupBy(coding.doubts, ({ rule, finding }) => `${rule} ${finding.problem}`).values()].flatMap((doubts) => askDoubt(doubts, scene)),
    ...scene.knowledge.indicators.flatMap((indicator) => askIndicator(indicator, coding, scene)),
  ];
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.about} ${draft.axis}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, candidates: [...new Set([...known.candidates, ...draft.candidates])] } : draft);
  }
  if (merged.size === 0) return [];
  const lintScene = sceneOfCase(scene);
  return [...merged.values()].flatMap((draft) => complete(draft, scene, lintScene) ?? []).map((draft, at) => ({ id: `q${at + 1}`, ...draft }));
}

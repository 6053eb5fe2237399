// Where the documentation leaves a code open, a query: an axis that is missing or contradictory, a diagnosis stated in doubt,
// a finding that only an image tells. In: the coding of a note and its case. Out: queries, at most one per problem and axis.
// Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022).
import { areaFits, holdsNow, type Case } from '../code/case.ts';
import type { Coding, Doubt, OpenGap } from '../code/code-findings.ts';
import { groupBy } from '../group.ts';
import type { QueryTemplate } from '../lexicon/schema-queries.ts';
import { toEvidence } from '../span.ts';
import type { Evidence, Query } from '../wire.ts';
import { documentOf } from './document-of.ts';
import { isCompliant, lintQuery } from './lint-query.ts';
import type { LintScene } from './lint/lint-scene.ts';
import { sceneOfCase } from './scene-of-case.ts';
import { askIndicator } from './ask-indicator.ts';
import { askValidation } from './ask-validation.ts';
import { composeQuery, optionsOf, wordsOf, type Asked, type Draft } from './compose-query.ts';

/** The template for the axis itself first, then the one for its query axis and kind. */
function chooseTemplate(templates: readonly QueryTemplate[], axisId: string, asks: string, kind: Query['kind']): QueryTemplate | undefined {
  const fitting = templates.filter((template) => template.kind === kind && !template.raisedBy && (template.axis === asks || template.for?.includes(axisId)));
  return fitting.find((template) => template.for?.includes(axisId)) ?? fitting.find((template) => template.for === undefined);
}

/** One answer alone would be a hint (Q012): where the note denies the others, the question is left open. */
export const unhinted = (options: Asked['options']): Asked['options'] => options.length === 1 ? [] : options;

/** What else belongs to a coded problem: what stands beside it in its code, and where its pain goes. */
function companionsOf({ finding, candidate }: OpenGap, coding: Coding, { findings, reading }: Case): readonly Evidence[] {
  const beside = coding.candidates.find(({ id }) => id === candidate)?.evidence.filter(({ role }) => role === 'companion') ?? [];
  const radiating = findings.filter((other) => other !== finding && areaFits(other, finding)).flatMap(({ axes }) => axes['radiation'] ?? []).map(({ mention }) => mention)
    .filter(holdsNow);
  return [...beside, ...radiating.map((mention) => toEvidence(reading, mention, { role: mention.axis, via: mention.via }))];
}

function askGap(open: OpenGap, coding: Coding, scene: Case): Draft[] {
  const { gap, finding, candidate } = open;
  const { axis, state, evidence } = gap.outcome;
  const [kind, asks] = state === 'conflicting' ? ['conflicting', 'conflict'] as const : ['not-specified', axis.asks!] as const;
  const template = chooseTemplate(scene.knowledge.templates, axis.id, asks, kind);
  const indicators = [...wordsOf(finding, scene), ...evidence.filter(({ role }) => role !== 'denied'), ...companionsOf(open, coding, scene)];
  return template ? [composeQuery({ template, finding, candidates: candidate === undefined ? [] : [candidate], options: unhinted(gap.options), indicators, axisLabel: axis.label }, scene)] : [];
}

/** A problem that is not coded for a reason that a template answers. */
function askDoubt(doubts: readonly Doubt[], scene: Case): Draft[] {
  const [{ finding, rule }] = doubts as [Doubt, ...Doubt[]];
  const template = scene.knowledge.templates.find(({ raisedBy }) => raisedBy === rule);
  if (!template) return [];
  const codes = doubts.map(({ code }) => code);
  return [composeQuery({ template, finding, candidates: [], options: optionsOf(template, codes), indicators: wordsOf(finding, scene) }, scene)];
}

/** A query that breaks an error rule is never shown. */
const isShown = (draft: Draft, { note, knowledge }: Case, lintScene: LintScene): boolean =>
  isCompliant(lintQuery(documentOf({ id: 'draft', ...draft }, note, knowledge), lintScene));

/** All queries of a note: open axes in order of their candidates, then doubts, then what signs point to, then diagnoses that no sign bears out. */
export function raiseQueries(coding: Coding, scene: Case): readonly Query[] {
  const drafts = [
    ...coding.gaps.flatMap((gap) => askGap(gap, coding, scene)),
    ...[...groupBy(coding.doubts, ({ rule, finding }) => `${rule} ${finding.problem}`).values()].flatMap((doubts) => askDoubt(doubts, scene)),
    ...scene.knowledge.indicators.flatMap((indicator) => askIndicator(indicator, coding, scene)),
    ...scene.knowledge.validations.flatMap((validation) => askValidation(validation, coding, scene)),
  ];
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.about} ${draft.axis}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, candidates: [...new Set([...known.candidates, ...draft.candidates])] } : draft);
  }
  if (merged.size === 0) return [];
  const lintScene = sceneOfCase(scene);
  return [...merged.values()].filter((draft) => isShown(draft, scene, lintScene)).map((draft, at) => ({ id: `q${at + 1}`, ...draft }));
}

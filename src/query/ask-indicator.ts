// Signs that point to a more exact problem than the one coded (an endplate change beside low back pain) → a query.
// In: an indicator of the lexicons, the coding and its case. Out: at most one query. What the signs are is data (lexicons/indicators.json).
import { isAssessed, roleOf } from '../finding/roles.ts';
import { areaFits, type Case } from '../code/case.ts';
import type { Coding } from '../code/code-findings.ts';
import { lookUp } from '../code/look-up.ts';
import { UNCERTAIN } from '../code/reason.ts';
import { codeOn } from '../code/releases.ts';
import type { Indicator } from '../lexicon/schema.ts';
import { toEvidence } from '../span.ts';
import type { AssertedMention, Finding, MentionAxis } from '../types.ts';
import { composeQuery, optionsOf, wordsOf, type Draft } from './compose-query.ts';

/** Signs of this patient that are there; what is only planned is none, nor is a list of past operations what the pain is treated with now. */
const signsOf = (indicator: Indicator, { mentionsOn, reading }: Case): readonly AssertedMention[] =>
  (Object.keys(indicator.signs) as MentionAxis[]).flatMap((axis) => mentionsOn.get(axis) ?? []).filter((mention) =>
    indicator.signs[mention.axis]?.includes(mention.value) && mention.assertion.polarity === 'present' && mention.assertion.subject === 'patient'
    && mention.assertion.time !== 'planned' && roleOf(mention, reading) !== 'silent');

/** A coded diagnosis of the area answers it, or one that the assessment states in doubt and that another query asks about. */
const isAnswered = (finding: Finding, { unless }: Indicator, { reportedAs, doubts }: Coding): boolean =>
  [...reportedAs.keys()].some((other) => unless.includes(other.problem) && areaFits(other, finding))
  || doubts.some(({ finding: doubtful, rule }) => rule === UNCERTAIN && isAssessed(doubtful) && areaFits(doubtful, finding));

/** What the problem that an indicator points to would be coded as on the date of service. */
const codesOf = ({ problem }: Indicator, { knowledge, date }: Case): readonly string[] =>
  (problem ? lookUp(knowledge.tables.get(problem) ?? [], {})?.codes ?? [] : []).flatMap((code) => codeOn(code, date, knowledge)?.code ?? []);

/** Asks about signs beside a coded symptom that could make it a more exact problem. */
export function askIndicator(indicator: Indicator, coding: Coding, scene: Case): Draft[] {
  const { knowledge, reading } = scene;
  const finding = scene.findings.find((one) => indicator.beside.includes(one.problem) && coding.reportedAs.has(one));
  const template = finding && knowledge.templates.find(({ id }) => id === indicator.template);
  if (!finding || !template) return [];
  const signs = signsOf(indicator, scene);
  const different = new Set(signs.map(({ value }) => value)).size;
  if (different < indicator.least || isAnswered(finding, indicator, coding)) return [];
  const codes = codesOf(indicator, scene);
  const candidates = coding.reportedAs.get(finding) ?? [];
  if (codes.length && codes.every((code) => candidates.some((candidate) => candidate.code === code))) return [];
  const indicators = [...wordsOf(finding, scene), ...signs.map((mention) => toEvidence(reading, mention, { role: mention.axis, via: mention.via }))];
  return [composeQuery({ template, finding, candidates: candidates.map(({ id }) => id), options: optionsOf(template, codes), indicators }, scene)];
}

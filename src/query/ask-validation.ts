// A coded diagnosis whose signs the note expressly denies, and of which it tells none that would bear it out → a query for its status.
// In: a validation of the lexicons, the coding and its case. Out: at most one query. It doubts no diagnosis that the note is merely silent about.
// Source: guideline I.A.19 (the provider's statement stands; a conflict is queried); ACDIS/AHIMA 2022, clinical validation.
import type { Case } from '../code/case.ts';
import type { Coding } from '../code/code-findings.ts';
import type { Validation } from '../lexicon/schema.ts';
import { toEvidence } from '../span.ts';
import type { AssertedMention, MentionAxis } from '../types.ts';
import { composeQuery, cuesOf, optionsOf, wordsOf, type Draft } from './compose-query.ts';

const isOfPatientNow = ({ assertion }: AssertedMention): boolean => assertion.subject === 'patient' && assertion.time === 'current';

/** Something in the note bears the diagnosis out. */
const isSupported = ({ support }: Validation, { mentionsOn, findings }: Case): boolean =>
  (Object.keys(support) as MentionAxis[]).some((axis) => (mentionsOn.get(axis) ?? []).some((mention) =>
    isOfPatientNow(mention) && mention.assertion.polarity === 'present' && (support[axis]!.includes('*') || support[axis]!.includes(mention.value))))
  || findings.some(({ problem, assertion }) => support.problem?.includes(problem) && assertion.polarity === 'present' && assertion.subject === 'patient');

/** Asks for the status of a diagnosis that the findings of the note do not bear out. */
export function askValidation(validation: Validation, coding: Coding, scene: Case): Draft[] {
  const { knowledge, reading } = scene;
  const finding = scene.findings.find((one) => one.problem === validation.problem && coding.reportedAs.has(one));
  const template = knowledge.templates.find(({ id }) => id === validation.template);
  if (!finding || !template || isSupported(validation, scene)) return [];
  const denied = (scene.mentionsOn.get('symptom') ?? []).filter((mention) => isOfPatientNow(mention) && mention.assertion.polarity === 'absent' && validation.signs.includes(mention.value));
  if (new Set(denied.map(({ value }) => value)).size < validation.least) return [];
  const candidates = coding.reportedAs.get(finding) ?? [];
  const indicators = [...wordsOf(finding, scene), ...denied.flatMap((mention) => [toEvidence(reading, mention, { role: 'denied', via: mention.via }), ...cuesOf(mention, reading)])];
  return [composeQuery({ template, finding, candidates: candidates.map(({ id }) => id), options: optionsOf(template, candidates.map(({ code }) => code)), indicators }, scene)];
}

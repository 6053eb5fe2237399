// May a finding be coded at all? Before any table: who has it, when, how sure, and where in the note it stands.
// In: a finding and its case. Out: nothing when it may, else the reason why not. Rules: guidelines II.H, III, IV.
import { isAssessed } from '../finding/roles.ts';
import { toEvidence } from '../span.ts';
import type { Evidence } from '../wire.ts';
import type { Finding } from '../types.ts';
import { areaFits, isCurrent, roleOfFinding, type Case } from './case.ts';

/** The reason that an uncertain diagnosis is not coded in an outpatient note; a query answers it. */
export const UNCERTAIN = 'certainty.uncertain-outpatient';

export interface Reason { readonly rule: string; readonly says: string; readonly source: string; readonly evidence?: Evidence[] }

const cueEvidence = (finding: Finding, { reading }: Case): Evidence[] => finding.mentions.flatMap((mention) =>
  mention.cues.map((cue) => toEvidence(reading, { ...cue, sentence: mention.sentence }, { role: 'cue', via: cue.via })));

function judgeAssertion(finding: Finding, scene: Case, pastAllowed: boolean): Reason | undefined {
  const { assertion } = finding;
  const evidence = cueEvidence(finding, scene);
  if (assertion.subject !== 'patient') return { rule: 'subject.not-patient', says: 'Stated of someone else, not of this patient', source: 'Guideline IV.J', evidence };
  if (assertion.polarity === 'absent') return { rule: 'polarity.negated', says: 'Negated in the note', source: 'Guideline IV.J', evidence };
  if (assertion.time === 'planned') return { rule: 'time.planned', says: 'Only planned or conditional, not a present problem', source: 'Guideline IV.J', evidence };
  if (assertion.time === 'past' && !pastAllowed) return { rule: 'time.historical', says: 'Historical: a past problem is not coded as present', source: 'Guideline IV.J', evidence };
  if (assertion.certainty === 'possible' && scene.note.setting === 'outpatient') {
    return { rule: UNCERTAIN, says: 'Uncertain diagnosis in an outpatient note: the symptom is coded instead', source: 'Guideline IV.H', evidence };
  }
  return undefined;
}

/** A symptom of the history answers for an uncertain diagnosis of the assessment (guideline IV.H: code the symptom). */
const standsForUncertain = (finding: Finding, scene: Case): boolean => uncertainCauses(finding, scene).length > 0;

/** Diagnoses that the assessment states in doubt and that the finding is a symptom of. */
export const uncertainCauses = (finding: Finding, scene: Case): readonly Finding[] => scene.findings.filter((other) =>
  isAssessed(other) && other.assertion.certainty === 'possible' && other.assertion.polarity === 'present'
  && areaFits(other, finding) && (scene.knowledge.problems.get(other.problem)?.integral ?? []).includes(finding.problem));

const governs = (scene: Case): boolean => scene.reading.sections.some(({ role }) => role === 'governs');

/** In a report whose impression has nothing to code, the symptom that prompted the study is coded (guideline IV.K). */
const impressionIsSilent = (scene: Case): boolean => scene.isReport
  && !scene.findings.some((other) => other.role === 'governs' && isCurrent(other, scene) && scene.knowledge.tables.has(other.problem));

function judgePlace(finding: Finding, scene: Case): Reason | undefined {
  const role = roleOfFinding(finding, scene);
  if (isAssessed({ role })) return undefined;
  const governed = governs(scene);
  if (role === 'supports' && scene.isReport && !governed) return undefined;
  if (finding.imagingOnly) return { rule: 'place.imaging-only', says: 'Imaging report only: it stands in results that the provider does not take up', source: 'Guideline III.B, IV.K' };
  if (role === 'supports') return { rule: 'place.supporting-section', says: 'Stands only in the examination, review of systems or results', source: 'Guideline III.B, IV.J' };
  if (role === 'silent') return { rule: 'place.silent-section', says: 'Stands only in a section that tells no present problem', source: 'Guideline IV.J' };
  if (!governed || standsForUncertain(finding, scene) || impressionIsSilent(scene)) return undefined;
  return { rule: 'place.not-assessed', says: 'Told in the history, but the assessment does not take it up', source: 'Guideline IV.J' };
}

/** Why the finding may not be coded, or undefined when it may. `pastAllowed`: a status code speaks of the past. */
export function judgeFinding(finding: Finding, scene: Case, pastAllowed = false): Reason | undefined {
  return judgeAssertion(finding, scene, pastAllowed) ?? (pastAllowed ? undefined : judgePlace(finding, scene));
}

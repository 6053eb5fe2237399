// May a finding be coded at all? Before any table: who has it, when, how sure, and where in the note it stands.
// In: a finding and its case. Out: nothing when it may, else the reason why not. Rules: guidelines II.H, III, IV.
import { isAssessed } from '../finding/roles.ts';
import { toEvidence } from '../span.ts';
import type { Evidence } from '../wire.ts';
import type { Finding } from '../types.ts';
import { areaFits, isCurrent, roleOfFinding, type Case } from './case.ts';
import { once, onceFor } from '../once.ts';
import { reasonFor, UNCERTAIN, type Reason, type ReasonId } from './reason.ts';

const cueEvidence = (finding: Finding, { reading }: Case): Evidence[] => finding.mentions.flatMap((mention) =>
  mention.cues.map((cue) => toEvidence(reading, { from: cue.from, to: cue.to, sentence: mention.sentence }, { role: 'cue', via: cue.via })));

/** The dimension of the assertion that speaks against coding, as the id of its reason. */
function judgeAssertion({ assertion }: Finding, { note }: Case, pastAllowed: boolean): ReasonId | undefined {
  if (assertion.subject !== 'patient') return 'subject.not-patient';
  if (assertion.polarity === 'absent') return 'polarity.negated';
  if (assertion.time === 'planned') return 'time.planned';
  if (assertion.time === 'past' && !pastAllowed) return 'time.historical';
  return assertion.certainty === 'possible' && note.setting === 'outpatient' ? UNCERTAIN : undefined;
}

/** A symptom of the history answers for an uncertain diagnosis of the assessment (guideline IV.H: code the symptom). */
const standsForUncertain = (finding: Finding, scene: Case): boolean => uncertainCauses(finding, scene).length > 0;

const uncertainDiagnoses = onceFor(({ findings }: Case): readonly Finding[] => findings.filter((finding) =>
  isAssessed(finding) && finding.assertion.certainty === 'possible' && finding.assertion.polarity === 'present'));

/** Diagnoses that the assessment states in doubt and that the finding is a symptom of. */
export const uncertainCauses = (finding: Finding, scene: Case): readonly Finding[] => uncertainDiagnoses(scene).filter((other) =>
  areaFits(other, finding) && (scene.knowledge.problems.get(other.problem)?.integral ?? []).includes(finding.problem));

const governs = onceFor((scene: Case): boolean => scene.reading.sections.some(({ role }) => role === 'governs'));

/** In a report whose impression has nothing to code, the symptom that prompted the study is coded (guideline IV.K). */
const impressionIsSilent = onceFor((scene: Case): boolean => scene.isReport
  && !scene.findings.some((other) => other.role === 'governs' && isCurrent(other, scene) && scene.knowledge.tables.has(other.problem)));

/** The place in the note that speaks against coding, as the id of its reason. */
function judgePlace(finding: Finding, scene: Case): ReasonId | undefined {
  const role = roleOfFinding(finding, scene);
  if (isAssessed({ role })) return undefined;
  const governed = governs(scene);
  if (role === 'supports' && scene.isReport && !governed) return undefined;
  if (finding.imagingOnly) return 'place.imaging-only';
  if (role === 'supports') return 'place.supporting-section';
  if (role === 'silent') return 'place.silent-section';
  return !governed || standsForUncertain(finding, scene) || impressionIsSilent(scene) ? undefined : 'place.not-assessed';
}

function judge(finding: Finding, scene: Case, pastAllowed: boolean): Reason | undefined {
  const said = judgeAssertion(finding, scene, pastAllowed);
  if (said !== undefined) return { ...reasonFor(said, scene.knowledge), evidence: cueEvidence(finding, scene) };
  const stands = pastAllowed ? undefined : judgePlace(finding, scene);
  return stands === undefined ? undefined : reasonFor(stands, scene.knowledge);
}

/** Why the finding may not be coded, or undefined when it may. */
export const judgeFinding = once((finding: Finding, scene: Case) => judge(finding, scene, false));

/** The same for a status code, which speaks of the past. */
export const judgePast = once((finding: Finding, scene: Case) => judge(finding, scene, true));

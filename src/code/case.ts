// The case that code/ decides: one note with its findings, and small questions that several rules ask about them.
import { strongerRole } from '../finding/roles.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { AssertedMention, Finding, MentionAxis, Reading, SectionRole } from '../types.ts';
import type { Note } from '../wire.ts';
import { once } from '../once.ts';

export interface Case {
  readonly note: Note;
  /** ISO date of service that picks the codes. */
  readonly date: string;
  readonly reading: Reading;
  readonly mentions: readonly AssertedMention[];
  /** The same by axis. */
  readonly mentionsOn: ReadonlyMap<MentionAxis, readonly AssertedMention[]>;
  readonly findings: readonly Finding[];
  readonly isReport: boolean;
  readonly knowledge: Knowledge;
}

/** Two findings can belong together: same area of the spine, or one of them tells none. */
export const areaFits = (a: Finding, b: Finding): boolean => a.area === undefined || b.area === undefined || a.area === b.area;

/** The more general names of a problem: "back-pain" for "low-back-pain". */
const generalNames = once((problem: string, knowledge: Knowledge): ReadonlySet<string> => {
  const parents = knowledge.problems.get(problem)?.isA ?? [];
  return new Set(parents.flatMap((parent) => [parent, ...generalNames(parent, knowledge)]));
});

/** True when `problem` is a kind of `general` ("low-back-pain" is a kind of "back-pain"). */
export const isKindOf = (problem: string, general: string, knowledge: Knowledge): boolean => generalNames(problem, knowledge).has(general);

/** Stated as present, of this patient, now; however sure. */
export const holdsNow = ({ assertion: { polarity, time, subject } }: Pick<AssertedMention, 'assertion'>): boolean =>
  polarity === 'present' && time === 'current' && subject === 'patient';

/** It holds now, and is certain enough to be coded in this setting (guidelines II.H, IV.H). */
export const isCurrent = (finding: Finding, { note }: Case): boolean =>
  holdsNow(finding) && (finding.assertion.certainty === 'certain' || note.setting === 'inpatient');

/**
 * A problem is also governed where its more general name is ("back pain" in the assessment, "low back pain" in the history), where it
 * explains a governed one ("low back pain secondary to facet arthropathy"), and where it is the site of a governed pain without one.
 */
export const roleOfFinding = (finding: Finding, scene: Case): SectionRole =>
  broaderFindings(finding, scene).reduce((role, other) => strongerRole(role, other.role), finding.role);

/** The same problem under a more general name, one that it is the origin of, or a pain told without its site, said in the same way. */
export const broaderFindings = once((finding: Finding, { findings, knowledge }: Case): readonly Finding[] => {
  const general = generalNames(finding.problem, knowledge);
  if (general.size === 0 && finding.explains.length === 0 && !knowledge.pains.has(finding.problem)) return [];
  return findings.filter((other) => other !== finding
    && (general.has(other.problem) || finding.explains.includes(other.problem) || isUnsitedPainOf(finding, other, knowledge)) && areaFits(finding, other) && sameAssertion(other, finding));
});

/** "Chronic pain" in the assessment is the pain whose site the history tells (guideline I.C.6.b.1.b: the site code goes with it). */
const isUnsitedPainOf = (finding: Finding, other: Finding, knowledge: Knowledge): boolean =>
  knowledge.pains.has(finding.problem) && knowledge.problems.get(other.problem)?.sited === true && knowledge.tables.has(other.problem);

const sameAssertion = (a: Finding, b: Finding): boolean =>
  a.assertion.polarity === b.assertion.polarity && a.assertion.time === b.assertion.time && a.assertion.subject === b.assertion.subject && a.assertion.certainty === b.assertion.certainty;

/** The finding's problem is a symptom: a pain, a symptom concept, or one whose own tables all rank it so. */
export function isSymptom({ problem }: Finding, { knowledge }: Case): boolean {
  if (knowledge.pains.has(problem) || knowledge.problems.get(problem)?.axis === 'symptom') return true;
  const own = (knowledge.tables.get(problem) ?? []).filter(({ adds }) => !adds);
  return own.length > 0 && own.every(({ rank }) => rank === 'symptom');
}

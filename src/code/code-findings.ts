// Findings → candidates: proposals by the tables, settled against each other, in claim order, one candidate per code.
// In: the case of a note. Out: candidates, edits and the gaps that queries may ask about. It words no query.
import { isAssessed } from '../finding/roles.ts';
import { groupBy } from '../group.ts';
import { orderEvidence } from '../span.ts';
import type { Finding } from '../types.ts';
import type { Candidate, Edit } from '../wire.ts';
import { areaFits, holdsNow, isCurrent, isKindOf, isSymptom, type Case } from './case.ts';
import { lookUp } from './look-up.ts';
import { createCiter } from './cite.ts';
import { followProposals } from './follow.ts';
import { gapsWithoutCode, proposeCodes, type Gap, type Proposal } from './propose.ts';
import { UNCERTAIN } from './reason.ts';
import { sequenceProposals } from './sequence.ts';
import { editCoding } from './edits/edit-coding.ts';
import { settleProposals } from './settle.ts';

/** A gap of a reported candidate, or of a problem that has no code until it is closed. */
export interface OpenGap { readonly gap: Gap; readonly finding: Finding; readonly candidate?: string }

/** A problem that is not coded, though the note points to it: the reason, and the code that an answer would give. */
export interface Doubt { readonly finding: Finding; readonly rule: string; readonly code: string }

export interface Coding {
  /** The candidates that report a finding; a finding that no code reports is not in it. */
  readonly reportedAs: ReadonlyMap<Finding, readonly Candidate[]>;
  readonly doubts: readonly Doubt[];
  readonly candidates: readonly Candidate[];
  readonly edits: readonly Edit[];
  readonly gaps: readonly OpenGap[];
}

/** One list per code, in the order given. */
const byCode = (proposals: readonly Proposal[]): readonly (readonly Proposal[])[] => [...groupBy(proposals, ({ code }) => code.code).values()];

function statusOf(group: readonly Proposal[]): Candidate['status'] {
  const gaps = group.flatMap((proposal) => proposal.gaps);
  if (gaps.some(({ outcome }) => outcome.state === 'conflicting')) return 'conflicting';
  return gaps.length ? 'underspecified' : 'supported';
}

const axesOfGroup = (group: readonly Proposal[]): Candidate['axes'] => {
  const axes = new Map(group.flatMap((proposal) => proposal.axes).map((outcome) => [outcome.axis.id, outcome]));
  return [...axes.values()].map(({ axis, state, values, evidence }) => ({
    axis: axis.as ?? axis.id, label: axis.label, state, ...(state === 'documented' && { value: values.join(', ') }), evidence: orderEvidence(evidence),
  }));
};

function toCandidate(group: readonly Proposal[], index: number, sequence: number | undefined, findingIds: ReadonlyMap<Finding, string>): Candidate {
  const { code } = group[0]!;
  const reasons = new Map(group.flatMap(({ excluded, reasons }) => [...(excluded ? [excluded] : []), ...reasons]).map((reason) => [reason.rule, reason]));
  return {
    id: `c${index + 1}`, code: code.code, title: code.title, billable: true,
    status: sequence === undefined ? 'excluded' : statusOf(group),
    ...(sequence !== undefined && { sequence }),
    findings: [...new Set(group.map(({ finding }) => findingIds.get(finding)!))],
    axes: axesOfGroup(group),
    evidence: orderEvidence(group.flatMap(({ evidence }) => evidence)),
    because: [...reasons.values()].map((reason) => ({ ...reason, ...(reason.evidence && { evidence: orderEvidence(reason.evidence) }) })),
  };
}

/** The assessment states the same problem without doubt elsewhere: nothing is left to ask. */
const isSettled = (finding: Finding, scene: Case): boolean => scene.findings.some((other) =>
  other !== finding && other.problem === finding.problem && isAssessed(other) && isCurrent(other, scene) && areaFits(other, finding));

/** The finding could be what the coded symptom of its area comes from. */
const couldExplain = (finding: Finding, symptom: Finding, scene: Case): boolean => finding.area !== undefined && symptom.area === finding.area
  && isSymptom(symptom, scene) && (scene.knowledge.problems.get(finding.problem)?.integral ?? []).includes(symptom.problem);

/** What the assessment leaves uncertain, what the course does where nothing else is coded, and what an image shows where only a symptom is. */
function findDoubts(settled: readonly Proposal[], reported: ReadonlySet<string>, scene: Case): readonly Doubt[] {
  const standing = settled.filter(({ excluded }) => !excluded);
  return settled.flatMap(({ finding, excluded, code, table }) => {
    if (!excluded || table.adds || reported.has(code.code) || isSettled(finding, scene)) return [];
    const asked = isAssessed(finding) || (finding.role === 'narrates' && excluded.rule === UNCERTAIN && standing.length === 0)
      || standing.some((other) => couldExplain(finding, other.finding, scene));
    return asked ? [{ finding, rule: excluded.rule, code: code.code }] : [];
  });
}

/** A code that stands cites all that it rests on, and the words from which the same code was swallowed: without it they would give it again. */
function completeEvidence(settled: readonly Proposal[], proposed: readonly Proposal[], scene: Case): readonly Proposal[] {
  const cite = createCiter(scene);
  const swallowed = groupBy(proposed.filter(({ excluded }, at) => !excluded && settled[at]!.excluded), ({ code }) => code.code);
  return settled.map((proposal) => {
    if (proposal.excluded) return proposal;
    const same = swallowed.get(proposal.code.code) ?? [];
    return { ...proposal, evidence: [proposal, ...same].flatMap(({ finding, evidence }) => [...evidence, ...cite(finding, evidence)]) };
  });
}

/** A companion that the assessment states in doubt ("disc disorder with possible myelopathy") and that would change the code. */
function findDoubtfulCompanions(standing: readonly Proposal[], scene: Case): readonly Doubt[] {
  const inDoubt = scene.findings.filter((finding) => isInDoubt(finding, scene));
  if (inDoubt.length === 0) return [];
  return standing.flatMap(({ table, finding, values, code }) => table.axes.flatMap((id) => {
    const axis = scene.knowledge.axes.get(id);
    const doubtful = inDoubt.filter((other) => areaFits(other, finding));
    return (axis?.patterns ?? []).flatMap(({ value, all }) => {
      const companion = doubtful.find((other) => all.length === 1 && axis?.groups?.[all[0]!]?.problems.includes(other.problem));
      const answer = companion && lookUp(scene.knowledge.tables.get(finding.problem) ?? [], { ...values, [id]: value })?.codes.find((one) => one !== code.code);
      return companion && answer ? [{ finding: companion, rule: UNCERTAIN, code: answer }] : [];
    });
  }));
}

/** Stated in the assessment or plan, of this patient, in uncertain words that keep it from being coded in this setting. */
const isInDoubt = (finding: Finding, { note }: Case): boolean =>
  note.setting === 'outpatient' && finding.assertion.certainty === 'possible' && holdsNow(finding) && isAssessed(finding);

/** Gaps of problems without a code, where the note codes neither the problem nor a kind of it. */
const findUncoded = (standing: readonly Proposal[], scene: Case): readonly OpenGap[] => scene.findings
  .filter((finding) => scene.knowledge.tables.has(finding.problem) && !standing.some(({ finding: other }) => areaFits(other, finding) && (other.problem === finding.problem || isKindOf(other.problem, finding.problem, scene.knowledge))))
  .flatMap((finding) => gapsWithoutCode(finding, scene).map((gap) => ({ gap, finding })));

/** Codes the findings of a note. `findingIds` gives the report id of each finding. */
export function codeFindings(scene: Case, findingIds: ReadonlyMap<Finding, string>): Coding {
  const proposed = scene.findings.flatMap((finding) => proposeCodes(finding, scene));
  const settled = completeEvidence(settleProposals(proposed, scene), proposed, scene);
  const reportable = settled.filter(({ excluded }) => !excluded);
  const following = followProposals(reportable, scene);
  const standing = byCode(sequenceProposals([...reportable, ...following], scene));
  const reported = new Set(standing.map(([first]) => first!.code.code));
  const rest = byCode(settled.filter(({ excluded, code }) => excluded && !reported.has(code.code)));
  const candidates = [
    ...standing.map((group, at) => toCandidate(group, at, at + 1, findingIds)),
    ...rest.map((group, at) => toCandidate(group, standing.length + at, undefined, findingIds)),
  ];
  const gaps = standing.flatMap((group, at) => group.flatMap(({ gaps, finding }) => gaps.map((gap) => ({ gap, finding, candidate: candidates[at]!.id }))));
  const uncoded = findUncoded(standing.flat(), scene);
  const edits = editCoding({ standing, rest }, scene);
  const own = standing.map((group) => group.filter(({ table }) => !table.follows));
  const reports = own.flatMap((group, at) => group.map(({ finding }) => ({ finding, candidate: candidates[at]! })));
  const reportedAs = new Map([...groupBy(reports, ({ finding }) => finding)].map(([finding, list]) => [finding, [...new Set(list.map(({ candidate }) => candidate))]]));
  return { candidates, edits, gaps: [...gaps, ...uncoded], reportedAs, doubts: [...findDoubts(settled, reported, scene), ...findDoubtfulCompanions(own.flat(), scene)] };
}

// The order of a claim: the chief reason first, causes before symptoms, pain codes after the site, status and external causes last.
// In: standing proposals. Out: the same in order. Source: guidelines I.B.4-6, I.C.6.b, I.C.20, IV.G.
import { SECTION_ROLES, type Finding } from '../types.ts';
import type { Case } from './case.ts';
import { roleOf } from '../finding/roles.ts';
import type { Proposal } from './propose.ts';

const RANKS = ['diagnosis', 'symptom', 'pain', 'status', 'external'] as const;

/** Where the finding is first stated in its most authoritative section. */
function firstPlace(finding: Finding, { reading }: Case): number {
  const strongest = finding.mentions.filter((mention) => roleOf(mention, reading) === finding.role);
  return (strongest.length ? strongest : finding.mentions).reduce((first, { from }) => Math.min(first, from), Infinity);
}

/** The note gives one of these as the reason for the encounter. */
const isEncounterFor = (reasons: ReadonlySet<string>, { findings }: Case): boolean => findings.some(({ problem, role, assertion }) =>
  reasons.has(problem) && role === 'narrates' && assertion.polarity === 'present' && assertion.subject === 'patient');

/** The reason for the encounter puts this table's codes first. */
const comesFirst = ({ table: { firstFor } }: Proposal, scene: Case): boolean => firstFor !== undefined && isEncounterFor(new Set(firstFor), scene);

/** The encounter is for pain control or management (guideline I.C.6.b.1.a). */
export const isForPain = (scene: Case): boolean => isEncounterFor(scene.knowledge.painVisits, scene);

/** Sorts by rank, then by authority of the section, then by place, then by code; external causes by code alone (cause, place, activity). */
export function sequenceProposals(proposals: readonly Proposal[], scene: Case): readonly Proposal[] {
  const placeOf = ({ table, finding }: Proposal): readonly number[] => table.follows ? [] : [SECTION_ROLES.indexOf(finding.role), firstPlace(finding, scene)];
  const keys = new Map(proposals.map((p) => [p, [comesFirst(p, scene) ? 0 : 1, RANKS.indexOf(p.table.rank), ...placeOf(p)]]));
  return [...proposals].sort((a, b) => {
    const left = keys.get(a)!, right = keys.get(b)!;
    const differing = left.findIndex((value, at) => value !== right[at]);
    return differing >= 0 ? left[differing]! - right[differing]! : a.code.code < b.code.code ? -1 : 1;
  });
}

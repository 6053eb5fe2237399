// What findings do to each other's codes: the exact problem swallows the general one, a diagnosis its integral symptoms,
// and Excludes1 one code of a pair. In: proposals. Out: the same proposals, some now excluded with the reason. Pairs that stay are told in edits/.
import type { Excludes1 } from '../lexicon/schema.ts';
import { areaFits, isKindOf, type Case } from './case.ts';
import type { Proposal } from './propose.ts';
import { reasonFor, type Reason } from './reason.ts';

const stands = (proposal: Proposal): boolean => proposal.excluded === undefined;

const exclude = (proposal: Proposal, reason: Reason): Proposal => ({ ...proposal, excluded: reason });

/** "Back pain" beside "low back pain": the more exact name is coded. */
function swallowGeneral(proposals: readonly Proposal[], { knowledge }: Case): readonly Proposal[] {
  return proposals.map((proposal) => {
    const exact = proposals.find((other) => stands(other) && isKindOf(other.finding.problem, proposal.finding.problem, knowledge) && areaFits(other.finding, proposal.finding));
    return exact && stands(proposal) ? exclude(proposal, reasonFor('settle.more-exact', knowledge, exact.code.code)) : proposal;
  });
}

/** Symptoms integral to a definitive diagnosis (guideline I.B.5). */
function swallowIntegral(proposals: readonly Proposal[], scene: Case): readonly Proposal[] {
  return proposals.map((proposal) => {
    if (!stands(proposal)) return proposal;
    const cause = proposals.find((other) => stands(other) && other.finding !== proposal.finding && areaFits(other.finding, proposal.finding)
      && (scene.knowledge.problems.get(other.finding.problem)?.integral ?? []).includes(proposal.finding.problem));
    return cause ? exclude(proposal, reasonFor('settle.integral-symptom', scene.knowledge, cause.code.code)) : proposal;
  });
}

const matches = (code: string, prefixes: readonly string[]): boolean => prefixes.some((prefix) => code.startsWith(prefix));

function dropExcluded(proposals: readonly Proposal[], rules: readonly Excludes1[]): readonly Proposal[] {
  return proposals.map((proposal) => {
    if (!stands(proposal)) return proposal;
    for (const rule of rules) {
      if (!proposal.code.code.startsWith(rule.code)) continue;
      const other = proposals.find((p) => stands(p) && p !== proposal && matches(p.code.code, rule.not) && areaFits(p.finding, proposal.finding));
      if (other) return exclude(proposal, { rule: rule.id, says: `${rule.says} (Excludes1 with ${other.code.code})`, source: rule.source });
    }
    return proposal;
  });
}

/** Settles all proposals of a note. */
export function settleProposals(proposals: readonly Proposal[], scene: Case): readonly Proposal[] {
  return dropExcluded(swallowIntegral(swallowGeneral(proposals, scene), scene), scene.knowledge.excludes1);
}

// External causes: codes that come after a reported code and say how it came about, never first, never alone.
// In: the proposals that stand. Out: more proposals, each with the words of the cause and of the code that it follows. It raises no query.
// Source: guidelines I.C.20.a-c; the note of chapter 13.
import type { DecisionTable, Knowledge } from '../lexicon/knowledge.ts';
import type { AxisEntry } from '../lexicon/schema.ts';
import { orderEvidence, toEvidence } from '../span.ts';
import type { Evidence } from '../wire.ts';
import type { Case } from './case.ts';
import { evaluateAxis, type AxisOutcome } from './evaluate-axis.ts';
import { combine, lookUp } from './look-up.ts';
import { once } from '../once.ts';
import type { Proposal } from './propose.ts';
import { codeOn } from './releases.ts';
import { evaluateStory, storyOf } from './story.ts';

const beginsWith = (code: string, prefixes: readonly string[]): boolean => prefixes.some((prefix) => code.startsWith(prefix));

/** What the tables of external causes add to the codes that stand. */
export const followProposals = (standing: readonly Proposal[], scene: Case): readonly Proposal[] => scene.knowledge.following.flatMap((table) => {
  const added = standing.flatMap((proposal) => followOne(proposal, table, scene));
  return table.once ? added.filter(({ code }) => code.code === added[0]!.code.code) : added;
});

function followOne(proposal: Proposal, table: DecisionTable, scene: Case): readonly Proposal[] {
  const { told, opening } = table.follows!;
  const { finding, code: { code } } = proposal;
  if (!beginsWith(code, told)) return [];
  const story = storyOf(finding, scene, { opening: beginsWith(code, opening) });
  if (!story.causes.length) return [];
  const outcomes = axesToFollow(table, scene.knowledge).map((axis) => axis.story ? evaluateStory(axis, story, scene) : evaluateAxis(axis, finding, scene));
  if (outcomes.some(({ axis, state }) => axis.story && state === 'conflicting')) return [];
  const causes = story.causes.map((cause) => toEvidence(scene.reading, cause, { role: 'cause', via: cause.via }));
  return combine(outcomes).flatMap((values) => {
    const hit = lookUp([table], values);
    return (hit?.codes ?? []).flatMap((pattern) => {
      const entry = codeOn(pattern, scene.date, scene.knowledge);
      return entry ? [{ ...proposal, code: entry, table, row: hit!.row, values, ...ledger(outcomes, [...proposal.evidence, ...causes]), reasons: [{ rule: hit!.row.id, says: hit!.row.says, source: hit!.row.source }] }] : [];
    });
  });
}

const axesToFollow = once((table: DecisionTable, { axes }: Knowledge): readonly AxisEntry[] =>
  [...new Set([...Object.keys(table.where ?? {}), ...table.axes])].map((id) => axes.get(id)!));

/** The axes that the story documents; the words of the followed code go with them, for without it there is no external cause. */
function ledger(outcomes: readonly AxisOutcome[], evidence: readonly Evidence[]): Pick<Proposal, 'axes' | 'gaps' | 'evidence'> {
  const axes = outcomes.filter(({ state }) => state === 'documented');
  return { axes, gaps: [], evidence: orderEvidence([...evidence, ...axes.flatMap((axis) => axis.evidence)]) };
}

// Gaps of reported candidates → physician queries: neutral title, quoted indicators, one question, options from the sibling rows.
// In: open gaps and the case. Out: queries, at most one per problem and axis. Wording is data (lexicons/queries). Source: ACDIS/AHIMA 2022.
import type { Case } from '../code/case.ts';
import type { OpenGap } from '../code/code-findings.ts';
import type { QueryTemplate } from '../lexicon/schema.ts';
import { orderEvidence, toEvidence } from '../span.ts';
import type { Evidence, Query } from '../wire.ts';

type Draft = Omit<Query, 'id'>;

/** The template for the axis itself first, then the one for its query axis and kind. */
function chooseTemplate(templates: readonly QueryTemplate[], axisId: string, asks: string, kind: Query['kind']): QueryTemplate | undefined {
  const fitting = templates.filter((template) => template.kind === kind && (template.axis === asks || template.for?.includes(axisId)));
  return fitting.find((template) => template.for?.includes(axisId)) ?? fitting.find((template) => template.for === undefined);
}

/** What the note says of the problem: its statements, and the words on each side of a contradiction. */
function indicatorsOf({ gap, finding }: OpenGap, { reading }: Case): Evidence[] {
  const said = finding.mentions.map((mention) => toEvidence(reading, mention, { role: 'problem', via: mention.via }));
  const around = ['radiation', 'level', 'site', 'chronicity', 'cause'].flatMap((axis) => finding.axes[axis] ?? [])
    .map(({ mention }) => toEvidence(reading, mention, { role: mention.axis, via: mention.via }));
  return orderEvidence([...said, ...around, ...gap.outcome.evidence]);
}

function draftQuery(open: OpenGap, scene: Case): Draft | undefined {
  const { gap, finding } = open;
  const { axis, state } = gap.outcome;
  const kind = state === 'conflicting' ? 'conflicting' : 'not-specified';
  const asks = kind === 'conflicting' ? 'conflict' : axis.asks!;
  const template = chooseTemplate(scene.knowledge.templates, axis.id, asks, kind);
  if (!template) return undefined;
  const label = scene.knowledge.problems.get(finding.problem)?.label ?? finding.problem;
  const fill = (words: string): string => words.replaceAll('{problem}', lowerFirst(label)).replaceAll('{axis}', lowerFirst(axis.label));
  return {
    axis: asks, kind, about: finding.problem, candidates: [open.candidate], recipient: template.recipient,
    title: fill(template.title), question: fill(template.question), indicators: indicatorsOf(open, scene),
    options: [...gap.options.map(({ value, label: words }) => ({ value, label: words })), ...template.closing],
    outcomes: gap.options.map(({ value, codes }) => ({ option: value, codes: [...codes] })),
    via: template.id,
  };
}

const lowerFirst = (words: string): string => /^[A-Z][a-z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;

/** All queries of a note, in order of the candidates they touch. */
export function raiseQueries(gaps: readonly OpenGap[], scene: Case): readonly Query[] {
  const drafts = new Map<string, Draft>();
  for (const open of gaps) {
    const draft = draftQuery(open, scene);
    if (!draft) continue;
    const key = `${draft.about} ${draft.axis}`;
    const known = drafts.get(key);
    drafts.set(key, known ? { ...known, candidates: [...new Set([...known.candidates, ...draft.candidates])] } : draft);
  }
  return [...drafts.values()].map((draft, at) => ({ id: `q${at + 1}`, ...draft }));
}

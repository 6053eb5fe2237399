// One query from its template: neutral title, one question, indicators quoted from the note, options in a fixed order.
// In: a template, the problem it asks about, its options and indicators. Out: a query without its id. Wording is data (lexicons/queries).
import type { Case } from '../code/case.ts';
import type { QueryTemplate } from '../lexicon/schema-queries.ts';
import { lowerFirst } from '../lower-first.ts';
import { toEvidence } from '../span.ts';
import type { AssertedMention, Finding, Reading } from '../types.ts';
import type { Evidence, Query } from '../wire.ts';
import { CUE, quoteIndicators } from './quote-indicators.ts';

export type Draft = Omit<Query, 'id'>;

export interface Asked {
  readonly template: QueryTemplate;
  readonly finding: Finding;
  readonly candidates: readonly string[];
  /** What each option would code; the labels come with it. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly codes: readonly string[]; readonly drops?: boolean }[];
  readonly indicators: readonly Evidence[];
  readonly axisLabel?: string;
}

/** What the note says of a problem: its statements and the words that belong to them. */
export function wordsOf(finding: Finding, { reading }: Case): Evidence[] {
  const said = finding.mentions.map((mention) => toEvidence(reading, mention, { role: 'problem', via: mention.via }));
  const around = ['radiation', 'level', 'chronicity', 'cause'].flatMap((axis) => finding.axes[axis] ?? [])
    .map(({ mention }) => toEvidence(reading, mention, { role: mention.axis, via: mention.via }));
  return [...said, ...around, ...finding.mentions.flatMap((mention) => cuesOf(mention, reading))];
}

/** The words of its own sentence that say how a mention is meant. */
export function cuesOf({ cues, sentence }: AssertedMention, reading: Reading): Evidence[] {
  const { from, to } = reading.sentences[sentence]!;
  return cues.filter((cue) => from <= cue.from && cue.to <= to).map((cue) => toEvidence(reading, { from: cue.from, to: cue.to, sentence }, { role: CUE, via: cue.via }));
}

/** The template's own options; the one that says yes gives the codes. */
export const optionsOf = (template: QueryTemplate, codes: readonly string[]): Asked['options'] =>
  (template.options ?? []).map(({ value, label, codes: yes, drops }) => ({ value, label, codes: yes ? codes : [], ...(drops && { drops }) }));

/** The kinds of section that the note has, in order; a side or a level that any of them told would have answered. */
const searchedOf = ({ reading: { sections } }: Case): string[] => [...new Set(sections.filter(({ from, to }) => from < to).map(({ kind }) => kind))];

/** Composes one query. */
export function composeQuery(asked: Asked, scene: Case): Draft {
  const { knowledge } = scene;
  const { template, finding, options } = asked;
  const label = lowerFirst(knowledge.problems.get(finding.problem)?.label ?? finding.problem);
  const fill = (words: string): string => words.replaceAll('{problem}', label).replaceAll('{axis}', lowerFirst(asked.axisLabel ?? ''));
  return {
    axis: template.axis, kind: template.kind, about: finding.problem, candidates: [...asked.candidates], recipient: template.recipient,
    title: fill(template.title), question: fill(template.question), indicators: quoteIndicators(asked.indicators, scene.reading),
    options: [...options.map(({ value, label: words }) => ({ value, label: words })), ...template.closing],
    outcomes: options.filter(({ codes, drops }) => codes.length > 0 || drops).map(({ value, codes }) => ({ option: value, codes: [...codes] })),
    searched: searchedOf(scene), via: template.id,
  };
}

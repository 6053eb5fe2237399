// What a rule of the linter is: a query and its scene in, the places that break it out. The words of a rule are in lexicons/query-rules.json.
import type { LintRuleId } from '../../lexicon/lint-rules.ts';
import type { QueryDocument } from '../../wire.ts';
import { beginsWith, type LintScene } from './lint-scene.ts';

/** A place of the query that breaks a rule: a field such as "question" or "options[1]", and the query's own words where they help. */
export interface Breach { readonly place: string; readonly words?: string }

export type LintRule = (query: QueryDocument, scene: LintScene) => readonly Breach[];
export type LintRules = Readonly<Partial<Record<LintRuleId, LintRule>>>;

type Option = QueryDocument['options'][number];

/** Options with their places, without "other" and "unable to determine". */
export function ownOptions({ options }: QueryDocument, { knowledge: { queryRules: { words } } }: LintScene): readonly { readonly option: Option; readonly place: string }[] {
  return options.map((option, at) => ({ option, place: `options[${at}]` }))
    .filter(({ option: { label } }) => !beginsWith(label, words.other) && !beginsWith(label, words.undetermined));
}

/** Title, question, recipient and options: what a person worded. */
export const wordedFields = ({ title, question, recipient, options }: QueryDocument): readonly { readonly place: string; readonly text: string }[] => [
  { place: 'title', text: title }, { place: 'question', text: question }, ...(recipient === undefined ? [] : [{ place: 'recipient', text: recipient }]),
  ...options.map(({ label }, at) => ({ place: `options[${at}]`, text: label })),
];

export const quotedFields = ({ indicators }: QueryDocument): readonly { readonly place: string; readonly text: string }[] =>
  indicators.map(({ text }, at) => ({ place: `indicators[${at}]`, text }));

/** The question can be answered with yes or no. */
export function isYesNo(query: QueryDocument, scene: LintScene): boolean {
  const { words } = scene.knowledge.queryRules;
  const own = ownOptions(query, scene).map(({ option }) => option.label);
  return own.some((label) => beginsWith(label, words.yes)) && own.some((label) => beginsWith(label, words.no));
}

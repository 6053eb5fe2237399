// Decision tables: a full combination of axis values → the row and its codes. Gaps are computed here as differences between rows.
// In: tables of one problem and the values a finding has. Out: codes, and what other values of an axis would have given.
import { fillPattern } from '../lexicon/expand.ts';
import type { DecisionTable } from '../lexicon/knowledge.ts';
import type { AxisEntry, Row } from '../lexicon/schema.ts';
import { UNSPECIFIED, type AxisOutcome } from './evaluate-axis.ts';

/** Axis id → the one value looked up. */
export type Combination = Readonly<Record<string, string>>;

export interface Hit { readonly table: DecisionTable; readonly row: Row; readonly codes: readonly string[] }

const allows = (allowed: string | readonly string[], value: string): boolean => typeof allowed === 'string' ? allowed === value : allowed.includes(value);

function fits(conditions: Readonly<Record<string, string | readonly string[]>>, values: Combination): boolean {
  for (const axis in conditions) if (!allows(conditions[axis]!, values[axis] ?? UNSPECIFIED)) return false;
  return true;
}

/** Axis ids that any of the tables looks at, its `where` included. */
export const axesOf = (tables: readonly DecisionTable[]): readonly string[] =>
  [...new Set(tables.flatMap(({ axes, where }) => [...axes, ...Object.keys(where ?? {})]))];

/** The row that holds for a combination; tables of one problem do not overlap, so there is one at most. */
export function lookUp(tables: readonly DecisionTable[], values: Combination): Hit | undefined {
  for (const table of tables) {
    if (table.where && !fits(table.where, values)) continue;
    const row = table.rows.find(({ when }) => fits(when, values));
    if (row) return { table, row, codes: row.codes.map((pattern) => pattern.includes('{') ? fillPattern(pattern, table.parts, (part) => values[part]) : pattern) };
  }
  return undefined;
}

/** Every combination of the values that the finding has; more than one only where an axis holds several (two regions). */
export function combine(outcomes: readonly AxisOutcome[]): readonly Combination[] {
  const several = outcomes.find(({ values }) => values.length !== 1);
  if (!several) return [Object.fromEntries(outcomes.map(({ axis, values }) => [axis.id, values[0]!]))];
  return several.values.flatMap((value) => combine(outcomes.map((outcome) => outcome === several ? { ...outcome, values: [value] } : outcome)));
}

export interface Answer { readonly value: string; readonly label: string; readonly codes: readonly string[] }

/** The vague value that is looked up, where the axis has more exact ones for it: "lumbar vertebra" has L1 to L5. */
export const vagueValue = (values: Combination, { axis }: AxisOutcome): AxisEntry['values'][number] | undefined =>
  axis.values.find(({ value, refinedBy }) => refinedBy && value === values[axis.id]);

/** The answers that a query offers: what refines a vague value, else every value that is asked, without what the note denies. */
export function offeredAnswers(tables: readonly DecisionTable[], values: Combination, outcome: AxisOutcome): readonly Answer[] {
  const finer = vagueValue(values, outcome)?.refinedBy;
  const offered = outcome.axis.values.filter(({ value, asked }) => (finer ? finer.includes(value) : asked !== false) && !outcome.denied?.includes(value));
  const answers = answersOf(tables, values, outcome).filter(({ value }) => offered.some((one) => one.value === value));
  const now = lookUp(tables, values)?.codes.join(' ');
  return answers.some(({ codes }) => codes.join(' ') !== now) ? answers : [];
}

/**
 * What each value of an axis would code, the other axes staying as they are; nothing when no value changes the codes.
 * Notes ask the same of the same tables again and again: what was looked up is kept, up to so many answers.
 */
export function answersOf(tables: readonly DecisionTable[], values: Combination, { axis }: AxisOutcome): readonly Answer[] {
  let known = answered.get(tables);
  if (!known || known.size > MOST_ANSWERS) answered.set(tables, known = new Map());
  const question = `${axis.id} ${JSON.stringify(values)}`;
  let answers = known.get(question);
  if (!answers) known.set(question, answers = lookUpAnswers(tables, values, axis));
  return answers;
}

const answered = new WeakMap<readonly DecisionTable[], Map<string, readonly Answer[]>>();
const MOST_ANSWERS = 500;

function lookUpAnswers(tables: readonly DecisionTable[], values: Combination, axis: AxisEntry): readonly Answer[] {
  const now = lookUp(tables, values)?.codes.join(' ');
  const answers = axis.values
    .map(({ value, label }) => ({ value, label, codes: lookUp(tables, { ...values, [axis.id]: value })?.codes ?? [] }))
    .filter(({ codes }) => codes.length > 0);
  return answers.some(({ codes }) => codes.join(' ') !== now) ? answers : [];
}

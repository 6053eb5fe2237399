// The axes of lumbago's decision tables on which another value would give another code than this one.
// In: a code and Knowledge. Out: axes with their values and codes, as the engine would look them up. It reads no note.
import { axesOf, lookUp, type Combination } from '../code/look-up.ts';
import { codeOn } from '../code/releases.ts';
import { partsOf } from '../lexicon/expand.ts';
import type { DecisionTable, Knowledge } from '../lexicon/knowledge.ts';
import type { AxisEntry, Row } from '../lexicon/schema.ts';
import type { CodeAxis } from './description.ts';

/** So many combinations of a row are tried to find one that leads to the code. */
const TRIES = 200;

type Choices = Readonly<Record<string, readonly string[]>>;

/** Part values that turn the pattern into the code: "M54.3{sciatic-side}" and "M54.32" → left. */
function choicesFor(pattern: string, code: string, { parts }: DecisionTable): readonly Combination[] {
  const [part] = partsOf(pattern);
  if (part === undefined) return pattern === code ? [{}] : [];
  return Object.entries(parts[part] ?? {}).flatMap(([value, [characters]]) => {
    const filled = pattern.replaceAll(`{${part}}`, characters);
    const fits = code.startsWith(filled.slice(0, filled.indexOf('{') < 0 ? undefined : filled.indexOf('{')));
    return fits ? choicesFor(filled, code, { parts } as DecisionTable).map((rest) => ({ ...rest, [part]: value })) : [];
  });
}

const listOf = (allowed: string | readonly string[]): readonly string[] => typeof allowed === 'string' ? [allowed] : allowed;

/** Every way to choose one value of each axis, so many at most. */
function combine(choices: Choices): readonly Combination[] {
  return Object.entries(choices).reduce<Combination[]>((lists, [axis, values]) => lists.flatMap((list) => values.map((value) => ({ ...list, [axis]: value }))).slice(0, TRIES), [{}]);
}

/** Combinations that may lead to the code, row by row. */
function* combinationsFor(code: string, tables: readonly DecisionTable[]): Generator<Combination> {
  const choices = ({ where }: DecisionTable, { when }: Row, filled: Combination): Choices => ({ ...lists(where), ...lists(when), ...lists(filled) });
  for (const table of tables) {
    for (const row of table.rows) {
      for (const filled of row.codes.flatMap((pattern) => choicesFor(pattern, code, table))) yield* combine(choices(table, row, filled));
    }
  }
}

/** A full combination of axis values that leads to the code, to it alone where there is one. */
function combinationFor(code: string, tables: readonly DecisionTable[]): Combination | undefined {
  let shared: Combination | undefined;
  for (const values of combinationsFor(code, tables)) {
    const codes = lookUp(tables, values)?.codes ?? [];
    if (codes.length === 1 && codes[0] === code) return values;
    if (codes.includes(code)) shared ??= values;
  }
  return shared;
}

const lists = (conditions: Readonly<Record<string, string | readonly string[]>> = {}): Choices => Object.fromEntries(Object.entries(conditions).map(([axis, allowed]) => [axis, listOf(allowed)]));

/** Options of one axis, the others staying as they are, as codes of the date; none where no value changes the codes. */
function optionsOf(axis: AxisEntry, { tables, values, date, knowledge }: { readonly tables: readonly DecisionTable[]; readonly values: Combination; readonly date: string; readonly knowledge: Knowledge }): CodeAxis['options'] {
  const today = (codes: readonly string[]): readonly string[] => [...new Set(codes.flatMap((code) => codeOn(code, date, knowledge)?.code ?? []))];
  const options = axis.values.map(({ value, label }) => ({ value, label, codes: today(lookUp(tables, { ...values, [axis.id]: value })?.codes ?? []) })).filter(({ codes }) => codes.length > 0);
  return new Set(options.map(({ codes }) => codes.join(' '))).size > 1 ? options : [];
}

/** The axes of a code, of the first problem whose tables lead to it. */
export function listAxes(code: string, date: string, knowledge: Knowledge): readonly CodeAxis[] {
  for (const tables of knowledge.tables.values()) {
    if (!tables.some(({ rows }) => rows.some(({ codes }) => codes.some((pattern) => pattern.startsWith(code.slice(0, 3)))))) continue;
    const values = combinationFor(code, tables);
    if (!values) continue;
    return axesOf(tables).flatMap((id): readonly CodeAxis[] => {
      const axis = knowledge.axes.get(id);
      const options = axis ? optionsOf(axis, { tables, values, date, knowledge }) : [];
      const value = options.find((option) => option.value === values[id])?.value;
      return axis && options.length > 0 ? [{ axis: axis.as ?? id, label: axis.label, ...(value && { value }), options }] : [];
    });
  }
  return [];
}

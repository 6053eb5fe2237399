// Every gap that the code tables can have: a problem, an axis that is asked, and the values of all other axes.
// In: Knowledge. Out: gaps with what the tables say of them. It reads the rows themselves, and nothing of src/query or of the gap routine.
import { axesOf, lookUp, type Combination } from '../../src/code/look-up.ts';
import { UNSPECIFIED } from '../../src/code/evaluate-axis.ts';
import type { DecisionTable, Knowledge } from '../../src/lexicon/knowledge.ts';
import type { AxisEntry } from '../../src/lexicon/schema.ts';
import type { Query } from '../../src/index.ts';

/** An axis of a problem that is left out, the others as they are. */
export interface TableGap {
  readonly problem: string;
  readonly axis: AxisEntry;
  readonly values: Combination;
}

/** What a note with these values is to be asked: the query axis and the values of its options. */
export interface ExpectedQuery { readonly axis: Query['axis']; readonly options: readonly string[] }

/** The tables that give a problem its own code; those that add one beside are left out, and those of the past. */
const ownTables = (problem: string, { tables }: Knowledge): readonly DecisionTable[] => (tables.get(problem) ?? []).filter(({ adds, time }) => !adds && time === 'current');

/** All problems that have tables of their own. */
export const codedProblems = (knowledge: Knowledge): readonly string[] => [...knowledge.tables.keys()].filter((problem) => ownTables(problem, knowledge).length > 0);

/** What words there are: the values of an axis that can be said of a problem, the one that its name holds, and whether a combination can be said in one note. */
export interface Voice {
  readonly values: (problem: string, axis: AxisEntry) => readonly string[];
  readonly inherent: (problem: string, axis: AxisEntry) => string | undefined;
  readonly canSay: (problem: string, values: Combination) => boolean;
}

const isAsked = (axis: AxisEntry, table: DecisionTable): boolean => axis.asks !== undefined && (table.ask ?? table.axes).includes(axis.id);

/** Axes that some table of the problem asks about. */
export const askedAxes = (problem: string, knowledge: Knowledge): readonly AxisEntry[] => {
  const tables = ownTables(problem, knowledge);
  return axesOf(tables).map((id) => knowledge.axes.get(id)!).filter((axis) => tables.some((table) => isAsked(axis, table)));
};

export const axesOfProblem = (problem: string, knowledge: Knowledge): readonly AxisEntry[] => axesOf(ownTables(problem, knowledge)).map((id) => knowledge.axes.get(id)!);

const product = (axes: readonly { readonly id: string; readonly values: readonly string[] }[]): readonly Combination[] =>
  axes.reduce<Combination[]>((lists, { id, values }) => lists.flatMap((list) => values.map((value) => ({ ...list, [id]: value }))), [{}]);

export const codesAt = (problem: string, values: Combination, knowledge: Knowledge): readonly string[] | undefined => lookUp(ownTables(problem, knowledge), values)?.codes;

/** Every combination with the axis left out that gives other codes than the ones before it; the ones that leave least open come first. */
function combinationsWithout(axis: AxisEntry, problem: string, voice: Voice, knowledge: Knowledge): readonly Combination[] {
  const others = axesOfProblem(problem, knowledge).filter(({ id }) => id !== axis.id).map((other) => {
    const inherent = voice.inherent(problem, other);
    return { id: other.id, values: inherent === undefined ? [UNSPECIFIED, ...voice.values(problem, other)] : [inherent] };
  });
  const open = product(others).map((others): Combination => ({ ...others, [axis.id]: UNSPECIFIED })).map((values) => ({ values, expected: expectedQueries(problem, values, knowledge) }))
    .filter(({ expected }) => expected.some((query) => query.axis === axis.asks)).sort((a, b) => a.expected.length - b.expected.length);
  const seen = new Set<string>();
  return open.flatMap(({ values }): Combination[] => {
    const codes = codesAt(problem, values, knowledge)?.join(' ') ?? '';
    if (seen.has(codes) || !voice.canSay(problem, values)) return [];
    seen.add(codes);
    return [values];
  });
}

/** What the rows say is open: axes without a value, or with a vague one, of which another value gives other codes. */
export function expectedQueries(problem: string, values: Combination, knowledge: Knowledge): readonly ExpectedQuery[] {
  const hit = lookUp(ownTables(problem, knowledge), values);
  if (!hit) return [];
  return askedAxes(problem, knowledge).filter((axis) => isAsked(axis, hit.table)).flatMap((axis): ExpectedQuery[] => {
    const value = values[axis.id] ?? UNSPECIFIED;
    const finer = axis.values.find((one) => one.value === value)?.refinedBy;
    if (value !== UNSPECIFIED && finer === undefined) return [];
    const offered = axis.values.filter((one) => finer ? finer.includes(one.value) : one.asked !== false).map((one) => one.value);
    const options = offered.filter((one) => (codesAt(problem, { ...values, [axis.id]: one }, knowledge) ?? []).length > 0);
    const changes = options.some((one) => codesAt(problem, { ...values, [axis.id]: one }, knowledge)!.join(' ') !== hit.codes.join(' '));
    return changes ? [{ axis: axis.asks!, options }] : [];
  });
}

/** All gaps of all tables that can be said. */
export const tableGaps = (voice: Voice, knowledge: Knowledge): readonly TableGap[] => codedProblems(knowledge).flatMap((problem) =>
  askedAxes(problem, knowledge).filter((axis) => voice.inherent(problem, axis) === undefined).flatMap((axis) => combinationsWithout(axis, problem, voice, knowledge).map((values): TableGap => ({ problem, axis, values }))));

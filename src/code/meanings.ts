// What a code says, read back from the decision tables: the problems whose rows give it, each with the area of the spine where one is told.
// In: a code. Out: meanings, none for a code that no row reaches. Not its job: what a note says.
import { fillPattern, partsOf } from '../lexicon/expand.ts';
import type { DecisionTable, Knowledge } from '../lexicon/knowledge.ts';
import type { Row } from '../lexicon/schema.ts';
import { UNSPECIFIED } from './evaluate-axis.ts';
import type { Combination } from './look-up.ts';

/** A problem that a code stands for; without an area it may lie anywhere. `values`: the axis values of the tables that give the code. */
export interface Meaning { readonly problem: string; readonly area?: string; readonly values?: Combination }

/** A way to fill the places of a code pattern: part → value. */
type Filling = Readonly<Record<string, string>>;

const fillings = (pattern: string, { parts }: DecisionTable, { when }: Row): readonly Filling[] => partsOf(pattern).reduce<Filling[]>((lists, part) => {
  const allowed = when[part] === undefined ? Object.keys(parts[part] ?? {}) : [when[part]].flat();
  return lists.flatMap((list) => allowed.map((value) => ({ ...list, [part]: value })));
}, [{}]);

/** The area that a value of an axis lies in: as the axis says, else as the site or level of that name. */
const areaOfValue = (axis: string, value: string, { axes, areas }: Knowledge): string | undefined =>
  axes.get(axis)?.values.find((one) => one.value === value)?.area ?? areas.get(`site ${value}`) ?? areas.get(`level ${value}`);

/** The area in which a problem lies by its name: pain of a site, or a concept that carries its site. */
function areaOfProblem(problem: string, { sites, problems, areas }: Knowledge): string | undefined {
  const site = problems.get(problem)?.site ?? [...sites.values()].find(({ pain }) => pain === problem)?.value;
  return site === undefined ? undefined : areas.get(`site ${site}`);
}

/** Where in a table a code stands. */
interface Place { readonly where: NonNullable<DecisionTable['where']>; readonly row: Row }

/** One value for each axis of a row: where several will do, the one that says nothing. */
const valuesOf = (filling: Filling, { where, row: { when } }: Place): Combination => ({
  ...Object.fromEntries(Object.entries({ ...where, ...when }).map(([axis, allowed]) => { const values = [allowed].flat(); return [axis, values.includes(UNSPECIFIED) ? UNSPECIFIED : values[0]!]; })), ...filling,
});

function areasOf(filling: Filling, { where, row: { when } }: Place, knowledge: Knowledge): readonly (string | undefined)[] {
  const told = Object.entries({ ...where, ...when, ...filling }).flatMap(([axis, values]) => [values].flat().flatMap((value) => areaOfValue(axis, value, knowledge) ?? []));
  return told.length ? [...new Set(told)] : [undefined];
}

const distinct = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.filter(({ problem, area }, at) => meanings.findIndex((other) => other.problem === problem && other.area === area) === at);

function collect(knowledge: Knowledge): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const table of new Set([...knowledge.tables.values()].flat())) {
    for (const row of table.rows) for (const pattern of row.codes) for (const filling of fillings(pattern, table, row)) {
      const code = fillPattern(pattern, table.parts, (part) => filling[part]);
      const values = valuesOf(filling, { where: table.where ?? {}, row });
      const found = table.adds ? [] : table.problems.flatMap((problem) => areasOf(filling, { where: table.where ?? {}, row }, knowledge).map((area): Meaning => {
        const place = area ?? areaOfProblem(problem, knowledge);
        return { problem, ...(place !== undefined && { area: place }), values };
      }));
      meanings.set(code, distinct([...(meanings.get(code) ?? []), ...found]));
    }
  }
  return meanings;
}

const collected = new WeakMap<Knowledge, ReadonlyMap<string, readonly Meaning[]>>();

function collectedFrom(knowledge: Knowledge): ReadonlyMap<string, readonly Meaning[]> {
  if (!collected.has(knowledge)) collected.set(knowledge, collect(knowledge));
  return collected.get(knowledge)!;
}

/** True when a row of some table gives the code, or one of its successors. */
export const isReached = (code: string, knowledge: Knowledge): boolean =>
  collectedFrom(knowledge).has(code) || successorsOf(code, knowledge).some((next) => isReached(next, knowledge));

/** The meanings of a code; those of its successors for a code that has ended. A code that is only added beside another has none. */
export function meaningsOf(code: string, knowledge: Knowledge): readonly Meaning[] {
  const own = collectedFrom(knowledge).get(code);
  return own ?? successorsOf(code, knowledge).flatMap((next) => meaningsOf(next, knowledge));
}

/** The codes that took the place of this one. */
export const successorsOf = (code: string, { codes }: Knowledge): readonly string[] =>
  [...codes.values()].filter(({ before, code: next }) => before === code && next !== code).map((entry) => entry.code);

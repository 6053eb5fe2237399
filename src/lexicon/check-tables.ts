// Second ring, decision tables: rows complete and disjoint over the cross product of their axes, every code filled, known and billable.
// In: parsed lexicons. Out: issues, all together.
import type { LexiconIssue } from './error.ts';
import { expandCodes, fillPattern, partsOf } from './expand.ts';
import type { Lexicons } from './parse.ts';
import type { AxisEntry, Family, Table } from './schema.ts';

const UNSPECIFIED = 'unspecified';
type Combination = Readonly<Record<string, string>>;
type Conditions = Readonly<Record<string, string | readonly string[]>>;

const fits = (conditions: Conditions, values: Combination): boolean => Object.entries(conditions).every(([axis, allowed]) => allowed === values[axis] || (Array.isArray(allowed) && allowed.includes(values[axis]!)));

function combinations(axes: readonly string[], domain: (axis: string) => readonly string[]): readonly Combination[] {
  return axes.reduce<Combination[]>((lists, axis) => lists.flatMap((list) => domain(axis).map((value) => ({ ...list, [axis]: value }))), [{}]);
}

const show = (values: Combination): string => Object.entries(values).map(([axis, value]) => `${axis} ${value}`).join(', ') || 'no axis';

interface Desk {
  readonly axes: ReadonlyMap<string, AxisEntry>;
  readonly codes: ReadonlySet<string>;
  readonly report: (file: string, entry: string, problem: string, remedy: string) => void;
}

const domainOf = (axis: string, { axes }: Desk): readonly string[] => [...(axes.get(axis)?.values.map(({ value }) => value) ?? []), UNSPECIFIED];

/** Axes and values that the table names but axes.json does not have. */
function checkNames(file: string, table: Table, desk: Desk): boolean {
  const conditions: readonly Conditions[] = [table.where ?? {}, ...table.rows.map(({ when }) => when)];
  const named = [...table.axes, ...(table.ask ?? []), ...conditions.flatMap((c) => Object.keys(c))];
  const unknown = [...new Set(named.filter((axis) => !desk.axes.has(axis)))];
  for (const axis of unknown) desk.report(file, table.id, `uses the axis "${axis}", which axes.json does not have`, 'Add the axis or correct the name');
  const strange = conditions.flatMap((c) => Object.entries(c).flatMap(([axis, allowed]) => [allowed].flat().filter((value) => !domainOf(axis, desk).includes(value)).map((value) => `${axis} ${value}`)));
  for (const value of new Set(strange)) desk.report(file, table.id, `uses the value "${value}", which the axis does not have`, 'Use a value of axes.json or "unspecified"');
  for (const axis of table.rows.flatMap(({ when }) => Object.keys(when)).filter((a) => !table.axes.includes(a))) desk.report(file, table.id, `a row looks at "${axis}", which is not among the table's axes`, 'Add it to "axes"');
  return unknown.length === 0;
}

function checkRows(file: string, family: Family, table: Table, desk: Desk): void {
  const domain = (axis: string): readonly string[] => domainOf(axis, desk).filter((value) => table.where?.[axis]?.includes(value) ?? true);
  for (const values of combinations([...new Set([...table.axes, ...Object.keys(table.where ?? {})])], domain)) {
    const rows = table.rows.filter(({ when }) => fits(when, values));
    if (rows.length !== 1) desk.report(file, table.id, `${rows.length === 0 ? 'no row' : `rows ${rows.map(({ id }) => id).join(', ')}`} for ${show(values)}`, 'Every combination has exactly one row');
    for (const code of rows.flatMap((row) => row.codes).map((pattern) => fillPattern(pattern, family.parts, (part) => values[part]))) {
      if (partsOf(code).length) desk.report(file, table.id, `${code} stays unfilled for ${show(values)}`, 'Give the part a value for it, or another code');
      else if (!desk.codes.has(code)) desk.report(file, table.id, `${code}, for ${show(values)}, is in no family's codes`, 'Add the code to its family, or correct it');
    }
  }
}

/** The tables of one problem must not overlap, and together leave no combination out. */
function checkSisters(problem: string, tables: readonly { file: string; table: Table }[], desk: Desk): void {
  const axes = [...new Set(tables.flatMap(({ table }) => Object.keys(table.where ?? {})))];
  for (const values of combinations(axes, (axis) => domainOf(axis, desk))) {
    const holding = tables.filter(({ table }) => fits(table.where ?? {}, values));
    if (holding.length !== 1) desk.report(tables[0]!.file, tables.map(({ table }) => table.id).join(' + '), `${holding.length} tables decide "${problem}" for ${show(values)}`, 'Part them by "where" so that exactly one does');
  }
}

/** All faults of the decision tables and code lists. */
export function checkTables(lexicons: Lexicons): readonly LexiconIssue[] {
  const issues: LexiconIssue[] = [];
  const entries = lexicons.families.flatMap(({ content }) => expandCodes(content));
  const desk: Desk = {
    axes: new Map(lexicons.axes.axes.map((axis) => [axis.id, axis])), codes: new Set(entries.map(({ code }) => code)),
    report: (file, entry, problem, remedy) => issues.push({ file, entry, problem, remedy }),
  };
  const twice = entries.map(({ code }) => code).filter((code, at, all) => all.indexOf(code) !== at);
  for (const code of new Set(twice)) desk.report('codes', code, 'the code is listed twice', 'Keep one entry');
  for (const { code, before } of entries) if (before !== undefined && !desk.codes.has(before)) desk.report('codes', code, `its predecessor ${before} is in no family`, 'List it with its "until" date');
  const filed = lexicons.families.flatMap(({ file, content }) => content.tables.map((table) => ({ file, family: content, table })));
  for (const { file, family, table } of filed) if (checkNames(file, table, desk)) checkRows(file, family, table, desk);
  for (const { file, table } of filed.filter(({ table }) => (table.problems.length > 0) === (table.follows !== undefined))) {
    desk.report(file, table.id, 'has both "problems" and "follows", or neither', 'Name the problems it decides, or the codes that it follows');
  }
  for (const problem of new Set(filed.flatMap(({ table }) => table.problems))) {
    checkSisters(problem, filed.filter(({ table }) => !table.adds && table.problems.includes(problem)), desk);
  }
  return issues;
}

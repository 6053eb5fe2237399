// A finding → proposed codes with the row that gave them, the state of every axis and the gaps that another answer would close.
// In: a finding and its case. Out: proposals, excluded ones with the reason. What several findings do to each other is in settle.ts.
import { roleOf, strongerRole } from '../finding/roles.ts';
import type { CodeEntry, DecisionTable, Knowledge } from '../lexicon/knowledge.ts';
import type { AxisEntry, Row } from '../lexicon/schema.ts';
import { orderEvidence, toEvidence } from '../span.ts';
import type { AssertedMention, Finding } from '../types.ts';
import type { Evidence } from '../wire.ts';
import type { Case } from './case.ts';
import { evaluateAxis, UNSPECIFIED, type AxisOutcome, type Said } from './evaluate-axis.ts';
import { judgeFinding, judgePast } from './judge-finding.ts';
import { answersOf, axesOf, combine, lookUp, offeredAnswers, vagueValue, type Answer, type Combination } from './look-up.ts';
import { once } from '../once.ts';
import type { Reason } from './reason.ts';
import { codeOn } from './releases.ts';

/** An axis that is not documented, or only vaguely, though another value would change the code. */
export interface Gap {
  readonly outcome: AxisOutcome;
  readonly options: readonly Answer[];
}

export interface Proposal {
  readonly code: CodeEntry;
  readonly finding: Finding;
  readonly table: DecisionTable;
  readonly row: Row;
  /** The axis values that were looked up. */
  readonly values: Combination;
  readonly axes: readonly AxisOutcome[];
  readonly gaps: readonly Gap[];
  readonly evidence: Evidence[];
  readonly reasons: readonly Reason[];
  /** Why it is not coded; absent for a code that stands. */
  readonly excluded?: Reason;
}

function findGaps(tables: readonly DecisionTable[], table: DecisionTable, values: Combination, { outcomes, isReport }: { readonly outcomes: readonly AxisOutcome[]; readonly isReport: boolean }): readonly Gap[] {
  const open = outcomes.filter((outcome) => outcome.state !== 'documented' || vagueValue(values, outcome) !== undefined);
  const asked = open.filter(({ axis }) => axis.asks !== undefined && (!isReport || axis.inReports === true) && (table.ask?.includes(axis.id) ?? true));
  return asked.map((outcome) => ({ outcome, options: offeredAnswers(tables, values, outcome) })).filter(({ options }) => options.length > 0);
}

/** Axes worth showing: those on which another value would change the code, documented or open. */
function ledgerOf(tables: readonly DecisionTable[], values: Combination, outcomes: readonly AxisOutcome[], gaps: readonly Gap[]): readonly AxisOutcome[] {
  return outcomes.filter((outcome) => gaps.some((gap) => gap.outcome === outcome)
    || (outcome.state === 'documented' && (answersOf(tables, values, outcome).length > 0 || decides(tables, values, outcome))));
}

/** Without the value of this axis the codes would be others, or none. */
function decides(tables: readonly DecisionTable[], values: Combination, { axis }: AxisOutcome): boolean {
  const codes = (combination: Combination): string | undefined => lookUp(tables, combination)?.codes.join(' ');
  return codes(values) !== codes({ ...values, [axis.id]: UNSPECIFIED });
}

/** Only the words that give this value, where an axis has several (the L5-S1 of "L4-5 and L5-S1" for the lumbosacral code). */
function narrow(outcome: AxisOutcome, value: string | undefined): AxisOutcome {
  if (outcome.said.length === 0 || value === undefined) return outcome;
  const said = outcome.said.filter((word) => word.value === value);
  return { ...outcome, values: [value], evidence: said.map(({ evidence }) => evidence), said };
}

/** Statement → the values that it tells itself. */
function valuesByHead(said: readonly Said[]): ReadonlyMap<number | undefined, ReadonlySet<string>> {
  const values = new Map<number | undefined, Set<string>>();
  for (const { head, value } of said) values.set(head, (values.get(head) ?? new Set()).add(value));
  return values;
}

/** The statements of the problem that fit the looked-up values: one that tells only another region is not evidence for this code. */
function statementsFor(finding: Finding, outcomes: readonly AxisOutcome[], values: Combination): readonly AssertedMention[] {
  const told = outcomes.map(({ axis, said }) => ({ value: values[axis.id] ?? UNSPECIFIED, byHead: valuesByHead(said) }));
  const fitting = finding.mentions.filter(({ from }) => told.every(({ value, byHead }) => byHead.get(from)?.has(value) ?? true));
  return fitting.length ? fitting : finding.mentions;
}

/** The finding as these statements alone make it: a level that only an image tells is not assessed by what the assessment says of another. */
function onlyBy(statements: readonly AssertedMention[], finding: Finding, { reading }: Case): Finding {
  if (statements.length === finding.mentions.length) return finding;
  return { ...finding, mentions: statements, explains: [], role: statements.map((mention) => roleOf(mention, reading)).reduce(strongerRole) };
}

/** The tables that are looked up together for a problem, with the axes that they look at: those told by the finding itself, and those of what stands beside it. */
interface Sheet { readonly tables: readonly DecisionTable[]; readonly axes: readonly AxisEntry[]; readonly own: readonly AxisEntry[]; readonly beside: readonly AxisEntry[] }

function sheetOf(tables: readonly DecisionTable[], knowledge: Knowledge): Sheet {
  const axes = axesOf(tables).map((id) => knowledge.axes.get(id)!);
  return { tables, axes, own: axes.filter(({ groups }) => !groups), beside: axes.filter(({ groups }) => groups) };
}

/** The sheets of a problem: its own tables first, then each that adds a code beside. */
const sheetsOf = once((problem: string, knowledge: Knowledge): readonly Sheet[] => {
  const tables = knowledge.tables.get(problem) ?? [];
  const own = tables.filter(({ adds }) => !adds);
  return [...(own.length ? [own] : []), ...tables.filter(({ adds }) => adds).map((table) => [table])].map((group) => sheetOf(group, knowledge));
});

/** The tables that code a problem that the patient has now. */
const presentSheet = once((problem: string, knowledge: Knowledge): Sheet | undefined => {
  const tables = (knowledge.tables.get(problem) ?? []).filter(({ adds, time }) => !adds && time === 'current');
  return tables.length ? sheetOf(tables, knowledge) : undefined;
});

interface Evaluated { readonly values: Combination; readonly outcomes: readonly AxisOutcome[] }

/** Every combination of values that the finding has; what stands beside it is asked anew for each place ("C5-6 and C6-7"). */
function evaluateCombinations(sheet: Sheet, finding: Finding, scene: Case): readonly Evaluated[] {
  const own = sheet.own.map((axis) => evaluateAxis(axis, finding, scene));
  return combine(own).map((places) => {
    const looked = own.filter(({ axis }) => axis.many).map(({ axis }) => ({ axis, value: places[axis.id] ?? UNSPECIFIED }));
    const beside = sheet.beside.map((axis) => evaluateAxis(axis, finding, scene, looked));
    const outcomes = sheet.axes.map((axis) => (axis.groups ? beside : own).find((outcome) => outcome.axis === axis)!);
    return { values: { ...places, ...Object.fromEntries(beside.map(({ axis, values }) => [axis.id, values[0]!])) }, outcomes };
  });
}

function proposeFrom(sheet: Sheet, finding: Finding, scene: Case): readonly Proposal[] {
  const { knowledge, date, reading } = scene;
  const { tables } = sheet;
  const past = tables[0]!.time === 'past';
  if (past && finding.assertion.time !== 'past') return [];
  const judge = past ? judgePast : judgeFinding;
  const judged = judge(finding, scene);
  if (past && judged) return [];
  return evaluateCombinations(sheet, finding, scene).flatMap(({ values, outcomes }) => {
    const hit = lookUp(tables, values);
    if (!hit) return [];
    const { table, row } = hit;
    const gaps = findGaps(tables, table, values, { outcomes, isReport: scene.isReport });
    const axes = ledgerOf(tables, values, outcomes, gaps).map((outcome) => narrow(outcome, values[outcome.axis.id]));
    const statements = statementsFor(finding, outcomes, values);
    const excluded = judged ?? judge(onlyBy(statements, finding, scene), scene);
    const problem = statements.map((mention) => toEvidence(reading, mention, { role: 'problem', via: mention.via }));
    const evidence = orderEvidence([...problem, ...axes.flatMap((axis) => axis.evidence)]);
    return hit.codes.flatMap((pattern): Proposal[] => {
      const code = codeOn(pattern, date, knowledge);
      const reasons: Reason[] = [{ rule: row.id, says: row.says, source: row.source }];
      return code ? [{ code, finding, table, row, values, axes, gaps, evidence, reasons, ...(excluded && { excluded }) }] : [];
    });
  });
}

/** What is left open of a problem that has no code without it: a vertebral fracture of which no place is told. */
export function gapsWithoutCode(finding: Finding, scene: Case): readonly Gap[] {
  const sheet = presentSheet(finding.problem, scene.knowledge);
  if (!sheet || judgeFinding(finding, scene)) return [];
  return evaluateCombinations(sheet, finding, scene).flatMap(({ values, outcomes }) => {
    const hit = lookUp(sheet.tables, values);
    return hit?.codes.length === 0 ? findGaps(sheet.tables, hit.table, values, { outcomes, isReport: scene.isReport }) : [];
  });
}

/** Every code that the tables give for a finding; the tables of its problem first, then those that add a code beside. */
export const proposeCodes = (finding: Finding, scene: Case): readonly Proposal[] =>
  sheetsOf(finding.problem, scene.knowledge).flatMap((sheet) => proposeFrom(sheet, finding, scene));

// Which row of each map group holds for a patient. In: groups, and what is known. Out: the choice, and the conditions that stay open.
// Source: SNOMED CT extended map specification: in each group the first row by priority whose mapRule is true.
import { isIncomplete, type MapGroup, type MapRow } from './snomed-map.ts';

/** What is known of the patient; what is not given leaves its rules open. */
export interface MapFacts {
  readonly sex?: 'female' | 'male';
  readonly ageAtOnsetYears?: number;
  /** Ids of concepts that are documented; a concept that is not among them is not decided. */
  readonly concepts?: ReadonlySet<string>;
}

/** The outcome of one group. `open` are the rows before the choice whose rule could not be decided. */
export interface MapChoice {
  readonly group: number;
  readonly row?: MapRow;
  readonly open: readonly MapRow[];
  /** True when the chosen target needs more characters. */
  readonly incomplete: boolean;
}

const FEMALE = '248152002';
const MALE = '248153007';
const AGE_AT_ONSET = '445518008';

const YEARS: Readonly<Record<string, number>> = { day: 1 / 365.25, week: 7 / 365.25, month: 1 / 12, year: 1 };

/** One choice a group, in order. */
export function chooseTargets(groups: readonly MapGroup[], facts: MapFacts = {}): readonly MapChoice[] {
  return groups.map(({ group, rows }) => {
    const judged = rows.map((row) => ({ row, holds: evaluateRule(row.rule, facts) }));
    const at = judged.findIndex(({ holds }) => holds === true);
    const before = at === -1 ? judged : judged.slice(0, at);
    const row = judged[at]?.row;
    return { group, ...(row && { row }), open: before.filter(({ holds }) => holds === undefined).map((open) => open.row), incomplete: row !== undefined && isIncomplete(row) };
  });
}

/** Whether a mapRule holds; undefined when the facts do not decide it. "IFA a | term | AND IFA b | term |" needs every part. */
export function evaluateRule(rule: string, facts: MapFacts = {}): boolean | undefined {
  if (rule === 'TRUE' || rule === 'OTHERWISE TRUE') return true;
  const parts = rule.split(/\s+AND\s+(?=IFA\b)/).map((part) => evaluatePart(part, facts));
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function evaluatePart(part: string, { sex, ageAtOnsetYears, concepts }: MapFacts): boolean | undefined {
  const [, id, comparison = ''] = /^IFA\s+(\d+)\s*(?:\|[^|]*\|)?\s*(.*)$/.exec(part.trim()) ?? [];
  if (id === FEMALE || id === MALE) return sex === undefined ? undefined : (sex === 'female') === (id === FEMALE);
  if (id === AGE_AT_ONSET) return compareAge(comparison, ageAtOnsetYears);
  return id !== undefined && comparison === '' && concepts?.has(id) ? true : undefined;
}

/** "< 28.0 days", ">= 12.0 years" */
function compareAge(comparison: string, age: number | undefined): boolean | undefined {
  const [, operator, amount, unit] = /^(<=|>=|<|>|=)\s*(\d+(?:\.\d+)?)\s*(day|week|month|year)s?$/.exec(comparison) ?? [];
  if (operator === undefined || age === undefined) return undefined;
  const limit = Number(amount) * (YEARS[unit ?? ''] ?? 1);
  return operator === '=' ? age === limit : operator.startsWith('<') ? age < limit || (operator === '<=' && age === limit) : age > limit || (operator === '>=' && age === limit);
}

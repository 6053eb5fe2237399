// Two chosen codes that are one condition with a code of its own ("low back pain" and "sciatica"): read from the decision tables.
// In: valid codes. Out: faults that name the combination code. Sources: guidelines I.B.9 (combination codes) and I.A.15 (with).
import type { AxisEntry } from '../../lexicon/schema.ts';
import { lookUp, type Hit } from '../look-up.ts';
import type { Meaning } from '../meanings.ts';
import { listCodes, type Desk, type Fault } from './fault.ts';
import { pairsOf } from './pairs-of.ts';

/** The value of a companion axis when nothing but the other code stands beside the finding: all that it can mean must be in the group. */
function companionValue({ groups, patterns }: AxisEntry, companions: readonly Meaning[]): string | undefined {
  const there = Object.entries(groups ?? {}).filter(([, group]) => companions.length > 0 && companions.every(({ problem }) => group.problems.includes(problem))).map(([name]) => name);
  return there.length === 0 ? undefined : patterns?.find(({ all }) => all.length === there.length && all.every((name) => there.includes(name)))?.value;
}

/** What the tables give for a meaning with the other code's problems beside it. */
function combined(meaning: Meaning, other: string, { meanings, knowledge }: Desk): Hit | undefined {
  const { values, area, problem } = meaning;
  if (!values) return undefined;
  const companions = meanings(other).filter((one) => one.area === undefined || area === undefined || one.area === area);
  const tables = (knowledge.tables.get(problem) ?? []).filter(({ adds }) => !adds);
  for (const id of new Set(tables.flatMap(({ axes }) => axes))) {
    const value = companionValue(knowledge.axes.get(id)!, companions);
    const hit = value === undefined || value === values[id] ? undefined : lookUp(tables, { ...values, [id]: value });
    if (hit) return hit;
  }
  return undefined;
}

function combine(code: string, other: string, desk: Desk): readonly Fault[] {
  const now = new Set([code, other]);
  const hit = desk.meanings(code).map((meaning) => combined(meaning, other, desk)).find((found) => found?.codes.some((one) => !now.has(one) && desk.book.entry(one)?.billable));
  return hit ? [{ kind: 'combination-code', codes: [code, other], words: { successors: listCodes(hit.codes), authority: hit.row.source } }] : [];
}

/** Faults of pairs that one code says. */
export function checkCombinations(codes: readonly string[], desk: Desk): readonly Fault[] {
  return pairsOf(codes).flatMap(([one, other]) => {
    const found = combine(one, other, desk);
    return found.length ? found : combine(other, one, desk);
  });
}

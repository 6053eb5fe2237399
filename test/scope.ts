// What lumbago codes: the families of the domain, whole, and the categories of external causes that it lists whole. Codes without dots.
import { fillPattern, partsOf } from '../src/lexicon/expand.ts';
import type { DecisionTable, Knowledge } from '../src/lexicon/knowledge.ts';

/** The families of the domain: M40-M43, M45-M51, M53, M54 and their neighbours. */
export const FAMILIES = /^(M4[0-35-9]|M5[0134]|M60[89]|M62830|M6285|M791|M796|M2555|M8008|M8448|M8458|M96[01]|M99|G54|G55|G570|G834|G89|F454[12]|C7951|R10A|S12|S134|S161|S220|S233|S2901|S32[012]|S33[5-9]|S3901|Z981)/;

/** External causes whose categories are listed whole; Y92.9 and Y93.9 are never used (guideline I.C.20.b, c). */
export const EXTERNAL = /^(W0[01356789]|W1[0-4789]|W2[012]|W5[012]|X50|Y04|Y09|Y92(?!9)\d|Y93(?!9$))/;

export const plain = (code: string): string => code.replace('.', '');

/** Every code that some row of some table gives. */
export function reachedCodes({ tables, following }: Knowledge): ReadonlySet<string> {
  return new Set([...new Set([...tables.values()].flat()), ...following].flatMap((table) => table.rows.flatMap((row) => row.codes.flatMap((pattern) => fill(pattern, row.when, table)))));
}

function fill(pattern: string, when: DecisionTable['rows'][number]['when'], { where, parts }: DecisionTable): readonly string[] {
  const combinations = partsOf(pattern).reduce<readonly Readonly<Record<string, string>>[]>((lists, part) => {
    const values = [when[part] ?? where?.[part] ?? Object.keys(parts[part] ?? {})].flat();
    return lists.flatMap((list) => values.map((value) => ({ ...list, [part]: value })));
  }, [{}]);
  return combinations.map((values) => fillPattern(pattern, parts, (part) => values[part]));
}

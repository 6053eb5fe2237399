// The map from SNOMED CT to ICD-10-CM in memory: look-ups from a code to concepts and from a concept to its groups.
// In: active rows, sorted by concept, group and priority. Not its job: which row holds (map-rule.ts), the files (snomed-store.ts).

/** One row of the map. Concept ids stay text: they exceed what a number holds. */
export interface MapRow {
  readonly concept: string;
  readonly group: number;
  readonly priority: number;
  readonly rule: string;
  readonly advice: string;
  /** A code with its dot; empty where the concept has none; "?" at its end where characters must still be supplied. */
  readonly target: string;
  /** mapCategoryId: 447637006 properly classified, 447638001 cannot be classified, 447639009 context dependent, 447636002 out of scope. */
  readonly category: string;
}

/** Rows of one group by priority: group 1 gives the main code, the others give additional ones. */
export interface MapGroup { readonly group: number; readonly rows: readonly MapRow[] }

export interface SnomedMap {
  /** Concepts and rows that it holds. */
  readonly counts: { readonly concepts: number; readonly rows: number };
  /** Rows that lead to a code, incomplete targets included that the code completes ("S82.101?" for S82.101A). */
  readonly conceptsFor: (code: string) => readonly MapRow[];
  /** The groups of a concept in order; empty when the map has not got it. */
  readonly groupsOf: (concept: string) => readonly MapGroup[];
}

/** Whether characters must still be supplied to make a code of the target. */
export const isIncomplete = ({ target }: MapRow): boolean => target.includes('?');

/** Makes the look-ups. */
export function createSnomedMap(rows: readonly MapRow[]): SnomedMap {
  const byConcept = indexBy(rows, ({ concept }) => concept);
  const byTarget = indexBy(rows.filter(({ target }) => target !== ''), ({ target }) => target.split('?', 1)[0] ?? '');
  return {
    counts: { concepts: byConcept.size, rows: rows.length },
    conceptsFor: (code) => Array.from({ length: Math.max(0, code.length - 2) }, (_, at) => code.slice(0, code.length - at))
      .flatMap((start) => (byTarget.get(start) ?? []).filter((row) => row.target === code || (isIncomplete(row) && start !== code))),
    groupsOf: (concept) => [...indexBy(byConcept.get(concept) ?? [], ({ group }) => group)].map(([group, grouped]) => ({ group, rows: grouped })),
  };
}

function indexBy<Key>(rows: readonly MapRow[], keyOf: (row: MapRow) => Key): ReadonlyMap<Key, readonly MapRow[]> {
  const index = new Map<Key, MapRow[]>();
  for (const row of rows) {
    const known = index.get(keyOf(row));
    if (known) known.push(row);
    else index.set(keyOf(row), [row]);
  }
  return index;
}

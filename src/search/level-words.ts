// The words that titles have for a level of the spine: "L4-L5" is in the lumbar region, "L1" is the first lumbar vertebra.
// In: a level as the scanner gives it. Out: words of titles, from the axes and the families that read levels.
import type { Knowledge } from '../lexicon/knowledge.ts';

/** Every way in which a title of lumbago's families names the level or its region. */
export function titleWordsOf(level: string, { axes, tables }: Knowledge): readonly string[] {
  const values = [...axes.values()].flatMap(({ id, reads, values: all }) => {
    const value = reads?.level?.[level] ?? (reads?.level?.['*'] === '*' ? level : undefined);
    return value === undefined ? [] : [{ id, value, label: all.find((one) => one.value === value)?.label }];
  });
  const families = new Set([...tables.values()].flat().map(({ parts }) => parts));
  const titled = values.flatMap(({ id, value }) => [...families].flatMap((parts) => parts[id]?.[value]?.[1] ?? []));
  return [...new Set([level, ...titled, ...values.flatMap(({ label }) => label ?? [])])];
}

// The words that titles have for a level of the spine: "L4-L5" is in the lumbar region, "L1" is the first lumbar vertebra.
// In: a level as the scanner gives it. Out: words of titles, from the axes and the families that read levels.
import type { Knowledge } from '../lexicon/knowledge.ts';

/** The words of every family for the level, and those that it has for other levels. */
function titleWords(level: string, { axes, tables }: Knowledge): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const own: string[] = [], others: string[] = [];
  for (const parts of new Set([...tables.values()].flat().map((table) => table.parts))) {
    for (const [id, words] of Object.entries(parts)) {
      const reads = axes.get(id)?.reads?.level;
      const value = reads?.[level] ?? (reads?.['*'] === '*' ? level : undefined);
      if (value === undefined) continue;
      for (const [other, [, title]] of Object.entries(words)) (other === value ? own : others).push(title);
    }
  }
  return { own, others };
}

/** Every way in which a title of lumbago's families names the level or its region; words that more families have for another level are left out. */
export function titleWordsOf(level: string, knowledge: Knowledge): readonly string[] {
  const { own, others } = titleWords(level, knowledge);
  const count = (list: readonly string[], words: string): number => list.filter((one) => one === words).length;
  return [...new Set([level, ...own.filter((words) => count(own, words) >= count(others, words))])];
}

// Code patterns of a family file → codes with titles: `{part}` is filled from the parts, over their cross product.
import type { CodeEntry } from './knowledge.ts';
import type { Family } from './schema.ts';

type Parts = Family['parts'];

/** The part names that stand in a pattern, in order. */
export const partsOf = (pattern: string): readonly string[] => [...pattern.matchAll(/\{([^}]+)\}/g)].map((m) => m[1]!);

/** Fills `{part}` from the chosen values; a part without that value leaves the place unfilled. */
export function fillPattern(pattern: string, parts: Parts, choose: (part: string) => string | undefined, use: 0 | 1 = 0): string {
  return pattern.replace(/\{([^}]+)\}/g, (whole, part: string) => parts[part]?.[choose(part) ?? '']?.[use] ?? whole);
}

/** All codes of a family with their official titles and dates. */
export function expandCodes(family: Family): readonly CodeEntry[] {
  return family.codes.flatMap((entry) => {
    const choices = partsOf(entry.code).map((part) => (entry.only?.[part] ?? Object.keys(family.parts[part] ?? {})).map((value) => [part, value] as const));
    const combinations = choices.reduce<(readonly (readonly [string, string])[])[]>((lists, values) => lists.flatMap((list) => values.map((v) => [...list, v])), [[]]);
    return combinations.map((combination) => {
      const chosen = new Map(combination);
      const fill = (pattern: string, use: 0 | 1) => fillPattern(pattern, family.parts, (part) => chosen.get(part), use);
      const { from, until, before, titles } = entry;
      return {
        code: fill(entry.code, 0), title: fill(entry.title, 1), category: family.category,
        ...(from && { from }), ...(until && { until }), ...(before && { before: fill(before, 0) }),
        ...(titles && { titles: titles.map((old) => ({ ...old, title: fill(old.title, 1) })) }),
      };
    });
  });
}

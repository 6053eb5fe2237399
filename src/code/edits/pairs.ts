// Codes that do not go together, or only under a condition: Excludes notes, and a symptom beside the diagnosis that explains it.
// In: valid codes. Out: one fault at most for a pair of one kind. Sources: tabular notes; guidelines I.A.12, I.B.5.
import type { NoteKind, PrintedNote } from '../../book/book.ts';
import { inRanges } from '../../book/references.ts';
import { groupBy } from '../../group.ts';
import type { Meaning } from '../meanings.ts';
import type { Desk, Fault } from './fault.ts';
import { pairsOf } from './pairs-of.ts';

/** The note of this kind by which one code excludes the other. */
const exclusion = (code: string, other: string, { kind, book }: { readonly kind: NoteKind; readonly book: Desk['book'] }): PrintedNote | undefined =>
  book.notes(code).find((note) => note.kind === kind && inRanges(other, note.ranges));

/** The fault of a pair, whichever of the two has the note. */
function excludes(pair: readonly [string, string], kind: 'excludes1' | 'excludes2', { book }: Desk): Fault | undefined {
  for (const [code, other] of [pair, [pair[1], pair[0]] as const]) {
    const note = exclusion(code, other, { kind, book });
    if (note) return { kind, codes: [code, other], words: { note: note.text, at: note.at } };
  }
  return undefined;
}

const fits = (a: Meaning, b: Meaning): boolean => a.area === undefined || b.area === undefined || a.area === b.area;

/** The code stands for nothing but symptoms that the other explains, in the same area of the spine. */
function isExplained(code: string, other: string, { meanings, knowledge }: Desk): boolean {
  const symptoms = meanings(code);
  const causes = meanings(other);
  return symptoms.length > 0 && symptoms.every((symptom) => causes.some((cause) =>
    (knowledge.problems.get(cause.problem)?.integral ?? []).includes(symptom.problem) && fits(cause, symptom)));
}

function explained([one, other]: readonly [string, string], desk: Desk): readonly Fault[] {
  const [symptom, cause] = isExplained(one, other, desk) ? [one, other] : isExplained(other, one, desk) ? [other, one] : [];
  return symptom === undefined || cause === undefined ? [] : [{ kind: 'symptom-with-diagnosis', codes: [symptom, cause] }];
}

/** One note of a chapter parts many pairs; it is told once, with all the codes on either side of it. */
function joinExcludes2(faults: readonly Fault[]): readonly Fault[] {
  return [...groupBy(faults, ({ words }) => `${words?.['at']} ${words?.['note']}`).values()].map((group): Fault => {
    const sides = [0, 1].map((side) => [...new Set(group.map(({ codes }) => codes[side]!))]) as [string[], string[]];
    return { ...group[0]!, codes: [...new Set(sides.flat())], words: { ...group[0]!.words, code: sides[0].join(', '), other: sides[1].join(', ') } };
  });
}

/** Faults of pairs; an Excludes1 note says all that the others could. */
export function checkPairs(codes: readonly string[], desk: Desk): readonly Fault[] {
  const faults = pairsOf(codes).flatMap((pair): readonly Fault[] => {
    const first = excludes(pair, 'excludes1', desk);
    if (first) return [first];
    const symptom = explained(pair, desk);
    const second = symptom.length ? undefined : excludes(pair, 'excludes2', desk);
    return [...symptom, ...(second ? [second] : [])];
  });
  return [...faults.filter(({ kind }) => kind !== 'excludes2'), ...joinExcludes2(faults.filter(({ kind }) => kind === 'excludes2'))];
}

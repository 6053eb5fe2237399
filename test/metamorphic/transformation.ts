// The shape of a metamorphic transformation: how a note is changed, and what the change may do to the report.
// One transformation is one file of transformations/, and one line in its table.
import type { Knowledge } from '../../src/index.ts';
import type { NoteInput, Report } from '../../src/wire.ts';

/** A note and its report, from which pairs are made. `source` tells the pool it comes from. */
export interface Subject {
  readonly note: NoteInput;
  readonly report: Report;
  readonly source: 'note' | 'sentence';
  readonly knowledge: Knowledge;
  /** Analyses another text as this note is analysed. */
  readonly read: (text: string) => Report;
}

/** A changed note. `about` names the variant in messages, `detail` carries what its rule needs. */
export interface Variant { readonly note: NoteInput; readonly about: string; readonly detail?: Readonly<Record<string, string>> }

/** Numbers that look random and are the same in every run. */
export type Chance = (below: number) => number;

export interface Transformation {
  readonly name: string;
  /** The rule in one sentence. */
  readonly rule: string;
  /** How many variants are taken of one subject at most. */
  readonly most: number;
  /** The precondition; false where the rule promises nothing. */
  readonly applies: (subject: Subject) => boolean;
  readonly change: (subject: Subject, chance: Chance) => readonly Variant[];
  /** What is wrong with the report after the change: sentences without words of the note; nothing when it is as the rule says. */
  readonly expect: (subject: Subject, after: Report, variant: Variant) => readonly string[];
}

/** A generator seeded by a text. */
export function chanceFrom(seed: string): Chance {
  let state = 2166136261;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16777619) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** At most `most` of the list, chosen by chance, in their order. */
export function pick<T>(list: readonly T[], most: number, chance: Chance): readonly T[] {
  const left = list.map((_, at) => at);
  while (left.length > most) left.splice(chance(left.length), 1);
  return left.map((at) => list[at] as T);
}

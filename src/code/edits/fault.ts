// What the checks of a list of codes give and get: a fault names its kind and codes, and the words that its sentence needs.
// The sentences are in lexicons/edits.json; this file only fills them.
import type { CodeBook, CodeRange } from '../../book/book.ts';
import { readReferences } from '../../book/references.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { EditKind } from '../../lexicon/schema-edits.ts';
import type { Edit } from '../../wire.ts';
import type { Meaning } from '../meanings.ts';

/** What the checks look at beside the codes. */
export interface Desk {
  readonly book: CodeBook;
  readonly knowledge: Knowledge;
  /** ISO date of service. */
  readonly date: string;
  readonly setting: 'outpatient' | 'inpatient';
  /** What a code stands for here: by its tables, or by the findings of the note that gave it. */
  readonly meanings: (code: string) => readonly Meaning[];
  /** The note gives pain management as the reason for the encounter; undefined where there is no note. */
  readonly painManagement?: boolean;
}

/** Something wrong with chosen codes, or worth knowing. `words` fill the places in braces. */
export interface Fault { readonly kind: EditKind; readonly codes: readonly string[]; readonly words?: Readonly<Record<string, string>> }

/** A check: codes in claim order → faults. */
export type Check = (codes: readonly string[], desk: Desk) => readonly Fault[];

const fill = (pattern: string, words: Readonly<Record<string, string>>): string => pattern.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);

/** The edit of a fault: its sentence, what to do, and the authority. */
export function wordFault({ kind, codes, words }: Fault, { edits }: Knowledge): Omit<Edit, 'id'> {
  const { severity, says, fix, source } = edits.edits[kind];
  const all = { code: codes[0] ?? '', other: codes[1] ?? '', ...words };
  return { kind, severity, codes: [...codes], says: fill(says, all), fix: fill(fix, all), source: fill(source, all) };
}

/** The ranges that a lexicon writes as notes do ("V00-Y99"). */
export function rangesOf(written: string): readonly CodeRange[] {
  let ranges = rangesRead.get(written);
  if (!ranges) rangesRead.set(written, ranges = readReferences(written));
  return ranges;
}

const rangesRead = new Map<string, readonly CodeRange[]>();

/** Codes for a sentence: the first eight, and how many more. */
export const listCodes = (codes: readonly string[]): string =>
  codes.length === 0 ? 'none' : `${codes.slice(0, 8).join(', ')}${codes.length > 8 ? ` and ${codes.length - 8} more` : ''}`;

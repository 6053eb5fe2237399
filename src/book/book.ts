// The code set as a coder looks things up in it: the Tabular List with its notes and the Alphabetic Index of one release.
// Shapes only. A book of lumbago's own families comes from the lexicons (domain-book.ts), a whole one from an imported release.

/** The notes of the Tabular List, by the names of its XML. */
export const NOTE_KINDS = ['includes', 'inclusionTerm', 'excludes1', 'excludes2', 'codeFirst', 'useAdditionalCode', 'codeAlso', 'notes', 'sevenChrNote'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * An entry of the Tabular List. `code` is "M54.50" for a code or a header, "M50-M54" for a block ("M99-M99" for one of a single category), "13" for a chapter.
 * Notes stand where they are printed, one string a line; what holds below is found by `CodeBook.notes`.
 */
export interface TabularEntry {
  readonly code: string;
  readonly title: string;
  readonly level: 'chapter' | 'block' | 'code';
  readonly billable: boolean;
  readonly notes?: Readonly<Partial<Record<NoteKind, readonly string[]>>>;
  /** 7th characters defined here for all codes below, character → meaning ("A" → "initial encounter"). */
  readonly sevenths?: Readonly<Record<string, string>>;
  /** Chapters only: first and last category ("M00", "M99"). */
  readonly range?: readonly [first: string, last: string];
}

/** One line of the Alphabetic Index: main term and subterms, outermost first. A code may end in "-" (more characters are needed). */
export interface IndexLine {
  readonly path: readonly string[];
  /** Nonessential modifiers of the last term, with their parentheses. */
  readonly modifiers?: string;
  readonly code?: string;
  /** The second code of an etiology and manifestation pair. */
  readonly manifestation?: string;
  readonly see?: string;
  readonly seeAlso?: string;
}

/** The raw content of one release, in tabular order (a header before what stands below it). */
export interface BookSource {
  /** "FY2027", or "FY2025-04" for the April release. */
  readonly release: string;
  /** True when every code of the release is in it, not only those of lumbago's families. */
  readonly whole: boolean;
  readonly entries: readonly TabularEntry[];
  readonly index: readonly IndexLine[];
}

/**
 * Codes that a note names: every code from `first` to `last`, those below them included ("M54.3" to "M54.4" holds M54.42); `only` those that
 * have one of these characters at one of these places (dot not counted, from 1), or at their end where no place is named.
 */
export interface CodeRange {
  readonly first: string;
  readonly last: string;
  readonly only?: { readonly places: readonly number[]; readonly characters: readonly string[] };
}

/** A line of a note as it reaches a code: `at` is the entry under which it is printed. */
export interface PrintedNote {
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: string;
  /** The codes it names; empty where it names none that can be read. */
  readonly ranges: readonly CodeRange[];
}

/** Look-ups in one release. All are pure; an unknown code gives undefined or an empty list. */
export interface CodeBook {
  readonly release: string;
  readonly whole: boolean;
  /** All codes and headers in tabular order, chapters and blocks left out. */
  readonly codes: readonly TabularEntry[];
  /** Chapters and blocks. */
  readonly divisions: readonly TabularEntry[];
  readonly index: readonly IndexLine[];
  entry(code: string): TabularEntry | undefined;
  /** The entry that this one stands under. */
  parent(code: string): TabularEntry | undefined;
  children(code: string): readonly TabularEntry[];
  /** The entry itself, then everything above it up to its chapter: nearest first. */
  lineage(code: string): readonly TabularEntry[];
  /** Its own notes and those it inherits, nearest first. */
  notes(code: string): readonly PrintedNote[];
  /** The 7th characters that hold for it (the nearest definition), or undefined. */
  sevenths(code: string): Readonly<Record<string, string>> | undefined;
}

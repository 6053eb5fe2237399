// What readers of official files make, and what a release is made of. Shapes only.
import type { IndexLine, TabularEntry } from '../book/book.ts';

/** What an importable file is. */
export const FILE_KINDS = ['order', 'codes', 'tabular', 'index', 'external-index', 'addenda', 'snomed-map'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A stream with the name people know it by: "codes.zip > icd10cm-order-2026.txt". */
export interface NamedBytes { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }

/** Rows that were left out, and why. */
export interface Skipped { readonly count: number; readonly why: string }

/** Counts of a file, by the names of its rows or XML elements. */
export type Counts = Readonly<Record<string, number>>;

export interface CodeRow { readonly code: string; readonly title: string; readonly billable: boolean }

/** What a reader of code lists gives. */
export interface CodeList { readonly rows: readonly CodeRow[]; readonly counts: Counts; readonly skipped: readonly Skipped[] }

export interface TabularList { readonly entries: readonly TabularEntry[]; readonly year: string | undefined; readonly counts: Counts; readonly skipped: readonly Skipped[] }

export interface IndexList { readonly lines: readonly IndexLine[]; readonly year: string | undefined; readonly counts: Counts; readonly skipped: readonly Skipped[] }

/** The files of one release that give the content; `listKind` tells how the code list came about. */
export interface ReleaseParts {
  readonly list?: readonly CodeRow[];
  readonly tabular?: readonly TabularEntry[];
  readonly index?: readonly IndexLine[];
  readonly externalIndex?: readonly IndexLine[];
}

/** A code on which the files of one release do not agree; a missing title says that the file has not got the code. */
export interface Conflict { readonly code: string; readonly says: readonly { readonly in: FileKind; readonly title?: string }[] }

/** A file that went into a release. */
export interface ImportedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly release: string;
  /** Of the content, as it stands inside a zip or gz. */
  readonly sha256: string;
  readonly bytes: number;
  readonly container?: { readonly name: string; readonly sha256: string };
  readonly counts: Counts;
  readonly skipped: readonly Skipped[];
}

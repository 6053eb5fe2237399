// What the page may ask of the worker: one line per task, what goes in and what comes out. All plain JSON but the bytes of a file.
import type { Answer, Recoding } from '../../answer.ts';
import type { Audit } from '../../audit.ts';
import type { CodeDescription, UnknownCode } from '../../describe/description.ts';
import type { Explanation } from '../../explain.ts';
import type { Proof } from '../../prove.ts';
import type { LintFinding } from '../../query/lint-query.ts';
import type { SearchHit } from '../../search/search-codes.ts';
import type { Timeline } from '../../timeline.ts';
import type { Note, QueryDocument, Report } from '../../wire.ts';

/** A query as it would go out, and what the linter says of it. */
export interface CheckedQuery { readonly document: QueryDocument; readonly lint: readonly LintFinding[] }

/** A note analysed; queries stand in the order of the report. */
export interface Analysis { readonly report: Report; readonly queries: readonly CheckedQuery[] }

/** Codes of the note under one other circumstance, against those it has now. */
export interface Alternative {
  readonly what: 'setting' | 'encounter';
  readonly value: string;
  readonly added: readonly { readonly code: string; readonly title: string }[];
  readonly removed: readonly { readonly code: string; readonly title: string }[];
}

/** What was found in a file or a paste. `refused`: what could not be taken, in words without note text. */
export interface ReadFile {
  readonly notes: readonly Note[];
  readonly reports: readonly Report[];
  /** The parsed content of a session file; its shape is checked by the state. */
  readonly session?: unknown;
  readonly refused: readonly string[];
}

export interface Releases { readonly newest: string; readonly from: readonly { readonly release: string; readonly from: string }[] }

/** Every task by its name. */
export interface Tasks {
  analyze: { in: Note; out: Analysis };
  /** Loads what further tasks need. */
  warm: { in: null; out: true };
  releases: { in: null; out: Releases };
  explain: { in: { readonly report: Report; readonly code: string }; out: Explanation };
  describe: { in: { readonly code: string; readonly date: string | undefined }; out: CodeDescription | UnknownCode };
  prove: { in: { readonly note: Note; readonly report: Report; readonly code: string }; out: Proof | undefined };
  audit: { in: { readonly codes: readonly string[]; readonly note: Note | undefined; readonly date: string | undefined }; out: Audit };
  lint: { in: { readonly query: QueryDocument; readonly note: Note | undefined }; out: readonly LintFinding[] };
  answer: { in: { readonly report: Report; readonly answer: Answer }; out: Recoding };
  timeline: { in: Note; out: Timeline };
  alternatives: { in: Note; out: readonly Alternative[] };
  search: { in: { readonly words: string; readonly date: string | undefined }; out: readonly SearchHit[] };
  read: { in: { readonly name: string; readonly bytes: Uint8Array }; out: ReadFile };
}

export type TaskName = keyof Tasks;
export type Question = { readonly [Name in TaskName]: { readonly id: number; readonly task: Name; readonly input: Tasks[Name]['in'] } }[TaskName];

/** `fault` is the name of an error and where it came from, never its message: that could quote the note. `says` is worded for the reader. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: string; readonly says?: string };

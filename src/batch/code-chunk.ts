// A chunk of records → what became of each: a report line, or the reason why there is none. Pure; a worker thread, a job of a queue or a
// test calls it. Not its job: ids that come twice, files, what to do with a note that stops the engine.
import { createHash } from 'node:crypto';
import { analyzeNote } from '../analyze.ts';
import { escapeLineSeparators } from '../format/parts/line-separators.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { findIdentifiers } from '../phi/find-identifiers.ts';
import type { Identifier } from '../phi/identifier.ts';
import { maskText } from '../phi/mask-text.ts';
import type { NoteDefaults } from '../read/parts/reader.ts';
import type { Note, Report } from '../wire.ts';
import type { Columns, RawRecord } from './raw-record.ts';
import { readRecord } from './read-record.ts';

/** What is done with a note that seems to identify a patient. */
export type PhiMode = 'reject' | 'mask' | 'warn' | 'off';

/** What is the same for every record of a run. */
export interface ChunkFrame {
  readonly columns: Columns;
  readonly defaults: NoteDefaults;
  /** Puts the text of the note into its report. */
  readonly includeText: boolean;
  readonly phi: PhiMode;
}

/** A record that gave no report. `rejected`: it is not a note to take. `error`: the engine failed on it. `duplicate`: its id came before. */
export interface Reject {
  readonly kind: 'rejected' | 'duplicate' | 'error';
  readonly line: number;
  readonly id: string | undefined;
  readonly reason: string;
  /** Categories of identifiers that were seen, and where; never the words. */
  readonly categories?: readonly string[];
  readonly spans?: readonly Identifier[];
}

/** `size` is the length of the report's line in bytes, with its line feed. */
export type RecordOutcome =
  | { readonly kind: 'ok'; readonly line: number; readonly id: string; readonly claims: true; readonly size: number }
  | (Reject & { readonly claims: boolean });

/** All report lines of a chunk, one after the other; what became of each record, in order; 16 bytes of hash for each id (zeros where none is claimed). */
export interface ChunkOutcome { readonly lines: Uint8Array; readonly records: readonly RecordOutcome[]; readonly keys: Uint8Array }

export const KEY_BYTES = 16;

/** The first 128 bits of the SHA-256 of an id. */
export const keyOfId = (id: string): Uint8Array => createHash('sha256').update(id, 'utf8').digest().subarray(0, KEY_BYTES);

/** Codes a chunk. `onStart` is told the place of each record before it is looked at, so that a watch knows where a stuck one is. */
export function codeChunk(records: readonly RawRecord[], { frame, knowledge, onStart }: { readonly frame: ChunkFrame; readonly knowledge: Knowledge; readonly onStart?: (at: number) => void }): ChunkOutcome {
  const lines: Buffer[] = [];
  const keys = new Uint8Array(records.length * KEY_BYTES);
  const outcomes = records.map((record, at): RecordOutcome => {
    onStart?.(at);
    const read = readRecord(record, frame);
    if ('reason' in read) {
      if (read.claims && read.id !== undefined) keys.set(keyOfId(read.id), at * KEY_BYTES);
      return { kind: 'rejected', line: record.line, id: read.id, reason: read.reason, claims: read.claims };
    }
    const { note } = read;
    keys.set(keyOfId(note.id), at * KEY_BYTES);
    const coded = codeNote(note, frame, knowledge);
    if ('reason' in coded) return { line: record.line, id: note.id, claims: true, ...coded };
    lines.push(coded.line);
    return { kind: 'ok', line: record.line, id: note.id, claims: true, size: coded.line.length };
  });
  return { lines: Buffer.concat(lines), records: outcomes, keys };
}

type Coded = { readonly line: Buffer } | Pick<Reject, 'reason' | 'categories' | 'spans'> & { readonly kind: 'rejected' | 'error' };

function codeNote(note: Note, frame: ChunkFrame, knowledge: Knowledge): Coded {
  try {
    const seen = frame.phi === 'off' ? [] : findIdentifiers(note.text, knowledge);
    if (seen.length > 0 && frame.phi === 'reject') return rejectIdentifiers(seen);
    const read = frame.phi === 'mask' && seen.length > 0 ? { ...note, text: maskText(note.text, seen) } : note;
    const report = withFindings(analyzeNote(read, knowledge), seen, frame.phi);
    return { line: writeLine(frame.includeText ? withText(report, read) : report) };
  } catch (error) {
    return { kind: 'error', reason: `the engine failed on this note (${error instanceof Error ? error.name : 'unknown error'}); please report it` };
  }
}

function rejectIdentifiers(seen: readonly Identifier[]): Coded {
  const categories = [...new Set(seen.map(({ category }) => category))].sort();
  return { kind: 'rejected', reason: `seems to identify a patient (${categories.join(', ')}); de-identify it, or choose another --phi`, categories, spans: seen };
}

/** D201 for each place: what seems to be there, and where. */
function withFindings(report: Report, seen: readonly Identifier[], phi: PhiMode): Report {
  if (seen.length === 0) return report;
  const done = phi === 'mask' ? 'It was blanked before the note was read.' : 'The note is not de-identified.';
  const found = seen.map(({ category, start, end }) => ({ code: 'D201', severity: 'warning' as const, message: `Seems to identify a patient: ${category}. ${done}`, span: { start, end } }));
  return { ...report, diagnostics: [...report.diagnostics, ...found] };
}

const writeLine = (report: Report): Buffer => Buffer.from(`${escapeLineSeparators(JSON.stringify(report))}\n`, 'utf8');

const withText = (report: Report, { text }: Note): Report => ({ ...report, note: { ...report.note, text } });

/** One line of rejects.jsonl. */
export function writeReject({ id, line, reason, kind, categories = [], spans }: Reject): string {
  return `${JSON.stringify({ id: id ?? null, line, reason, kind, categories, ...(spans && { spans }) })}\n`;
}

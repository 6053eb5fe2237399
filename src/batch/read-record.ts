// One raw record → a checked note, or why it is none. In: a record of any reader. Out: a note with its id, or a reason that quotes nothing.
// Not its job: ids that come twice (only the whole input tells), identifiers of patients (phi/).
import { checkRecord, idOf, parseObject, type JsonObject } from '../read/parts/check-record.ts';
import type { NoteDefaults } from '../read/parts/reader.ts';
import { decodeUtf8 } from '../read/parts/utf8.ts';
import { EMPTY_NOTE, isBlank } from '../read/text.ts';
import type { Note } from '../wire.ts';
import { LONGEST_NOTE, TOO_LONG, USUAL_COLUMNS, type Columns, type RawRecord } from './raw-record.ts';

export interface ReadFrame { readonly columns: Columns; readonly defaults: NoteDefaults }

/** `claims`: the record is well-formed, so its id is taken, whatever becomes of the note. */
export type ReadRecord =
  | { readonly note: Note }
  | { readonly reason: string; readonly id?: string; readonly claims: boolean };

/** Reads one record. Never throws on what it holds. */
export function readRecord(record: RawRecord, frame: ReadFrame): ReadRecord {
  if (record.kind === 'broken') return { reason: record.reason, claims: false, ...(record.id !== undefined && { id: record.id }) };
  const opened = openRecord(record, frame.columns);
  if ('reason' in opened) return { claims: false, ...opened };
  const id = idOf(opened.fields);
  const checked = checkRecord(opened.fields, frame.defaults);
  if ('reason' in checked) return { reason: checked.reason, claims: false, ...(id !== undefined && { id }) };
  const { note } = checked;
  if (note.text.length > LONGEST_NOTE) return { reason: TOO_LONG, id: note.id, claims: true };
  return isBlank(note.text) ? { reason: EMPTY_NOTE, id: note.id, claims: true } : { note };
}

/** The id of a record that has a good one, without more work than that needs. */
export function peekId(record: RawRecord, columns: Columns): string | undefined {
  if (record.kind === 'broken') return undefined;
  if (record.kind === 'file') return record.id;
  const opened = openRecord(record, columns);
  return 'reason' in opened ? undefined : idOf(opened.fields);
}

type Opened = { readonly fields: JsonObject } | { readonly reason: string; readonly id?: string };

function openRecord(record: Exclude<RawRecord, { kind: 'broken' }>, columns: Columns): Opened {
  if (record.kind === 'row') return { fields: record.fields };
  return record.kind === 'file' ? openFile(record) : openJson(record, columns);
}

function openFile({ id, bytes }: Extract<RawRecord, { kind: 'file' }>): Opened {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { id, reason: `is a binary file (NUL at byte ${nul})` };
  const decoded = decodeUtf8(bytes);
  return 'badByte' in decoded ? { id, reason: `is not UTF-8: invalid at byte ${decoded.badByte}, counted from 0` } : { fields: { id, text: decoded.text } };
}

function openJson({ line, bytes }: Extract<RawRecord, { kind: 'json' }>, columns: Columns): Opened {
  const decoded = decodeUtf8(bytes);
  if ('badByte' in decoded) return { reason: `is not UTF-8: invalid at byte ${decoded.badByte} of the line, counted from 0` };
  const parsed = parseObject(line === 1 ? decoded.text.replace(/^\ufeff/, '') : decoded.text);
  return 'reason' in parsed ? parsed : { fields: underUsualNames(parsed.record, columns) };
}

/** The record under the names that notes have, where the fields are called otherwise. */
function underUsualNames(record: JsonObject, columns: Columns): JsonObject {
  const renamed = (Object.keys(columns) as (keyof Columns)[]).filter((name) => columns[name] !== USUAL_COLUMNS[name]);
  if (renamed.length === 0) return record;
  return { ...record, ...Object.fromEntries(renamed.map((name) => [name, record[columns[name]]])) };
}

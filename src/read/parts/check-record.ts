// One record of an input (an object of JSON, a row of a table) → a checked note, or the reason why it is none.
// What the schema says goes; it is asked only where a quick look finds something unusual, because it costs more than the reading.
// Not its job: ids that come twice, empty texts.
import { noteSchema, serviceDate, type Note } from '../../wire.ts';
import { findJsonFault } from './json-fault.ts';
import type { NoteDefaults } from './reader.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** One line of JSON Lines as an object. The reason names a column, never a word of the line. */
export function parseObject(content: string): { readonly record: JsonObject } | { readonly reason: string } {
  try {
    const record: unknown = JSON.parse(content);
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return { record: record as JsonObject };
    return { reason: 'is JSON, but not an object; write {"id": "…", "text": "…"} on one line' };
  } catch {
    const fault = findJsonFault(content);
    return { reason: `is not JSON: column ${fault?.column ?? 1}, expected ${fault?.expected ?? 'a value'}` };
  }
}

/** The id of a record, where it has one. */
export const idOf = ({ id }: JsonObject): string | undefined => (typeof id === 'string' && id !== '' ? id : undefined);

/** The note of a record; a field that is null counts as not given, and the defaults hold for what is not. */
export function checkRecord(record: JsonObject, defaults: NoteDefaults): { readonly note: Note } | { readonly reason: string } {
  const given = { ...defaults, ...withoutNulls(record) };
  const usual = takeUsual(given);
  if (usual) return { note: usual };
  const checked = noteSchema.safeParse(given);
  return checked.success ? { note: checked.data } : { reason: faultsOf(record, checked.error.issues) };
}

const SETTINGS: ReadonlySet<unknown> = new Set(['outpatient', 'inpatient']);
const ENCOUNTERS: ReadonlySet<unknown> = new Set([undefined, 'initial', 'subsequent', 'sequela']);
const MOST_DATES = 20_000;
const goodDates = new Set<unknown>([undefined]);

/** The note as the schema would give it, where every field is plainly right; undefined leaves it to the schema. */
function takeUsual({ id, text, setting = 'outpatient', date, encounter, type }: JsonObject): Note | undefined {
  if (typeof id !== 'string' || id === '' || typeof text !== 'string') return undefined;
  if (!SETTINGS.has(setting) || !ENCOUNTERS.has(encounter) || !isGoodDate(date) || (type !== undefined && typeof type !== 'string')) return undefined;
  return {
    id, text, setting: setting as Note['setting'], ...(date === undefined ? {} : { date: date as string }),
    ...(encounter === undefined ? {} : { encounter: encounter as NonNullable<Note['encounter']> }), ...(type === undefined ? {} : { type }),
  };
}

/** Dates of service are few and come again and again. */
function isGoodDate(date: unknown): boolean {
  if (goodDates.has(date)) return true;
  if (!serviceDate.safeParse(date).success) return false;
  if (goodDates.size < MOST_DATES) goodDates.add(date);
  return true;
}

function withoutNulls(record: JsonObject): JsonObject {
  return Object.values(record).includes(null) ? Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) : record;
}

interface Issue { readonly path: readonly PropertyKey[]; readonly message: string }

/** One clause per field at fault, the first issue of each. Schema messages name what is allowed, not what was found. */
function faultsOf(record: JsonObject, issues: readonly Issue[]): string {
  const byField = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    const missing = record[field] === undefined || record[field] === null;
    if (!byField.has(field)) byField.set(field, missing ? `"${field}" is missing` : `"${field}" ${clause(message)}`);
  }
  return [...byField.values()].join('; ');
}

function clause(message: string): string {
  return /^(is|are) /.test(message) ? message : `is not valid: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

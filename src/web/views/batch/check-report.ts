// JSON of unknown origin → a report or a reject as far as this view reads it, or why it is none. No message quotes what was found.
// The full schema would cost more than all the rest of the reading; what is looked at here is checked here.
import type { CountedReject } from '../../../tally/create-tally.ts';
import type { Report } from '../../../wire.ts';

export type Checked<T> = { readonly value: T } | { readonly fault: string };

type Unknown = Readonly<Record<string, unknown>>;

const SCHEMA = 'lumbago/report@1';
const STATUSES: readonly unknown[] = ['supported', 'underspecified', 'conflicting', 'excluded'];
const STATES: readonly unknown[] = ['documented', 'missing', 'conflicting'];

const isObject = (json: unknown): json is Unknown => typeof json === 'object' && json !== null && !Array.isArray(json);
const areStrings = (json: Unknown, names: readonly string[]): boolean => names.every((name) => typeof json[name] === 'string');
const isListOf = (json: unknown, holds: (one: Unknown) => boolean): boolean => Array.isArray(json) && json.every((one) => isObject(one) && holds(one));

const isAxis = (axis: Unknown): boolean => areStrings(axis, ['axis', 'label']) && STATES.includes(axis['state']);
const isCandidate = (candidate: Unknown): boolean => areStrings(candidate, ['code', 'title']) && STATUSES.includes(candidate['status']) && isListOf(candidate['axes'], isAxis);
const isMonth = (date: unknown): boolean => date === undefined || (typeof date === 'string' && /^\d{4}-\d\d/.test(date));

/** A line of a part file. */
export function checkReport(json: unknown): Checked<Report> {
  if (!isObject(json)) return { fault: 'is JSON, but not an object; a report is expected' };
  const { schema, note, candidates, queries } = json;
  if (schema !== SCHEMA) return { fault: typeof schema === 'string' && /^lumbago\/report@\d+$/.test(schema) ? `is a report of another version (${schema}); this page reads ${SCHEMA}` : `is not a report (${SCHEMA} is expected)` };
  const wrong = !isObject(note) || typeof note['id'] !== 'string' || !isMonth(note['date']) ? 'note'
    : !isListOf(candidates, isCandidate) ? 'candidates' : !isListOf(queries, (query) => typeof query['axis'] === 'string') ? 'queries' : undefined;
  return wrong === undefined ? { value: json as unknown as Report } : { fault: `is a report whose "${wrong}" is not of the shape of ${SCHEMA}` };
}

/** A line of rejects.jsonl. */
export function checkReject(json: unknown): Checked<CountedReject> {
  if (!isObject(json) || typeof json['reason'] !== 'string') return { fault: 'is not a reject; {"id", "line", "reason", "categories"} is expected' };
  const { reason, categories } = json;
  return { value: { reason, ...(Array.isArray(categories) && { categories: categories.filter((one): one is string => typeof one === 'string') }) } };
}

/** What a manifest says that this view compares with what it read. */
export interface ManifestCounts { readonly version: string; readonly release: string; readonly ok: number; readonly read: number; readonly rejects: number }

/** manifest.json of a run. */
export function checkManifest(json: unknown): Checked<ManifestCounts> {
  const fault = { fault: 'is not the manifest of a batch (lumbago/batch@1 is expected)' };
  if (!isObject(json) || json['schema'] !== 'lumbago/batch@1') return fault;
  const { engine, counts, rejects } = json;
  if (!isObject(engine) || !isObject(counts) || !isObject(rejects) || !areStrings(engine, ['version', 'release'])) return fault;
  const numbers = [counts['ok'], counts['read'], rejects['lines']];
  if (!numbers.every((one) => typeof one === 'number')) return fault;
  const [ok, read, lines] = numbers as [number, number, number];
  return { value: { version: String(engine['version']), release: String(engine['release']), ok, read, rejects: lines } };
}

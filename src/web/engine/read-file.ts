// A dropped or pasted file → notes, reports or a session, or the reasons why not. The readers are those of the command line.
// Not its job: deciding what to do with them. No reason holds text of a note.
import { jsonl } from '../../read/jsonl.ts';
import { UnreadableInput, type Reader, type Source } from '../../read/parts/reader.ts';
import { text } from '../../read/text.ts';
import { reportSchema, type Note, type Report } from '../../wire.ts';
import { LONGEST_NOTE } from './limits.ts';
import type { ReadFile } from './tasks.ts';

const NOTHING: ReadFile = { notes: [], reports: [], refused: [] };
const refuse = (...refused: readonly string[]): ReadFile => ({ ...NOTHING, refused });

/** Reads one file by its name and its first characters. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).replace(/^\ufeff/, '').trimStart();
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return /^\{"schema":\s*"lumbago\/report@/.test(start) ? readReportLines(name, bytes) : readNotes(jsonl, name, bytes);
  if (/\.json$/i.test(name) || /^[{[]\s*(?:"|\{|$)/.test(start)) return readJson(name, bytes);
  return readNotes(text, name, bytes);
}

async function readJson(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const parsed = parse(new TextDecoder().decode(bytes));
  if (parsed === undefined) {
    const lines = await readNotes(jsonl, name, bytes);
    return lines.notes.length > 0 ? lines : refuse(`${name}: is not JSON; drop a report or a session as JSON, notes as JSONL or text`);
  }
  const many = Array.isArray(parsed) ? parsed : [parsed];
  const [first] = many as readonly { readonly schema?: unknown; readonly text?: unknown }[];
  if (typeof first?.schema === 'string' && first.schema.startsWith('lumbago/session@')) return { ...NOTHING, session: parsed };
  if (typeof first?.schema === 'string') return readReports(name, many);
  if (typeof first?.text === 'string') return readNotes(jsonl, name, new TextEncoder().encode(many.map((one) => JSON.stringify(one)).join('\n')));
  return refuse(`${name}: is JSON, but neither a report, a session nor a note with "id" and "text"`);
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function readReports(name: string, values: readonly unknown[]): ReadFile {
  const reports: Report[] = [];
  const refused: string[] = [];
  for (const [at, value] of values.entries()) {
    const where = values.length > 1 ? `${name}, report ${at + 1}` : name;
    const checked = reportSchema.safeParse(value);
    const schema = String((value as { schema?: unknown } | null)?.schema ?? 'no schema').slice(0, 40);
    if (checked.success) reports.push(checked.data);
    else if (schema !== 'lumbago/report@1') refused.push(`${where}: is of the schema ${schema}; this page reads lumbago/report@1. Analyse the note again with this version, or open the report with the version that wrote it`);
    else refused.push(`${where}: is a lumbago/report@1 that does not have its shape at ${checked.error.issues[0]?.path.join('.') || 'its top'}; it was changed or cut off. Write it again with lumbago analyze --format json`);
  }
  return { ...NOTHING, reports, refused };
}

/** The reports of a batch, one a line. */
function readReportLines(name: string, bytes: Uint8Array): ReadFile {
  const lines = new TextDecoder().decode(bytes).split('\n').filter((line) => line.trim() !== '');
  return readReports(name, lines.map(parse));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> { yield bytes; }

async function readNotes(reader: Reader, name: string, bytes: Uint8Array): Promise<ReadFile> {
  const source: Source = { name, id: name.replace(/\.[^.]+$/, '') || 'note', bytes: once(bytes) };
  const notes: Note[] = [];
  const refused: string[] = [];
  try {
    for await (const entry of reader.read(source, { setting: 'outpatient' })) {
      if (entry.kind === 'reject') refused.push(`${entry.reject.source}${entry.reject.line === undefined ? '' : `, line ${entry.reject.line}`}: ${entry.reject.reason}`);
      else if (entry.note.text.length > LONGEST_NOTE) refused.push(`${name}${entry.line === undefined ? '' : `, line ${entry.line}`}: ${tooLong(entry.note.text.length)}`);
      else notes.push(entry.note);
    }
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    refused.push(error.message);
  }
  return { ...NOTHING, notes, refused };
}

const tooLong = (length: number): string => `the note has ${length} characters and the page takes up to ${LONGEST_NOTE}; use lumbago analyze on the command line`;

// POST /api/analyze: notes in, reports out, the same bytes as `lumbago analyze --format …` gives for them.
// JSON (one note or an array), JSON Lines, or plain text of one note. When one note cannot be taken none is analyzed, and each is told.
import { setImmediate as turn } from 'node:timers/promises';
import * as z from 'zod';
import { createAssembler } from '../format/parts/assemble.ts';
import { formatNamed, FORMATS } from '../format/formats.ts';
import { PLAIN, type Format } from '../format/parts/format.ts';
import { jsonl } from '../read/jsonl.ts';
import { UnreadableInput, type NoteDefaults, type ReadEntry, type Reject } from '../read/parts/reader.ts';
import { text } from '../read/text.ts';
import type { Service } from '../service.ts';
import { noteSchema } from '../wire.ts';
import { HttpFault } from './http-fault.ts';

export interface AnalyzeRequest {
  /** Media type without its parameters. */
  readonly type: string;
  readonly body: Buffer;
  readonly query: unknown;
}

export interface AnalyzeAnswer { readonly type: string; readonly text: string }

/** What the address may say of notes that do not say it themselves; `id` is for plain text. */
const parameters = z.strictObject({
  ...noteSchema.pick({ date: true, encounter: true, type: true }).shape,
  setting: z.enum(['outpatient', 'inpatient']).optional(),
  format: z.string().optional(),
  id: z.string().min(1).optional(),
});

/** Media types that are taken: the format that answers when none is asked for, and the entries of the body. */
const KINDS: Readonly<Record<string, { readonly format: string; readonly read: (request: AnalyzeRequest, frame: { readonly id: string; readonly defaults: NoteDefaults }) => Reading }>> = {
  'application/json': { format: 'json', read: readJson },
  'application/x-ndjson': { format: 'jsonl', read: ({ body }, { defaults }) => ({ many: true, entries: jsonl.read({ name: 'body', id: 'body', bytes: once(body) }, defaults) }) },
  'text/plain': { format: 'json', read: ({ body }, { id, defaults }) => ({ many: false, entries: text.read({ name: 'body', id, bytes: once(body) }, defaults) }) },
};

interface Reading { readonly many: boolean; readonly entries: AsyncIterable<ReadEntry> }

/** Analyzes the notes of one request. Other requests get their turn between two notes. @throws HttpFault */
export async function answerAnalyze(request: AnalyzeRequest, service: Service): Promise<AnalyzeAnswer> {
  const kind = KINDS[request.type];
  if (!kind) throw new HttpFault(415, { code: 'media-type', message: `the content type is not one that this address takes; send ${Object.keys(KINDS).join(', ')}` });
  const { format: name, id = 'body', ...defaults } = readParameters(request.query);
  const format = chooseFormat(name ?? kind.format);
  const { many, entries } = kind.read(request, { id, defaults: given(defaults) });
  const notes = await takeNotes(entries);
  let written = '';
  const assembler = createAssembler(format, { write: async (piece) => { written += piece; }, close: async () => undefined }, () => many);
  for await (const outcome of service.analyzeEntries(notes)) {
    if (outcome.kind !== 'report') throw new HttpFault(500, { code: 'internal', message: outcome.reject.reason, details: { id: outcome.reject.id } });
    await assembler.add(format.render(outcome.report, outcome.note, PLAIN));
    await turn();
  }
  await assembler.finish();
  return { type: MEDIA_TYPES[format.name] ?? 'text/plain; charset=utf-8', text: written };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8', html: 'text/html; charset=utf-8', markdown: 'text/markdown; charset=utf-8',
};

function readParameters(query: unknown): z.output<typeof parameters> {
  const checked = parameters.safeParse(query);
  if (checked.success) return checked.data;
  const told = checked.error.issues.map(({ path, message, code }) => (code === 'unrecognized_keys' ? `${message}` : `${path.join('.')}: ${message}`));
  throw new HttpFault(400, { code: 'parameter', message: `the address has a parameter that cannot be taken: ${told.join('; ')}` });
}

const given = (defaults: { readonly [Name in keyof NoteDefaults]: NoteDefaults[Name] | undefined }): NoteDefaults =>
  Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined)) as NoteDefaults;

function chooseFormat(name: string): Format {
  const format = formatNamed(name);
  if (format) return format;
  throw new HttpFault(400, { code: 'parameter', message: `format: is not a format; choose one of ${FORMATS.map((one) => one.name).join(', ')}` });
}

async function* once(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body;
}

/** One note or an array of them, read as JSON Lines are, so that the same is refused in the same words; `line` counts the notes. */
function readJson({ body }: AnalyzeRequest, { defaults }: { readonly defaults: NoteDefaults }): Reading {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (error) {
    const fault = error instanceof SyntaxError ? 'JSON' : 'UTF-8';
    throw new HttpFault(400, { code: 'unreadable', message: `the body is not ${fault}; send {"id": "…", "text": "…"} or an array of such notes` });
  }
  const notes: readonly unknown[] = Array.isArray(json) ? json : [json];
  const lines = Buffer.from(notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
  return { many: Array.isArray(json), entries: jsonl.read({ name: 'body', id: 'body', bytes: once(lines) }, defaults) };
}

/** All notes, or an HttpFault that tells each that cannot be taken. */
async function takeNotes(entries: AsyncIterable<ReadEntry>): Promise<AsyncIterable<ReadEntry>> {
  const taken: ReadEntry[] = [];
  const rejects: Reject[] = [];
  try {
    for await (const entry of entries) {
      if (entry.kind === 'reject') rejects.push(entry.reject);
      else taken.push(entry);
    }
  } catch (error) {
    if (error instanceof UnreadableInput) throw new HttpFault(400, { code: 'unreadable', message: error.message });
    throw error;
  }
  if (rejects.length === 0) return each(taken);
  throw new HttpFault(422, {
    code: 'rejected', message: `${rejects.length} of ${rejects.length + taken.length} notes cannot be taken; nothing was analyzed`,
    details: { rejects: rejects.map(({ line, id, reason }) => ({ line: line ?? 1, ...(id === undefined ? {} : { id }), reason })) },
  });
}

async function* each(entries: readonly ReadEntry[]): AsyncGenerator<ReadEntry> {
  yield* entries;
}

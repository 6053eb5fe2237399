// A report into the worklist: its note, and its queries as drafts. What is there already stays as it is, so adding twice doubles nothing.
// The note's text is kept only when it is given; otherwise its digest, the quotes of the indicators and their offsets are all there is.
import { digestText } from '../digest.ts';
import type { Query, Report } from '../wire.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { write, type Receipt, type Writing } from './chain.ts';
import type { Connection, Database } from './database.ts';
import { StoreError } from './error.ts';
import { nameOf } from './find-query.ts';
import { checkStamp, type Stamp } from './stamp.ts';

export interface Delivery {
  readonly report: Report;
  readonly stamp: Stamp;
  /** The note's text, when it is to be kept. */
  readonly text?: string;
}

/** `added` and `known` are queries (`W12`); `events` are what the log got, nothing when all was there. */
export interface Added { readonly note: string; readonly added: readonly string[]; readonly known: readonly string[]; readonly events: readonly Receipt[] }

/** Adds one report; one transaction. */
export async function addReport(database: Database, { report, stamp, text }: Delivery): Promise<Added> {
  const { note, queries } = report;
  if (JSON.stringify([note, queries.map(({ id, about, via, recipient }) => [id, about, via, recipient])]).includes('\\u0000')) {
    throw new StoreError('usage', 'a report holds a NUL character in an id, which no database stores; give the note another id and analyze it again');
  }
  if (text !== undefined && digestText(text) !== note.sha256) throw new StoreError('usage', `note ${note.id}: the text to keep is not the text of the report; analyze it again`);
  const checked = checkStamp(stamp);
  return write(database, checked, async (writing) => {
    const events: Receipt[] = [];
    const noteNumber = await addNote(writing, { report, stamp: checked, ...(text === undefined ? {} : { text }) }, events);
    const [added, known]: [string[], string[]] = [[], []];
    const seen = new Map<string, number>();
    for (const query of queries) {
      const key = keyOf(report, query, seen);
      const [there] = await writing.connection.query<{ id: number }>('SELECT id FROM lumbago.queries WHERE key = $1', [key]);
      if (there) known.push(nameOf(there.id));
      else added.push(await addDraft(writing, { key, query, noteNumber, stamp: checked }, events));
    }
    return { note: note.id, added, known, events };
  });
}

/**
 * What makes a query the same one when its report comes again: text of the note, its id, axis, problem and kind. Where a report asks twice
 * of one kind, the second is told by its place. `seen` counts them.
 */
function keyOf({ note }: Report, { axis, about, kind }: Query, seen: Map<string, number>): string {
  const parts = JSON.stringify([note.sha256, note.id, axis, about, kind]);
  const place = (seen.get(parts) ?? 0) + 1;
  seen.set(parts, place);
  return digestText(place === 1 ? parts : `${parts}#${place}`);
}

async function nextId(connection: Connection, table: 'notes' | 'queries'): Promise<number> {
  const [row] = await connection.query<{ id: number }>(`SELECT (coalesce(max(id), 0) + 1)::int AS id FROM lumbago.${table}`);
  return row?.id ?? 1;
}

async function addNote({ connection, record }: Writing, { report, stamp, text }: Delivery, events: Receipt[]): Promise<number> {
  const { note, engine } = report;
  const kept = text === undefined ? null : JSON.stringify(text);
  const [there] = await connection.query<{ id: number; kept: boolean }>('SELECT id, kept_text IS NOT NULL AS kept FROM lumbago.notes WHERE note_id = $1 AND digest = $2', [note.id, note.sha256]);
  if (there) {
    if (kept === null || there.kept) return there.id;
    await connection.query('UPDATE lumbago.notes SET kept_text = $1 WHERE id = $2', [kept, there.id]);
    events.push(await record('keep-text', null, { note: note.id, digest: note.sha256 }));
    return there.id;
  }
  const id = await nextId(connection, 'notes');
  await connection.query(
    `INSERT INTO lumbago.notes (id, note_id, digest, length, setting, service_date, engine, knowledge, added_at, added_by, kept_text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, note.id, note.sha256, note.length, note.setting, note.date ?? null, engine.version, engine.knowledge, stamp.now, stamp.actor, kept],
  );
  events.push(await record('add-note', null, { note: note.id, digest: note.sha256, queries: report.queries.length, textKept: kept !== null }));
  return id;
}

interface Draft { readonly key: string; readonly query: Query; readonly noteNumber: number; readonly stamp: Stamp }

async function addDraft({ connection, record }: Writing, { key, query, noteNumber, stamp }: Draft, events: Receipt[]): Promise<string> {
  const id = await nextId(connection, 'queries');
  await connection.query(
    `INSERT INTO lumbago.queries (id, key, note, local_id, axis, kind, about, template, composed, status, version, role, author, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', 1, $10, $11, $12)`,
    [id, key, noteNumber, query.id, query.axis, query.kind, query.about, query.via, JSON.stringify(query), query.recipient, stamp.actor, stamp.now],
  );
  const composed = digestText(canonicalJson(query as unknown as Json));
  events.push(await record('draft', id, { key, axis: query.axis, kind: query.kind, about: query.about, template: query.via, composedSha256: composed, status: 'draft', version: 1 }));
  return nameOf(id);
}

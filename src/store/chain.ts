// The log of events: append-only, each event with the hash of the one before. In: what was done. Out: events in the database.
// Every write goes through `write`, which locks the head of the chain first: writers come one after the other, so no two events share a
// place and no two writers wait for each other. A change and its events are one transaction. No note text goes in here.
import { digestText } from '../digest.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { Connection, Database } from './database.ts';
import { StoreError } from './error.ts';
import type { Stamp } from './stamp.ts';

export type Detail = { readonly [name: string]: Json };

export interface WorklistEvent {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  /** The number of the query that it is about: 12 for W12. */
  readonly query: number | null;
  readonly detail: Detail;
  /** The hash of the event before, 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Place and hash of an event: enough to find it again and to see that it is the same. */
export type Receipt = Pick<WorklistEvent, 'sequence' | 'hash'>;

export const NOTHING_BEFORE = '0'.repeat(64);

/** SHA-256 over the canonical JSON of all other fields. */
export function hashEvent({ sequence, at, actor, action, query, detail, previous }: Omit<WorklistEvent, 'hash'>): string {
  return digestText(canonicalJson({ sequence, at, actor, action, query, detail, previous }));
}

export interface Writing {
  readonly connection: Connection;
  /** Adds an event to the log, in the same transaction. */
  record(action: string, query: number | null, detail: Detail): Promise<Receipt>;
}

/** Runs a change alone: nobody else writes until it is stored, with its events, or dropped. `stamp` is a checked one. */
export function write<T>(database: Database, stamp: Stamp, work: (writing: Writing) => Promise<T>): Promise<T> {
  return database.transaction(async (connection) => {
    const [row] = await connection.query<Receipt>('SELECT sequence, hash FROM lumbago.chain WHERE id = 1 FOR UPDATE');
    if (!row) throw new StoreError('unreadable', `${database.place}: the head of the log is missing; restore the store from a backup`);
    let head: Receipt = row;
    const result = await work({
      connection,
      async record(action, query, detail) {
        head = await append(connection, { sequence: head.sequence + 1, at: stamp.now, actor: stamp.actor, action, query, detail, previous: head.hash });
        return head;
      },
    });
    if (head !== row) await connection.query('UPDATE lumbago.chain SET sequence = $1, hash = $2 WHERE id = 1', [head.sequence, head.hash]);
    return result;
  });
}

async function append(connection: Connection, event: Omit<WorklistEvent, 'hash'>): Promise<Receipt> {
  const hash = hashEvent(event);
  await connection.query(
    'INSERT INTO lumbago.events (sequence, at, actor, action, query, detail, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [event.sequence, event.at, event.actor, event.action, event.query, canonicalJson(event.detail), event.previous, hash],
  );
  return { sequence: event.sequence, hash };
}

const PAGE = 1000;

/** All events in order, or those of one query, read in pages. */
export async function* readEvents(connection: Connection, query?: number): AsyncGenerator<WorklistEvent> {
  for (let after = 0; ;) {
    const page: readonly WorklistEvent[] = await connection.query<WorklistEvent>(
      `SELECT sequence, at, actor, action, query, detail, previous, hash FROM lumbago.events
       WHERE sequence > $1 AND ($2::int IS NULL OR query = $2::int) ORDER BY sequence LIMIT ${PAGE}`,
      [after, query ?? null],
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.sequence ?? after;
  }
}

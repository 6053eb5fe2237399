// Proof of the log: every hash is computed again, the head compared, and every query held against the last that the log says of it.
// In: a store. Out: how many events hold, or where and what is broken. Changes nothing.
import { digestText } from '../digest.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { hashEvent, NOTHING_BEFORE, readEvents, type Detail, type Receipt, type WorklistEvent } from './chain.ts';
import type { Connection, Database } from './database.ts';
import { nameOf, SELECT_QUERIES, type StoredQuery } from './find-query.ts';

/** `at` is the sequence of the first event that does not hold, absent when a query is at fault. */
export interface Verdict { readonly events: number; readonly queries: number; readonly head: Receipt; readonly faults: readonly { readonly at?: number; readonly says: string }[] }

/** Details of all events of a query, later ones over earlier. */
type Told = Map<number, { detail: Detail; count: number }>;

/** Verifies on one snapshot of the store, so that writers do not disturb it. `known` is a hash that was noted earlier and must still be there. */
export function verifyLog(database: Database, known?: string): Promise<Verdict> {
  return database.transaction(async (connection) => {
    await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    return verifyAll(connection, known);
  });
}

async function verifyAll(connection: Connection, known: string | undefined): Promise<Verdict> {
  const told: Told = new Map();
  let head: Receipt = { sequence: 0, hash: NOTHING_BEFORE };
  let met = known === undefined;
  for await (const event of readEvents(connection)) {
    const says = faultOf(event, head);
    if (says !== undefined) return { events: head.sequence, queries: 0, head, faults: [{ at: event.sequence, says }] };
    head = { sequence: event.sequence, hash: event.hash };
    met ||= event.hash === known;
    if (event.query !== null) tell(told, event.query, event.detail);
  }
  const [chain] = await connection.query<Receipt>('SELECT sequence, hash FROM lumbago.chain WHERE id = 1');
  const faults: { at?: number; says: string }[] = [];
  if (chain?.sequence !== head.sequence || chain.hash !== head.hash) faults.push({ at: head.sequence, says: `the log ends at event ${head.sequence}, but its head was at ${chain?.sequence ?? 'no event'}: events at the end are missing or were added by hand` });
  if (!met) faults.push({ says: 'the hash given with --known is not in the log: the log was cut off or written anew since' });
  const queries = await connection.query<StoredQuery>(`${SELECT_QUERIES} ORDER BY q.id`);
  for (const query of queries) for (const says of faultsOfQuery(query, told)) faults.push({ says: `${nameOf(query.id)}: ${says}` });
  for (const id of told.keys()) if (!queries.some((query) => query.id === id)) faults.push({ says: `${nameOf(id)}: is in the log but not in the worklist` });
  return { events: head.sequence, queries: queries.length, head, faults };
}

function faultOf(event: WorklistEvent, before: Receipt): string | undefined {
  if (event.sequence !== before.sequence + 1) return `event ${before.sequence + 1} is missing; the next one there is ${event.sequence}`;
  if (event.previous !== before.hash) return `event ${event.sequence} does not follow event ${before.sequence}: it names another hash`;
  if (hashEvent(event) !== event.hash) return `event ${event.sequence} was changed: its hash does not fit what it says`;
  return undefined;
}

function tell(told: Told, query: number, detail: Detail): void {
  const entry = told.get(query);
  told.set(query, { detail: { ...entry?.detail, ...detail }, count: (entry?.count ?? 0) + 1 });
}

/** Where the row of a query says something else than its events. */
function faultsOfQuery(query: StoredQuery, told: Told): readonly string[] {
  const entry = told.get(query.id);
  if (!entry) return ['is not in the log'];
  const { detail, count } = entry;
  const compared: readonly (readonly [string, Json | undefined, Json])[] = [
    ['status', detail.status, query.status],
    ['version', detail.version, query.version],
    ['number of events', count, query.version],
    ['query as composed', detail.composedSha256, digestText(canonicalJson(query.composed as unknown as Json))],
    ['text as sent', detail.sentSha256 ?? null, query.textAsSent === null ? null : digestText(query.textAsSent)],
    ['choice', detail.choice ?? null, query.answerChoice],
    ['answer in words', detail.answerSha256 ?? null, query.answerText === null ? null : digestText(query.answerText)],
    ['who answered', detail.name ?? null, query.answerName],
    ['outcome', detail.outcome ?? null, query.outcome],
  ];
  return compared.filter(([, logged, stored]) => logged !== stored).map(([what]) => `its ${what} is not what the log says`);
}

// One step in the life of a query: send, answer, close … In: which query, which step, who and when. Out: the query's new status and a receipt
// of the event, or a StoreError that says why not; then nothing was changed.
import { readEvents, write, type Receipt, type Writing } from './chain.ts';
import type { Connection, Database } from './database.ts';
import { effectOf } from './effects.ts';
import { StoreError } from './error.ts';
import { findQuery, nameOf, SELECT_QUERIES, type StoredQuery } from './find-query.ts';
import { checkStamp, type Stamp } from './stamp.ts';
import { describeRules, statusAfter, type Status, type Step } from './steps.ts';

export interface Order {
  /** `W12` or `n1/q1`. */
  readonly query: string;
  readonly step: Step;
  readonly stamp: Stamp;
  /** The version that was looked at; when the query has changed since, the step is refused. */
  readonly expect?: number;
}

export interface Change { readonly query: string; readonly status: Status; readonly version: number; readonly event: Receipt }

/** Takes the step. Of two who answer at once the second is told who answered and when. */
export async function takeStep(database: Database, { query, step, stamp, expect }: Order): Promise<Change> {
  const checked = checkStamp(stamp);
  return write(database, checked, async (writing) => {
    const stored = await findQuery(writing.connection, query);
    if (expect !== undefined && expect !== stored.version) throw new StoreError('refused', await describeChange(writing.connection, stored, expect));
    return changeQuery(writing, { stored, step, stamp: checked });
  });
}

/** Expires every query that was sent before the time and still waits for an answer; one transaction. */
export async function expireBefore(database: Database, before: string, stamp: Stamp): Promise<readonly Change[]> {
  const [checked, { now: limit }] = [checkStamp(stamp), checkStamp({ ...stamp, now: before })];
  return write(database, checked, async (writing) => {
    const waiting = await writing.connection.query<StoredQuery>(`${SELECT_QUERIES} WHERE q.status IN ('sent', 'read', 'deferred') AND q.sent_at < $1 ORDER BY q.id`, [limit]);
    const changes: Change[] = [];
    for (const stored of waiting) changes.push(await changeQuery(writing, { stored, step: { action: 'expire' }, stamp: checked }));
    return changes;
  });
}

interface Move { readonly stored: StoredQuery; readonly step: Step; readonly stamp: Stamp }

async function changeQuery({ connection, record }: Writing, { stored, step, stamp }: Move): Promise<Change> {
  const status = statusAfter(stored.status, step);
  if (status === undefined) throw new StoreError('refused', describeRefusal(stored, step));
  const { columns, detail } = effectOf(step, stored, stamp);
  const version = stored.version + 1;
  const names = Object.keys(columns);
  const [changed] = await connection.query<{ id: number }>(
    `UPDATE lumbago.queries SET status = $1, version = $2${names.map((name, index) => `, ${name} = $${index + 5}`).join('')} WHERE id = $3 AND version = $4 RETURNING id`,
    [status, version, stored.id, stored.version, ...Object.values(columns)],
  );
  if (!changed) throw new StoreError('refused', `${nameOf(stored.id)}: was changed by someone else at this moment; nothing was changed, look at it again`);
  const event = await record(step.action, stored.id, { ...detail, from: stored.status, status, version });
  return { query: nameOf(stored.id), status, version, event };
}

/** Says who was quicker when it was answered or ended already. */
function describeRefusal(stored: StoredQuery, step: Step): string {
  const { id, status, answeredAt, answerName, answerCredentials, closedAt } = stored;
  const answered = answeredAt === null ? [] : [`was answered by ${answerName}, ${answerCredentials}, at ${answeredAt}`];
  const ended = closedAt === null ? [] : [`is ${status} since ${closedAt}`];
  const stands = answered.length + ended.length === 0 ? [`is ${status}`] : [...answered, ...ended];
  return `${nameOf(id)}: ${stands.join(' and ')}; nothing was changed. ${describeRules(status, step)}`;
}

async function describeChange(connection: Connection, { id, version, status }: StoredQuery, expect: number): Promise<string> {
  let last = '';
  for await (const { actor, action, at } of readEvents(connection, id)) last = `${actor} did "${action}" at ${at}`;
  return `${nameOf(id)}: has changed since you looked (version ${expect}, now ${version}, ${status}): ${last}; nothing was changed, look at it again`;
}

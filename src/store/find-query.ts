// One query of the worklist: what a person calls it in, what is stored of it out. `W12`, or the note's id and the query's in its report: `n1/q1`.
import type { Query } from '../wire.ts';
import type { Connection } from './database.ts';
import { StoreError } from './error.ts';
import type { Outcome, Status } from './steps.ts';

/** An indicator that was left out of the query before it was sent; `indicator` counts from 1. */
export interface Unticked { readonly indicator: number; readonly reason: string; readonly by: string; readonly at: string }

/** A query with all that became of it. Times are ISO 8601 in UTC. */
export interface StoredQuery {
  readonly id: number;
  readonly key: string;
  readonly noteId: string;
  readonly noteDigest: string;
  readonly noteDate: string | null;
  readonly localId: string;
  readonly axis: string;
  readonly kind: string;
  readonly about: string;
  readonly template: string;
  /** As it came in the report. */
  readonly composed: Query;
  readonly status: Status;
  /** Counts the changes; whoever changes may say which version was read. */
  readonly version: number;
  readonly role: string;
  readonly assignee: string | null;
  readonly author: string;
  readonly createdAt: string;
  readonly unticked: readonly Unticked[];
  readonly sentAt: string | null;
  readonly textAsSent: string | null;
  readonly textSha256: string | null;
  readonly readAt: string | null;
  readonly answeredAt: string | null;
  readonly answerChoice: string | null;
  readonly answerText: string | null;
  readonly answerName: string | null;
  readonly answerCredentials: string | null;
  readonly closedAt: string | null;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
}

const COLUMNS: Readonly<Record<keyof StoredQuery, string>> = {
  id: 'q.id', key: 'q.key', noteId: 'n.note_id', noteDigest: 'n.digest', noteDate: 'n.service_date', localId: 'q.local_id', axis: 'q.axis', kind: 'q.kind',
  about: 'q.about', template: 'q.template', composed: 'q.composed', status: 'q.status', version: 'q.version', role: 'q.role', assignee: 'q.assignee',
  author: 'q.author', createdAt: 'q.created_at', unticked: 'q.unticked', sentAt: 'q.sent_at', textAsSent: 'q.text_as_sent', textSha256: 'q.text_sha256',
  readAt: 'q.read_at', answeredAt: 'q.answered_at', answerChoice: 'q.answer_choice', answerText: 'q.answer_text', answerName: 'q.answer_name',
  answerCredentials: 'q.answer_credentials', closedAt: 'q.closed_at', outcome: 'q.outcome', reason: 'q.reason',
};

/** A SELECT that gives StoredQuery rows; append WHERE and ORDER BY over `q` (queries) and `n` (notes). */
export const SELECT_QUERIES = `SELECT ${Object.entries(COLUMNS).map(([name, column]) => `${column} AS "${name}"`).join(', ')}
  FROM lumbago.queries q JOIN lumbago.notes n ON n.id = q.note`;

/** `W12`, as people write it. */
export const nameOf = (id: number): string => `W${id}`;

/** The query, or a StoreError that says that there is none. */
export async function findQuery(connection: Connection, called: string): Promise<StoredQuery> {
  const number = /^[Ww]?(\d{1,9})$/.exec(called)?.[1];
  const slash = called.lastIndexOf('/');
  const found = number !== undefined ? await connection.query<StoredQuery>(`${SELECT_QUERIES} WHERE q.id = $1`, [Number(number)])
    : slash === -1 || called.includes('\0') ? []
    : await connection.query<StoredQuery>(`${SELECT_QUERIES} WHERE n.note_id = $1 AND q.local_id = $2 ORDER BY q.id`, [called.slice(0, slash), called.slice(slash + 1)]);
  const [query, ...others] = found;
  if (!query) throw new StoreError('absent', `${shown(called)}: there is no such query in the worklist; "lumbago worklist list" shows them (write W12, or the note and its query: n1/q1)`);
  if (others.length > 0) throw new StoreError('usage', `${shown(called)}: could be ${found.map(({ id }) => nameOf(id)).join(' or ')}, of two texts of that note; write which`);
  return query;
}

const shown = (called: string): string => called.replace(/\p{Cc}/gu, '?').slice(0, 80);

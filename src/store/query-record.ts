// A stored query as other programs get it: one flat record of strings and numbers, and a list of them as CSV (RFC 4180).
// The internal view: axis and template are in it. Not for the provider.
import { csvLine } from '../format/parts/csv.ts';
import { nameOf, type StoredQuery } from './find-query.ts';

export type QueryRecord = Readonly<Record<string, string | number | null>>;

/** Names are columns of the CSV and fields of the JSON. */
export function queryRecord(query: StoredQuery): QueryRecord {
  return {
    query: nameOf(query.id), note: query.noteId, inReport: query.localId, status: query.status, version: query.version,
    axis: query.axis, kind: query.kind, about: query.about, template: query.template, title: query.composed.title,
    role: query.role, assignee: query.assignee, author: query.author,
    created: query.createdAt, sent: query.sentAt, read: query.readAt, answered: query.answeredAt, closed: query.closedAt,
    choice: query.answerChoice, answer: query.answerText, answeredBy: query.answerName, credentials: query.answerCredentials,
    outcome: query.outcome, reason: query.reason, unticked: query.unticked.map(({ indicator, reason }) => `${indicator}: ${reason}`).join('; '),
    textSha256: query.textSha256,
  };
}

const HEADER: readonly string[] = Object.keys(queryRecord({ composed: {}, unticked: [] } as unknown as StoredQuery));

/** CSV with a header line and CRLF line ends. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function recordsToCsv(records: readonly QueryRecord[]): string {
  return [HEADER, ...records.map((record) => HEADER.map((name) => record[name] ?? ''))].map((cells) => csvLine(cells, { guard: true })).join('');
}

// Queries and events of the worklist as lines for people. Control characters never reach the terminal.
import type { WorklistEvent } from '../../../store/chain.ts';
import { nameOf, type StoredQuery } from '../../../store/find-query.ts';

const harmless = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
const day = (time: string): string => time.slice(0, 10);

/** When the query came into its status. */
const since = (query: StoredQuery): string => day(query.closedAt ?? query.answeredAt ?? query.readAt ?? query.sentAt ?? query.createdAt);

/** Rows under a header, as wide as their widest cell; two spaces between. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(harmless));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => `${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('');
}

/** One line a query. */
export function queryTable(queries: readonly StoredQuery[]): string {
  if (queries.length === 0) return 'No query in the worklist fits.\n';
  return textTable(['ID', 'STATUS', 'SINCE', 'NOTE', 'AXIS', 'TO', 'TITLE'], queries.map((query) => [
    nameOf(query.id), query.outcome === null ? query.status : `${query.status} (${query.outcome})`, since(query),
    `${query.noteId}/${query.localId}`, query.axis, query.assignee ?? query.role, query.composed.title,
  ]));
}

/** One query on a page. */
export function queryPage(query: StoredQuery): string {
  const { id, composed, status, outcome, version, noteId, localId, noteDate, reason } = query;
  const left = new Map(query.unticked.map((one) => [one.indicator, one.reason]));
  const lines = [
    `${nameOf(id)} ${composed.title}`,
    `Status      ${status}${outcome === null ? '' : ` (${outcome})`}${reason === null ? '' : `, reason: ${reason}`}; version ${version}`,
    `Note        ${noteId}/${localId}, ${noteDate ?? 'undated'}`,
    `Gap         ${query.axis} of ${query.about}, ${query.kind}; template ${query.template}`,
    `To          ${query.assignee ?? 'nobody named'} (${query.role})`,
    `Question    ${composed.question}`,
    ...composed.indicators.map(({ text, start, end, section }, index) => {
      const why = left.get(index + 1);
      return `Indicator ${index + 1} ${section ?? 'note'} ${start}–${end} “${text}”${why === undefined ? '' : ` — left out: ${why}`}`;
    }),
    `Options     ${composed.options.map(({ value }) => value).join(', ')}`,
    ...(query.answeredAt === null ? [] : [`Answer      ${[query.answerChoice, query.answerText].filter((part) => part !== null).join(': ')} — ${query.answerName}, ${query.answerCredentials}, ${query.answeredAt}`]),
  ].map((line) => `${harmless(line)}\n`).join('');
  const sent = query.textAsSent === null ? '' : `As sent (${query.sentAt}, sha256 ${query.textSha256})\n${query.textAsSent.split('\n').map((line) => `  │ ${harmless(line)}\n`).join('')}`;
  return lines + sent;
}

/** `12  2026-11-20T10:00:00.000Z  ana  send  W3  to=…`. */
export function eventLine({ sequence, at, actor, action, query, detail, hash }: WorklistEvent): string {
  const told = Object.entries(detail).filter(([name, value]) => value !== null && !/Sha256$|^key$|^digest$/.test(name)).map(([name, value]) => `${name}=${String(value)}`);
  return `${harmless([String(sequence).padStart(4), at, actor, action, query === null ? '–' : nameOf(query), ...told, hash.slice(0, 8)].join('  '))}\n`;
}

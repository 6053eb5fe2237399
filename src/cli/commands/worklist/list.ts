// `lumbago worklist list`, `export` and `show`: what the worklist holds, for people and for programs.
import type { WorklistEvent } from '../../../store/chain.ts';
import type { QueryFilter } from '../../../store/list-queries.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { withStore, type StoreFlags } from './desk.ts';
import { eventLine, queryPage, queryTable } from './words.ts';

export interface ListFlags extends StoreFlags, QueryFilter { readonly format: 'text' | 'json' | 'csv' }

/** Lists the queries that fit, by number. */
export async function runList({ status, axis, assignee, ...flags }: ListFlags, io: Io): Promise<ExitCode> {
  const { listQueries } = await import('../../../store/list-queries.ts');
  const { queryRecord, recordsToCsv } = await import('../../../store/query-record.ts');
  const filter = { ...(status && { status }), ...(axis && { axis }), ...(assignee && { assignee }) };
  const queries = await withStore(flags, io, (database) => listQueries(database, filter));
  const records = queries.map(queryRecord);
  const written = flags.format === 'json' ? `${JSON.stringify(records, undefined, 2)}\n` : flags.format === 'csv' ? recordsToCsv(records) : queryTable(queries);
  await io.writeOut(written);
  return EXIT.done;
}

/** Shows one query whole: its content, the text as sent, the answer and its history. */
export async function runShow(called: string, flags: StoreFlags & { readonly format: 'text' | 'json' }, io: Io): Promise<ExitCode> {
  const { findQuery } = await import('../../../store/find-query.ts');
  const { readEvents } = await import('../../../store/chain.ts');
  const { query, events } = await withStore(flags, io, async (database) => {
    const found = await findQuery(database, called);
    const history: WorklistEvent[] = [];
    for await (const event of readEvents(database, found.id)) history.push(event);
    return { query: found, events: history };
  });
  await io.writeOut(flags.format === 'json' ? `${JSON.stringify({ ...query, history: events }, undefined, 2)}\n` : `${queryPage(query)}History\n${events.map((event) => `  ${eventLine(event)}`).join('')}`);
  return EXIT.done;
}

// The worklist as a list: what to look for in, queries in order of their numbers out.
import type { Connection, Value } from './database.ts';
import { SELECT_QUERIES, type StoredQuery } from './find-query.ts';
import type { Status } from './steps.ts';

/** All that is given must hold. */
export interface QueryFilter { readonly status?: Status; readonly axis?: string; readonly assignee?: string }

/** Queries of the worklist, by number. */
export function listQueries(connection: Connection, filter: QueryFilter = {}): Promise<readonly StoredQuery[]> {
  const wanted = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined && ['status', 'axis', 'assignee'].includes(entry[0]));
  const where = wanted.length === 0 ? '' : ` WHERE ${wanted.map(([column], index) => `q.${column} = $${index + 1}`).join(' AND ')}`;
  return connection.query<StoredQuery>(`${SELECT_QUERIES}${where} ORDER BY q.id`, wanted.map(([, value]): Value => value));
}

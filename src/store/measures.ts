// What a worklist measures: query rate, response rate, agree rate, turnaround, each with its denominator, over all or by axis, template, author
// or provider. In: a connection. Out: plain numbers; a rate over nothing is null, never NaN. Not its job: how they look.
import type { Connection } from './database.ts';
import type { StoredQuery } from './find-query.ts';

export const GROUPINGS = ['axis', 'template', 'author', 'provider'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Rate { readonly numerator: number; readonly denominator: number; readonly value: number | null }

/** In hours; `over` is the number of answers. */
export interface Turnaround { readonly over: number; readonly median: number | null; readonly p90: number | null }

export interface Measure {
  /** The axis, template, author or provider; `all` without a grouping. */
  readonly group: string;
  readonly notes: number;
  readonly drafts: number;
  readonly sent: number;
  readonly closedWithoutQuery: number;
  readonly queryRate: Rate;
  readonly responseRate: Rate;
  readonly agreeRate: Rate;
  readonly turnaroundHours: Turnaround;
}

/** What the numbers mean, to be shown with them. */
export const DEFINITIONS: Readonly<Record<'queryRate' | 'responseRate' | 'agreeRate' | 'turnaroundHours', string>> = {
  queryRate: 'queries sent / notes reviewed (added to the worklist, with or without a query; by author: those that the author added)',
  responseRate: 'queries answered / queries sent (whatever became of them later)',
  agreeRate: 'closed as agreed / closed as agreed, disagreed or other (answered, and an outcome recorded by a person)',
  turnaroundHours: 'from sent to answered; median, and the smallest time within which 90% were answered',
};

type Measured = Pick<StoredQuery, 'axis' | 'template' | 'author' | 'assignee' | 'status' | 'outcome' | 'sentAt' | 'answeredAt'>;

const GROUP_OF: Readonly<Record<Grouping, (query: Measured) => string>> = {
  axis: ({ axis }) => axis, template: ({ template }) => template, author: ({ author }) => author, provider: ({ assignee }) => assignee ?? 'nobody named',
};

/** One measure for all queries, or one for each group, in order of the group's name. */
export async function measureWorklist(connection: Connection, by?: Grouping): Promise<readonly Measure[]> {
  const reviewed = await connection.query<{ author: string; notes: number }>('SELECT added_by AS author, count(*)::int AS notes FROM lumbago.notes GROUP BY added_by ORDER BY added_by');
  const queries = await connection.query<Measured>('SELECT axis, template, author, assignee, status, outcome, sent_at AS "sentAt", answered_at AS "answeredAt" FROM lumbago.queries ORDER BY id');
  const all = reviewed.reduce((sum, { notes }) => sum + notes, 0);
  if (by === undefined) return [measure('all', queries, all)];
  const groups = new Map<string, Measured[]>(by === 'author' ? reviewed.map(({ author }) => [author, []]) : []);
  for (const query of queries) {
    const group = GROUP_OF[by](query);
    const members = groups.get(group);
    if (members) members.push(query);
    else groups.set(group, [query]);
  }
  const notesOf = (group: string): number => (by === 'author' ? reviewed.find(({ author }) => author === group)?.notes ?? 0 : all);
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([group, members]) => measure(group, members, notesOf(group)));
}

function measure(group: string, queries: readonly Measured[], notes: number): Measure {
  const sent = queries.filter(({ sentAt }) => sentAt !== null).length;
  const answered = queries.filter(({ answeredAt }) => answeredAt !== null);
  const judged = queries.filter(({ outcome }) => outcome !== null && outcome !== 'no-response');
  return {
    group, notes, sent,
    drafts: queries.filter(({ status }) => status === 'draft').length,
    closedWithoutQuery: queries.filter(({ status, sentAt }) => status === 'closed' && sentAt === null).length,
    queryRate: rate(sent, notes),
    responseRate: rate(answered.length, sent),
    agreeRate: rate(judged.filter(({ outcome }) => outcome === 'agreed').length, judged.length),
    turnaroundHours: turnaround(answered.map(({ sentAt, answeredAt }) => (Date.parse(answeredAt ?? '') - Date.parse(sentAt ?? '')) / 3_600_000)),
  };
}

const rate = (numerator: number, denominator: number): Rate => ({ numerator, denominator, value: denominator === 0 ? null : numerator / denominator });

/** The median of an even number is the mean of the middle two; p90 is the nearest rank. */
function turnaround(hours: readonly number[]): Turnaround {
  const sorted = hours.toSorted((one, other) => one - other);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return { over: 0, median: null, p90: null };
  return { over: sorted.length, median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2, p90: at(Math.ceil(sorted.length * 0.9) - 1) };
}

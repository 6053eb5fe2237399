// The page's side of the worklist API of `lumbago serve`: questions in, answers or an error in words out.
// Nothing of a note is sent: queries are named by number, steps hold what the specialist typed.
import type { WorklistEvent } from '../../../store/chain.ts';
import type { StoredQuery } from '../../../store/find-query.ts';
import type { Grouping, Measure } from '../../../store/measures.ts';
import type { Status, Step } from '../../../store/steps.ts';

/** A line of the list, as the server gives it. */
export interface ListedQuery {
  readonly query: string; readonly note: string; readonly inReport: string; readonly status: Status; readonly version: number;
  readonly axis: string; readonly kind: string; readonly title: string; readonly role: string; readonly assignee: string | null; readonly author: string;
  readonly created: string; readonly sent: string | null; readonly read: string | null; readonly answered: string | null; readonly closed: string | null; readonly outcome: string | null;
}

export interface QueryList { readonly place: string; readonly actor: string; readonly queries: readonly ListedQuery[] }
export type WholeQuery = StoredQuery & { readonly history: readonly WorklistEvent[] };
export interface Measured { readonly by: Grouping | null; readonly measures: readonly Measure[]; readonly definitions: Readonly<Record<string, string>> }

/** The server could not be reached, or said no. `code` is that of the API; `unreachable` when there was no answer. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const askList = (): Promise<QueryList> => ask('queries');
export const askQuery = (query: string): Promise<WholeQuery> => ask(`queries/${query}`);
export const askText = async (query: string): Promise<string> => (await ask<{ readonly text: string }>(`queries/${query}/text`)).text;
export const askMeasures = (by: Grouping): Promise<Measured> => ask(`measures?by=${by}`);

/** Takes a step. `expect` is the version that was looked at: when someone was quicker, the server refuses. */
export const askStep = (query: string, body: { readonly step: Step; readonly by: string; readonly expect: number }): Promise<{ readonly status: Status }> =>
  ask(`queries/${query}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function ask<T>(path: string, asking: RequestInit = {}): Promise<T> {
  const response = await fetch(`/api/worklist/${path}`, { ...asking, redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => {
    throw new ServerError('unreachable', 'The local server does not answer. Start "lumbago serve" again, then ask again.');
  });
  const answer = await (response.json() as Promise<T & { readonly error?: { readonly code: string; readonly message: string } }>).catch(() => {
    throw new ServerError('unreadable', 'The local server gave an answer that is not JSON. Reload the page.');
  });
  if (response.ok) return answer;
  throw new ServerError(answer.error?.code ?? 'unknown', answer.error?.message ?? `The local server answered with status ${response.status}.`);
}

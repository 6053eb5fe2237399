// The state of the worklist view: the list as last read, the filters, the chosen query, the measures. One place; what is shown is derived.
import { batch, computed, signal } from '@preact/signals';
import type { Grouping } from '../../../store/measures.ts';
import { STATUSES, type Status, type Step } from '../../../store/steps.ts';
import { say } from '../../state/voice.ts';
import { askList, askMeasures, askQuery, askStep, askText, ServerError, type ListedQuery, type Measured, type QueryList, type WholeQuery } from './ask-server.ts';

export const list = signal<QueryList | undefined>(undefined);
export const fault = signal<ServerError | undefined>(undefined);
/** What happened last, in one line. */
export const said = signal('');

export const status = signal<Status | 'all'>('all');
export const axis = signal('');
export const assignee = signal('');
export const words = signal('');

/** The query that is open; a draft with the text that it goes out with when nobody writes another. */
export const chosen = signal<(WholeQuery & { readonly toSend?: string }) | undefined>(undefined);
export const grouping = signal<Grouping>('axis');
export const measured = signal<Measured | undefined>(undefined);

/** Who takes the steps; the server's user until told otherwise. */
export const actor = signal('');

const all = computed<readonly ListedQuery[]>(() => list.value?.queries ?? []);

/** What a person would call the one who has the query. */
export const holderOf = ({ assignee: name, role }: ListedQuery): string => name ?? role;

const matches = ({ query, note, title }: ListedQuery, sought: string): boolean => `${query} ${note} ${title}`.toLowerCase().includes(sought.trim().toLowerCase());

/** Queries that fit all filters but the status: the counts of the status buttons are of these. */
const inFilters = computed<readonly ListedQuery[]>(() => all.value.filter((query) =>
  (axis.value === '' || query.axis === axis.value) && (assignee.value === '' || holderOf(query) === assignee.value) && matches(query, words.value)));

export const shown = computed<readonly ListedQuery[]>(() => inFilters.value.filter((query) => status.value === 'all' || query.status === status.value));

/** How many are in each status, the statuses of the life of a query in their order; those that are empty everywhere are left out. */
export const statusCounts = computed<readonly { readonly status: Status; readonly count: number }[]>(() => STATUSES
  .filter((one) => all.value.some((query) => query.status === one))
  .map((one) => ({ status: one, count: inFilters.value.filter((query) => query.status === one).length })));

export const filteredCount = computed<number>(() => inFilters.value.length);
export const axes = computed<readonly string[]>(() => [...new Set(all.value.map((query) => query.axis))].sort());
export const assignees = computed<readonly string[]>(() => [...new Set(all.value.map(holderOf))].sort());

/** Reads list and measures anew; the chosen query too. */
export async function refresh(): Promise<void> {
  await attempt(async () => {
    const fresh = await askList();
    const counted = await askMeasures(grouping.value);
    const again = chosen.value && await askWhole(`W${chosen.value.id}`);
    batch(() => {
      list.value = fresh;
      measured.value = counted;
      chosen.value = again;
      fault.value = undefined;
      if (actor.value === '') actor.value = fresh.actor;
    });
  });
}

async function askWhole(called: string): Promise<NonNullable<typeof chosen.value>> {
  const query = await askQuery(called);
  return query.status === 'draft' ? { ...query, toSend: await askText(called) } : query;
}

export async function chooseQuery(query: string): Promise<void> {
  await attempt(async () => { chosen.value = await askWhole(query); });
}

export async function chooseGrouping(by: Grouping): Promise<void> {
  grouping.value = by;
  await attempt(async () => { measured.value = await askMeasures(by); });
}

/** Takes a step of the chosen query; true when it was taken. When it was refused the query is read anew, for it may have changed. */
export async function takeStep(step: Step): Promise<boolean> {
  const query = chosen.value;
  if (!query) return false;
  try {
    const { status: now } = await askStep(`W${query.id}`, { step, by: actor.value, expect: query.version });
    await refresh();
    tellNow(`W${query.id} is ${now}.`);
    return true;
  } catch (error) {
    await refresh();
    tellNow(asServerError(error).message);
    return false;
  }
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fault.value = asServerError(error);
    say(fault.value.message);
  }
}

/** Shows a line above the list, and says it. */
function tellNow(words: string): void {
  said.value = words;
  say(words);
}

function asServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  throw error;
}

// What each step writes: columns of the query, and the detail of its event. The detail holds no note text: of an answer in free words and of the
// text as sent it holds the digest. In: a checked step and the query as it stands. Out: plain records. Not its job: whether the step is possible.
import { digestText } from '../digest.ts';
import type { Query } from '../wire.ts';
import type { Detail } from './chain.ts';
import type { Value } from './database.ts';
import { StoreError } from './error.ts';
import { nameOf, type StoredQuery } from './find-query.ts';
import { readQueryText } from '../query/read-query-text.ts';
import { checkCompliance } from './check-compliance.ts';
import { sentText } from './sent-text.ts';
import { checkWords, type Stamp } from './stamp.ts';
import type { Action, Step } from './steps.ts';

export interface Effect { readonly columns: Readonly<Record<string, Value>>; readonly detail: Detail }

/** The text that a draft goes out with when nobody writes another. */
export const textToSend = (query: StoredQuery): string => sentText(tickedQuery(query), { id: query.noteId, date: query.noteDate });

type Take<A extends Action> = (step: Extract<Step, { action: A }>, query: StoredQuery, stamp: Stamp) => Effect;

const EFFECTS: { readonly [A in Action]: Take<A> } = {
  untick({ indicator, reason }, query, { now, actor }) {
    const count = query.composed.indicators.length;
    if (!Number.isInteger(indicator) || indicator < 1 || indicator > count) throw new StoreError('usage', `${nameOf(query.id)}: has no indicator ${indicator}; they are numbered 1 to ${count}`);
    if (query.unticked.some((one) => one.indicator === indicator)) throw new StoreError('refused', `${nameOf(query.id)}: indicator ${indicator} is left out already`);
    const words = checkWords(reason, '--reason');
    return { columns: { unticked: JSON.stringify([...query.unticked, { indicator, reason: words, by: actor, at: now }]) }, detail: { indicator, reason: words } };
  },
  send({ to, text }, query, { now }) {
    const assignee = to === undefined ? query.assignee : checkWords(to, '--to');
    const sent = text === undefined ? textToSend(query) : checkWords(text, '--text');
    checkCompliance(readQueryText(sent));
    const sha256 = digestText(sent);
    return { columns: { sent_at: now, text_as_sent: sent, text_sha256: sha256, assignee }, detail: { sentSha256: sha256, written: text === undefined ? 'by lumbago' : 'by hand', to: assignee } };
  },
  read: (_step, _query, { now }) => ({ columns: { read_at: now }, detail: {} }),
  defer: ({ reason }) => explained({}, reason),
  answer({ choice, text, name, credentials }, query, { now }) {
    if (choice === undefined && text === undefined) throw new StoreError('usage', 'an answer needs --choose or --text');
    const chosen = choice === undefined ? null : optionOf(choice, query);
    const words = text === undefined ? null : checkWords(text, '--text');
    const who = { name: checkWords(name, '--by'), credentials: checkWords(credentials, '--credentials') };
    return {
      columns: { answered_at: now, answer_choice: chosen, answer_text: words, answer_name: who.name, answer_credentials: who.credentials },
      detail: { choice: chosen, answerSha256: words === null ? null : digestText(words), ...who },
    };
  },
  close: ({ outcome, reason }, _query, { now }) => explained({ closed_at: now, outcome }, reason, { outcome }),
  'close-gap': ({ reason, remark }, _query, { now }) => ({
    columns: { closed_at: now, reason }, detail: { reason, ...(remark === undefined ? {} : { remark: checkWords(remark, '--remark') }) },
  }),
  cancel: ({ reason }, _query, { now }) => explained({ closed_at: now }, reason),
  reassign: ({ to, reason }, query) => explained({ assignee: checkWords(to, '--to') }, reason, { to: checkWords(to, '--to'), before: query.assignee }),
  expire: (_step, _query, { now }) => ({ columns: { closed_at: now }, detail: {} }),
};

/** What the step writes; a StoreError when what it takes makes no sense for this query. */
export function effectOf(step: Step, query: StoredQuery, stamp: Stamp): Effect {
  return (EFFECTS[step.action] as Take<Action>)(step, query, stamp);
}

/** Columns and detail with the reason in both, when there is one. */
function explained(columns: Readonly<Record<string, Value>>, reason: string | undefined, detail: Detail = {}): Effect {
  if (reason === undefined) return { columns, detail };
  const words = checkWords(reason, '--reason');
  return { columns: { ...columns, reason: words }, detail: { ...detail, reason: words } };
}

/** The query without the indicators that were left out; one must remain. */
function tickedQuery({ id, composed, unticked }: StoredQuery): Query {
  const left = new Set(unticked.map(({ indicator }) => indicator - 1));
  const indicators = composed.indicators.filter((_, index) => !left.has(index));
  if (indicators.length === 0) throw new StoreError('refused', `${nameOf(id)}: has no indicator left, and a query without one may not be sent; close the gap instead: lumbago worklist close-gap ${nameOf(id)} --reason insufficient-clinical-evidence`);
  return { ...composed, indicators };
}

/** The value of an option, by value or label. */
function optionOf(choice: string, { id, composed }: StoredQuery): string {
  const wanted = choice.toLowerCase();
  const option = composed.options.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted);
  if (option) return option.value;
  throw new StoreError('usage', `${nameOf(id)}: --choose is not one of its options: ${composed.options.map(({ value }) => value).join(', ')}; or answer in words with --text`);
}

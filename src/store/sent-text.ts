// The text of a query as a provider gets it when nobody wrote one by hand: the provider view of `lumbago query`, as plain text.
// No code, rule, outcome or impact in it. Not its job: sending it anywhere.
import { queryText } from '../format/query/text.ts';
import { loadKnowledge } from '../lexicon/load.ts';
import { documentOf } from '../query/document-of.ts';
import type { Query } from '../wire.ts';

/** What the provider must know of the note: its surrogate id and the date of service. */
export interface SentNote { readonly id: string; readonly date: string | null }

/** Plain text with LF line ends; `lumbago query lint` reads it back. */
export function sentText(query: Query, { id, date }: SentNote): string {
  return queryText.render([documentOf(query, { id, date: date ?? undefined }, loadKnowledge())]);
}

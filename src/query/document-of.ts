// The provider's view of a query: what was asked and what it rests on, without codes, rules, candidates or outcomes.
// In: a query of a report and the note it is about. Out: a document that may leave the house.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Query, QueryDocument } from '../wire.ts';

/** What a query document says of its note: the surrogate encounter id and the date of service. */
export interface Encounter { readonly id: string; readonly date?: string | undefined }

/** Makes the document of a query; a note without a date of service is "undated". */
export function documentOf(query: Query, encounter: Encounter, { sections }: Knowledge): QueryDocument {
  const { id, axis, kind, recipient, title, question, indicators, options } = query;
  const date = encounter.date ?? 'undated';
  return {
    schema: 'lumbago/query@1', id, encounter: encounter.id, date, recipient, axis, kind, title, question,
    indicators: indicators.map(({ start, end, text, section }) => ({ document: encounter.id, ...(section !== undefined && { section: sections.get(section)?.label ?? 'Note' }), date, start, end, text })),
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

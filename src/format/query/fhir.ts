// Queries for a FHIR R4 server: a Bundle with a Questionnaire and a Task for each.
// In: query documents. Out: JSON. Ids are made from the encounter and the query, so the same query gives the same resource.
import type { QueryDocument } from '../../wire.ts';
import { oneLine } from '../parts/visible.ts';
import type { QueryFormat } from './query-format.ts';
import { placeOfQuote } from './text.ts';

/** FHIR ids: letters, digits, hyphen and dot, 64 at most. */
const idOf = ({ encounter = 'encounter', id = 'query' }: QueryDocument): string => `${encounter}-${id}`.replace(/[^A-Za-z0-9.-]/g, '-').slice(-64);

const questionnaireOf = (query: QueryDocument): object => ({
  resourceType: 'Questionnaire', id: idOf(query), status: 'active', title: query.title, subjectType: ['Patient'],
  ...(query.date !== undefined && query.date !== 'undated' && { date: query.date }),
  item: [
    { linkId: 'indicators', type: 'group', text: 'Clinical indicators', item: query.indicators.map((one, at) => ({ linkId: `indicators.${at + 1}`, type: 'display', text: `"${oneLine(one.text)}" (${placeOfQuote(one)})` })) },
    query.options.length
      ? { linkId: 'answer', type: 'open-choice', required: true, text: query.question, answerOption: query.options.map(({ label }) => ({ valueString: label })) }
      : { linkId: 'answer', type: 'text', required: true, text: query.question },
    { linkId: 'comment', type: 'text', text: 'Comment' }, { linkId: 'name', type: 'string', text: 'Name' },
    { linkId: 'credentials', type: 'string', text: 'Credentials' }, { linkId: 'signed', type: 'dateTime', text: 'Date and time' },
  ],
});

const taskOf = (query: QueryDocument): object => ({
  resourceType: 'Task', id: `${idOf(query)}`, status: 'requested', intent: 'order', code: { text: 'Clarification of documentation' }, description: query.title,
  focus: { reference: `Questionnaire/${idOf(query)}` },
  ...(query.encounter !== undefined && { encounter: { identifier: { value: query.encounter } } }),
  ...(query.recipient !== undefined && { performerType: [{ text: query.recipient }] }),
});

export const queryFhir: QueryFormat = {
  name: 'fhir', extension: 'fhir.json', describe: 'FHIR R4: a Bundle of Questionnaire and Task',
  render: (queries) => `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: queries.flatMap((query) => [{ resource: questionnaireOf(query) }, { resource: taskOf(query) }]) })}\n`,
};

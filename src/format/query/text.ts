// A query as plain text for the message box of a health record: no markup, no colour, 78 columns.
// In: a query document. Out: lines that read-query-text.ts reads back. It words nothing of its own but labels.
import type { QueryDocument, Quoted } from '../../wire.ts';
import { oneLine } from '../parts/visible.ts';
import { wrapWords } from '../text/wrap.ts';
import type { QueryFormat } from './query-format.ts';

const WIDTH = 78;
const BLANK = '_'.repeat(30);

/** Where a quote stands: "Assessment, 2026-11-15, n1 40-47". */
export function placeOfQuote({ section, date, document, start, end }: Quoted): string {
  const place = document === undefined || start === undefined || end === undefined ? [] : [`${oneLine(document)} ${start}-${end}`];
  return [...(section ? [section] : []), date ?? 'undated', ...place].join(', ');
}

const headOf = ({ encounter, date, recipient }: QueryDocument): string => [
  ...(encounter === undefined ? [] : [`Encounter: ${oneLine(encounter)}`]), `Date of service: ${date ?? 'undated'}`, `To: ${recipient ?? ''}`,
].join(' | ');

const optionLine = ({ label }: QueryDocument['options'][number]): string => wrapWords(/specify/i.test(label) ? `${label}: ${BLANK}` : label, { first: '  [ ] ', width: WIDTH });

function renderText(query: QueryDocument): string {
  return [
    'REQUEST FOR CLARIFICATION', headOf(query), '',
    query.title, '',
    'Clinical indicators', ...query.indicators.map((one) => wrapWords(`"${oneLine(one.text)}" (${one.earlier ? 'earlier encounter, ' : ''}${placeOfQuote(one)})`, { first: '  - ', width: WIDTH })), '',
    'Question', wrapWords(query.question, { first: '  ', width: WIDTH }), '',
    ...(query.options.length ? ['Please choose one', ...query.options.map(optionLine), ''] : []),
    'Response', `  Comment: ${BLANK}${BLANK}`, `  Name: ${BLANK}`, `  Credentials: ${BLANK}`, `  Date and time: ${BLANK}`, '',
  ].join('\n');
}

export const queryText: QueryFormat = { name: 'text', extension: 'txt', describe: 'plain text for the message box of a health record', render: (queries) => queries.map(renderText).join(`\n${'-'.repeat(WIDTH)}\n\n`) };

// Queries in Markdown.
import type { QueryDocument } from '../../wire.ts';
import { oneLine } from '../parts/visible.ts';
import type { QueryFormat } from './query-format.ts';
import { placeOfQuote } from './text.ts';

/** Signs that Markdown would take for its own. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

const renderMarkdown = (query: QueryDocument): string => [
  `## ${plain(query.title)}`, '',
  `Encounter ${plain(query.encounter ?? '')} · Date of service ${query.date ?? 'undated'} · To: ${plain(query.recipient ?? '')}`, '',
  '**Clinical indicators**', '', ...query.indicators.map((one) => `- “${plain(one.text)}” (${one.earlier ? 'earlier encounter, ' : ''}${plain(placeOfQuote(one))})`), '',
  plain(query.question), '',
  ...query.options.map(({ label }) => `- ☐ ${plain(label)}`), ...(query.options.length ? [''] : []),
  '**Response**', '', '| Comment | Name | Credentials | Date and time |', '| --- | --- | --- | --- |', '|  |  |  |  |', '',
].join('\n');

export const queryMarkdown: QueryFormat = { name: 'markdown', extension: 'md', describe: 'Markdown', render: (queries) => queries.map(renderMarkdown).join('\n---\n\n') };

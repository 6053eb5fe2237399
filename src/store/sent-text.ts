// The text of a query as a provider gets it when nobody wrote one by hand: title, indicators, question, options, response block.
// No code, rule, outcome or impact in it. Not its job: sending it anywhere.
import type { Query } from '../wire.ts';

/** What the provider must know of the note: its surrogate id and the date of service. */
export interface SentNote { readonly id: string; readonly date: string | null }

/** Plain text with LF line ends. */
export function sentText(query: Query, note: SentNote): string {
  const { title, recipient, indicators, question, options } = query;
  const date = note.date ?? 'undated';
  return [
    title, '',
    `Note ${readable(note.id)}, ${date === 'undated' ? date : `visit of ${date}`}`,
    `To: ${recipient}`, '',
    'Clinical indicators',
    ...indicators.map(({ section, text }) => `- ${placeOf(section)} (${date}): “${readable(text)}”`), '',
    question,
    ...options.map(({ label }) => `☐ ${label}`), '',
    'Response',
    'Choice: ____________________',
    'In your own words: ____________________',
    'Name, credentials: ____________________',
    'Date, time: ____________________', '',
  ].join('\n');
}

/** A quote on one line: line breaks and control characters become spaces, its words stay. */
const readable = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/\p{Surrogate}/gu, '\ufffd');

const placeOf = (section: string | undefined): string => {
  const words = (section ?? 'note').replaceAll('-', ' ');
  return words === 'hpi' ? 'HPI' : words.charAt(0).toUpperCase() + words.slice(1);
};

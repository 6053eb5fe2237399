// A query as plain text (what format/query/text.ts writes, or a person in its manner) → a query document, for the linter.
// In: text. Out: a document with what could be read; what is missing, the rules tell. Lines it cannot place belong to the field above them.
import type { QueryDocument, Quoted } from '../wire.ts';

const HEAD = /^(?:Encounter:\s*([^|]*?)\s*\|\s*)?Date of service:\s*(\S+)\s*\|\s*To:\s*(.*)$/;
const BARE_HEAD = /^(To|Recipient|Encounter|Date of service|Date|Title|Question):\s*(.*)$/i;
const OPTION = /^\s*(?:\[([ xX]?)\]|([☐☑☒□])|\(([ xX]?)\))\s*(.*)$/u;
const QUOTE = /^\s*[-*•]?\s*["“](.*)["”]\s*\((.*)\)\s*$/;
const LABELS = /^(?:REQUEST FOR CLARIFICATION|Clinical indicators:?|Please choose one:?|Question:?)$/i;
const RESPONSE = /^Response:?$/i;
const PLACE = /^(.*\S)\s+(\d+)-(\d+)$/;
const DATE = /^(?:\d{4}-\d\d-\d\d|undated)$/;

/** "Assessment, 2026-11-15, n1 40-47" → section, date, document and offsets. */
function readQuote(text: string, place: string): Quoted {
  const parts = place.split(/,\s*/);
  const earlier = parts[0] === 'earlier encounter';
  const date = parts.find((part) => DATE.test(part));
  const [, document, start, end] = parts.map((part) => PLACE.exec(part)).find((found) => found !== null) ?? [];
  const section = parts.find((part) => part !== 'earlier encounter' && !DATE.test(part) && !PLACE.test(part));
  return {
    ...(document !== undefined && { document, start: Number(start), end: Number(end) }), ...(section !== undefined && { section }),
    ...(date !== undefined && { date }), text, ...(earlier && { earlier: true }),
  };
}

interface Draft { encounter?: string; date?: string; recipient?: string; title?: string; question: string[]; indicators: Quoted[]; options: QueryDocument['options'][number][]; field: 'title' | 'question' | 'indicators' | 'options' }

const FIELDS: Readonly<Record<string, 'recipient' | 'encounter' | 'date'>> = { to: 'recipient', recipient: 'recipient', encounter: 'encounter', 'date of service': 'date', date: 'date' };

/** A quote that was wrapped over lines is one line again. */
const unwrap = (text: string): readonly string[] => text.split(/\r?\n/).reduce<string[]>((lines, line) => {
  const open = lines.at(-1);
  const goesOn = open !== undefined && /^\s*[-*•]\s*["“]/.test(open) && !/\)\s*$/.test(open) && line.trim() !== '';
  return goesOn ? [...lines.slice(0, -1), `${open} ${line.trim()}`] : [...lines, line];
}, []);

function takeLine(line: string, draft: Draft): void {
  const head = HEAD.exec(line.trim());
  const bare = BARE_HEAD.exec(line.trim());
  const option = OPTION.exec(line);
  const quote = QUOTE.exec(line);
  if (head) Object.assign(draft, { ...(head[1] !== undefined && { encounter: head[1] }), date: head[2], recipient: head[3] });
  else if (LABELS.test(line.trim())) draft.field = /indicators/i.test(line) ? 'indicators' : /choose/i.test(line) ? 'options' : /^question/i.test(line.trim()) ? 'question' : 'title';
  else if (bare && FIELDS[bare[1]!.toLowerCase()]) draft[FIELDS[bare[1]!.toLowerCase()]!] = bare[2]!;
  else if (bare) { draft.field = bare[1]!.toLowerCase() === 'title' ? 'title' : 'question'; takeWords(bare[2]!, draft); }
  else if (option) draft.options.push({ label: option[4]!.replace(/:?\s*_+\s*$/, '').trim(), ...(isChosen(option) && { chosen: true }) });
  else if (quote) draft.indicators.push(readQuote(quote[1]!, quote[2]!));
  else takeWords(line.trim(), draft);
}

const isChosen = ([, box, sign, round]: RegExpExecArray): boolean => /[xX]/.test(box ?? '') || /[☑☒]/u.test(sign ?? '') || /[xX]/.test(round ?? '');

function takeWords(words: string, draft: Draft): void {
  if (words === '') return;
  if (draft.field === 'indicators') draft.indicators.push({ text: words.replace(/^[-*•]\s*/, '') });
  else if (draft.title === undefined) { draft.title = words; draft.field = 'question'; }
  else if (draft.options.length === 0) draft.question.push(words);
}

/** What stands between the queries of one text. */
export const QUERY_SEPARATOR = /^-{20,}$/m;

/** Reads a query from its text. */
export function readQueryText(text: string): QueryDocument {
  const draft: Draft = { question: [], indicators: [], options: [], field: 'title' };
  for (const line of unwrap(text)) {
    if (RESPONSE.test(line.trim())) break;
    takeLine(line, draft);
  }
  const { question, title = '', field: _, ...rest } = draft;
  return { schema: 'lumbago/query@1', ...rest, title, question: question.join(' ') };
}

// Reads the short cases of corpora/cases: title, settings, note, `==>`, one expectation a line.
// Strict on purpose: a case without a note, without an expectation, or with a line it does not know is an error that names file and line.
import type { Assertion } from '../src/types.ts';
import type { Candidate, NoteInput } from '../src/wire.ts';

/** One line after `==>`, as it is meant. */
export type Expectation =
  | { readonly kind: 'code'; readonly code: string; readonly status?: Candidate['status'] }
  | { readonly kind: 'may'; readonly code: string }
  | { readonly kind: 'not-code'; readonly pattern: string }
  | { readonly kind: 'no-codes' }
  | { readonly kind: 'first'; readonly code: string }
  | { readonly kind: 'exactly' }
  | { readonly kind: 'query'; readonly axis: string }
  | { readonly kind: 'no-query'; readonly axis?: string }
  | { readonly kind: 'excluded'; readonly code: string; readonly words: string }
  | { readonly kind: 'fact'; readonly axis: string; readonly value: string; readonly label: FactLabel }
  | { readonly kind: 'no-fact'; readonly axis: string; readonly value?: string };

/** One case: the note to analyze and what must hold of its report. */
export interface Case {
  readonly title: string;
  readonly line: number;
  readonly note: NoteInput;
  readonly expectations: readonly Expectation[];
}

const FACT_LABELS = ['present', 'absent', 'possible', 'historical', 'planned', 'family'] as const;
export type FactLabel = (typeof FACT_LABELS)[number];

const CODE = String.raw`[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?`;
const AXIS = 'laterality|region|specificity|chronicity|cause|imaging-correlation|certainty|conflict|encounter';

type Reader = (words: readonly string[]) => Expectation;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`^(${CODE})$`), ([code = '']) => ({ kind: 'code', code })],
  [new RegExp(`^(${CODE}) (supported|underspecified|conflicting)$`), ([code = '', status]) => ({ kind: 'code', code, status: status as Candidate['status'] })],
  [new RegExp(`^may (${CODE})$`), ([code = '']) => ({ kind: 'may', code })],
  [new RegExp(String.raw`^not ([A-Z]\d[0-9A-Z.]*\*?)$`), ([pattern = '']) => ({ kind: 'not-code', pattern })],
  [new RegExp(`^first (${CODE})$`), ([code = '']) => ({ kind: 'first', code })],
  [/^codes: none$/, () => ({ kind: 'no-codes' })],
  [/^exactly$/, () => ({ kind: 'exactly' })],
  [new RegExp(`^query (${AXIS})$`), ([axis = '']) => ({ kind: 'query', axis })],
  [/^no query$/, () => ({ kind: 'no-query' })],
  [new RegExp(`^no query (${AXIS})$`), ([axis = '']) => ({ kind: 'no-query', axis })],
  [new RegExp(`^excluded (${CODE}): (.+)$`), ([code = '', words = '']) => ({ kind: 'excluded', code, words })],
  [/^no fact ([a-z]+)$/, ([axis = '']) => ({ kind: 'no-fact', axis })],
  [/^no fact ([a-z]+) (\S+)$/, ([axis = '', value = '']) => ({ kind: 'no-fact', axis, value })],
  [new RegExp(`^fact ([a-z]+) (\\S+) (${FACT_LABELS.join('|')})$`), ([axis = '', value = '', label]) => ({ kind: 'fact', axis, value, label: label as FactLabel })],
];

/** Cuts one file into its cases. Throws an error that names `file` and the line at the first thing it does not know. */
export function parseCases(file: string, text: string): Case[] {
  const cases: Case[] = [];
  let block: Line[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.startsWith('# ') && block.length > 0) { cases.push(readCase(file, block)); block = []; }
    if (block.length > 0 || content.trim() !== '') block.push({ number: index + 1, content });
  }
  if (block.length > 0) cases.push(readCase(file, block));
  return cases;
}

interface Line { readonly number: number; readonly content: string }

function readCase(file: string, block: readonly Line[]): Case {
  const [title, ...rest] = block;
  if (title === undefined || !title.content.startsWith('# ')) throw new Error(`${file}:${title?.number ?? 1}: a case starts with "# title"`);
  const arrow = rest.findIndex(({ content }) => content === '==>');
  if (arrow < 0) throw new Error(`${file}:${title.number}: the case "${title.content}" has no line "==>"`);
  const note = readNote(file, title, rest.slice(0, arrow));
  const expectations = rest.slice(arrow + 1).filter(({ content }) => content.trim() !== '').map((line) => readExpectation(file, line));
  if (!expectations.some(({ kind }) => kind !== 'may')) throw new Error(`${file}:${title.number}: the case "${title.content}" expects nothing`);
  return { title: title.content.slice(2).trim(), line: title.number, note, expectations };
}

function readNote(file: string, title: Line, lines: readonly Line[]): NoteInput {
  const fields: Record<string, string> = {};
  let body = 0;
  for (const line of lines) {
    const field = /^@(setting|date|type|encounter) (\S+)$/.exec(line.content);
    if (field === null) break;
    fields[field[1] as string] = field[2] as string;
    body++;
  }
  const text = lines.slice(body).map(({ content }) => content).join('\n').replace(/^\n+|\n+$/g, '');
  if (text === '') throw new Error(`${file}:${title.number}: the case "${title.content}" has no note`);
  if (/^@/m.test(text)) throw new Error(`${file}:${title.number}: the case "${title.content}" has a setting that is not known or not before its note`);
  return { id: 'case', text, ...fields } as NoteInput;
}

function readExpectation(file: string, { number, content }: Line): Expectation {
  for (const [form, read] of READERS) {
    const match = form.exec(content.trim());
    if (match !== null) return read(match.slice(1));
  }
  throw new Error(`${file}:${number}: not an expectation: "${content}"`);
}

/** The one word for an assertion that the reference labels use: absent before family, planned, historical, possible, present. */
export function factLabel(assertion: Assertion): FactLabel {
  if (assertion.polarity === 'absent') return 'absent';
  if (assertion.subject !== 'patient') return 'family';
  if (assertion.time === 'planned') return 'planned';
  if (assertion.time === 'past') return 'historical';
  return assertion.certainty === 'possible' ? 'possible' : 'present';
}

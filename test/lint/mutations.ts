// Ways to spoil a compliant query, each with the rule that must tell it. One mutation is one line; they are tried on every base they fit.
// In: a base. Out: the spoilt query, or nothing where the mutation does not fit. It judges nothing.
import type { LintRuleId } from '../../src/lexicon/lint-rules.ts';
import type { QueryDocument, Quoted } from '../../src/wire.ts';
import { NO_SIGNS, type Base } from './bases.ts';

export interface Mutation { readonly rule: LintRuleId; readonly name: string; readonly spoil: (base: Base) => QueryDocument | undefined }

type Option = QueryDocument['options'][number];
const CLOSING = 2;

const own = (query: QueryDocument): readonly Option[] => query.options.slice(0, -CLOSING);
const closing = (query: QueryDocument): readonly Option[] => query.options.slice(-CLOSING);
const change = (rule: LintRuleId, name: string, spoil: (query: QueryDocument, base: Base) => Partial<QueryDocument> | undefined): Mutation => ({
  rule, name, spoil: (base) => { const changed = spoil(base.query, base); return changed && { ...base.query, ...changed }; },
});

const eachQuote = (rule: LintRuleId, name: string, alter: (quote: Quoted) => Quoted): Mutation => change(rule, name, ({ indicators }) => ({ indicators: indicators.map(alter) }));
const without = (field: 'date' | 'document' | 'start'): ((quote: Quoted) => Quoted) => (quote) => Object.fromEntries(Object.entries(quote).filter(([name]) => name !== field)) as Quoted;
const firstOption = (name: string, alter: (label: string) => string): Mutation => change('Q009', name, (query) => own(query).length === 0 ? undefined
  : { options: query.options.map((option, at) => at === 0 ? { ...option, label: alter(option.label) } : option) });
const question = (rule: LintRuleId, words: string): Mutation => change(rule, `question "${words}"`, () => ({ question: words }));
const appended = (rule: LintRuleId, words: string): Mutation => change(rule, `question … "${words}"`, (query) => ({ question: `${query.question.replace(/[.?]$/, '')}. ${words}` }));
const title = (rule: LintRuleId, words: string): Mutation => change(rule, `title "${words}"`, () => ({ title: words }));
const optionAdded = (rule: LintRuleId, label: string): Mutation => change(rule, `option "${label}"`, (query) => own(query).length === 0 ? undefined : { options: [...own(query), { label }, ...closing(query)] });

const MONEY = [
  'This affects the DRG.', 'An unspecified code may be denied by the payer.', 'Reimbursement depends on it.', 'It supports the CC/MCC.', 'It would add an MCC.', 'The HCC is open.',
  'The RAF score needs it.', 'Our case mix index is low.', 'The CMI is at stake.', 'It raises the SOI.', 'The quality score counts it.', 'It is a PSI.', 'A HAC may follow.',
  'The audit asks for it.', 'This maximizes payment.', 'We hope to capture the severity.', 'Revenue depends on it.', 'It is worth $200.', 'Insurance will not pay.', 'It avoids a denial.', 'The payor asked.',
  'It is needed for billing.', 'The claim will be rejected.', 'It changes the reimbursable amount.',
];
const LEADING = [
  'Please document lumbar radiculopathy.', 'Please confirm the diagnosis.', 'Please add the missing detail.', 'Do you agree with the radiologist?', "Isn't this clear from the exam?", 'Would you agree with the finding?',
  "Don't you agree?", 'Can you add it to the note?', 'We recommend the more specific term.', 'It should be documented as severe.', 'Could you document the more severe form?', 'Please update the note to show it.',
  'Please agree with the finding.', 'We suggest the first option.', 'So that it can be coded, which is it?',
];
const CODES = ['M54.16', 'M5416', 'M54.42', 'S32.010A', 'S32010A', '724.2', 'row.sciatica.one-side', 'query.laterality', 'cue.denies', 'Q009'];
const QUOTABLE = /[a-z]{4}/;

/** A quote of words that the note says of others, of the past, as denied or as planned. */
const misleading = (words: string): Mutation => change('Q011', `indicator "${words}"`, ({ indicators }, { note: { id, text } }) => {
  const start = text.indexOf(words);
  return start < 0 ? undefined : { indicators: [...indicators, { document: id, date: '2026-11-15', start, end: start + words.length, text: words }] };
});

export const MUTATIONS: readonly Mutation[] = [
  change('Q001', 'no indicator', () => ({ indicators: [] })),
  eachQuote('Q001', 'undated indicators', without('date')), eachQuote('Q001', 'indicators of no document', without('document')), eachQuote('Q001', 'indicators of no place', without('start')),
  optionAdded('Q002', 'Spinal cord injury'), optionAdded('Q002', 'Vertebral fracture'), optionAdded('Q002', 'Cauda equina syndrome'),
  change('Q003', 'no "other"', (query) => ({ options: [...own(query), closing(query)[1]!] })), change('Q003', 'no "unable to determine"', (query) => ({ options: [...own(query), closing(query)[0]!] })),
  change('Q003', 'neither', (query) => ({ options: [...own(query)] })),
  title('Q004', 'Cauda equina syndrome'), title('Q004', 'Clarification of the vertebral fracture'),
  change('Q004', 'an option in the title', (query) => { const answer = own(query).find(({ label }) => !/^(?:yes|no|confirmed)\b/i.test(label)); return answer && { title: `Clarification: ${answer.label.toLowerCase()}` }; }),
  ...MONEY.map((words) => appended('Q005', words)), title('Q005', 'Severity capture'), title('Q005', 'DRG clarification'),
  ...LEADING.map((words) => question('Q006', words)),
  change('Q007', 'yes or no of a new diagnosis', (query) => ({ question: 'Does the patient have a vertebral fracture?', options: [{ label: 'Yes' }, { label: 'No' }, ...closing(query)] })),
  change('Q007', 'yes or no of a denied diagnosis', (query) => ({ question: 'Is there a cauda equina syndrome?', options: [{ label: 'Yes' }, { label: 'No' }, ...closing(query)] })),
  ...CODES.map((code) => appended('Q008', `See ${code}.`)), title('Q008', 'Clarification for M54.30'), optionAdded('Q008', 'Other site (M54.89)'),
  firstOption('bold', (label) => `**${label}**`), firstOption('italic', (label) => `*${label}*`), firstOption('underlined', (label) => `__${label}__`), firstOption('a tag', (label) => `<b>${label}</b>`),
  firstOption('capitals', (label) => label.toUpperCase()), firstOption('an arrow', (label) => `→ ${label}`), firstOption('a tick', (label) => `✔ ${label}`), firstOption('an exclamation', (label) => `${label}!`),
  firstOption('recommended', (label) => `${label} (recommended)`), firstOption('most likely', (label) => `${label} (most likely)`), firstOption('preferred', (label) => `${label}, preferred`), firstOption('supported', (label) => `${label} (best supported)`),
  change('Q009', 'chosen already', (query) => own(query).length === 0 ? undefined : { options: query.options.map((option, at) => at === 0 ? { ...option, chosen: true } : option) }),
  change('Q009', 'turned round', (query) => own(query).length < 3 ? undefined : { options: [own(query)[1]!, ...own(query).filter((_, at) => at !== 1).reverse(), ...closing(query)] }),
  eachQuote('Q010', 'earlier ones only', (quote) => ({ ...quote, earlier: true })), eachQuote('Q010', 'earlier and undated', (quote) => ({ ...quote, earlier: true, date: 'undated' })),
  ...NO_SIGNS.map(misleading),
  change('Q012', 'one option', (query) => own(query).length === 0 ? undefined : { options: [own(query)[0]!, ...closing(query)] }),
  question('Q013', 'Based on your clinical judgment, please clarify. It is not stated. The exam does not tell.'), question('Q013', 'What is it? Where is it?'),
  change('Q013', 'eight options', (query) => ({ options: [...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((label) => ({ label: `Choice ${label}` })), ...closing(query)] })),
  change('Q014', 'blank recipient', () => ({ recipient: ' ' })), change('Q014', 'no recipient', ({ recipient: _, ...rest }) => ({ ...rest, recipient: '' })),
  change('Q014', 'a contradiction to someone else', ({ kind }) => kind === 'conflicting' ? { recipient: 'Physical therapist' } : undefined),
  eachQuote('Q016', 'a letter changed', (quote) => QUOTABLE.test(quote.text) ? { ...quote, text: quote.text.replace(/[a-z]/, 'x') } : { ...quote, text: `${quote.text}x` }),
  eachQuote('Q016', 'moved by one', (quote) => ({ ...quote, start: quote.start! + 1, end: quote.end! + 1 })), eachQuote('Q016', 'shortened', (quote) => ({ ...quote, text: quote.text.slice(0, -1) })),
];

// Ways to reword a compliant query that leave it compliant: the linter must be silent.
// In: a base. Out: the reworded query, or nothing where it does not fit.
import type { QueryDocument } from '../../src/wire.ts';
import type { Base } from './bases.ts';

export interface Rewording { readonly name: string; readonly reword: (base: Base) => QueryDocument | undefined }

const CLOSING = 2;
const own = ({ options }: QueryDocument): QueryDocument['options'] => options.slice(0, -CLOSING);
const ends = ({ options }: QueryDocument): QueryDocument['options'] => options.slice(-CLOSING);
const as = (name: string, reword: (query: QueryDocument) => Partial<QueryDocument> | undefined): Rewording =>
  ({ name, reword: ({ query }) => { const changed = reword(query); return changed && { ...query, ...changed }; } });

const TITLES = ['Clarification', 'Documentation clarification', 'Request for clarification', 'Clarification of the documentation', 'Query about this visit', 'Clinical clarification'];

/** Ways to open the same question. */
const OPENERS: readonly (readonly [string, string])[] = [
  ['please clarify', 'kindly clarify'], ['please clarify', 'please indicate'], ['Based on your clinical judgment', 'In your clinical judgment'], ['Based on your clinical judgment', 'In your professional opinion'],
  ['judgment', 'judgement'], ['documented in this note', 'noted in this record'], ['documented in this note', 'mentioned in this visit note'], ['Based on your clinical judgment, please clarify', 'Please clarify, based on your clinical judgment,'],
];

/** Other words for the two closing options. */
const OTHERS = ['Other (please describe)', 'Other: please specify', 'Other, please specify', 'Other'];
const UNDETERMINED = ['Clinically undetermined', 'Unable to determine at this time', 'Cannot be determined', 'Undetermined'];

const sorted = (query: QueryDocument): QueryDocument['options'] => [...own(query)].sort((a, b) => a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1);
const isYesNo = (query: QueryDocument): boolean => own(query).some(({ label }) => /^yes$/i.test(label));

export const REWORDINGS: readonly Rewording[] = [
  as('as it is', () => ({})),
  ...TITLES.map((title) => as(`title "${title}"`, () => ({ title }))),
  as('title with a colon', ({ title }) => ({ title: `${title}:` })), as('title in small letters', ({ title }) => ({ title: title.toLowerCase() })),
  ...OPENERS.map(([from, to]) => as(`"${to}"`, ({ question }) => question.includes(from) ? { question: question.replace(from, to) } : undefined)),
  as('a question mark', ({ question }) => ({ question: question.replace(/\.$/, '?') })), as('two sentences', ({ question }) => ({ question: `${question} Thank you.` })),
  as('a semicolon', ({ question }) => ({ question: question.replace(', ', '; ') })),
  ...OTHERS.map((label) => as(`"${label}"`, (query) => ({ options: [...own(query), { label }, ends(query)[1]!] }))),
  ...UNDETERMINED.map((label) => as(`"${label}"`, (query) => ({ options: [...own(query), ends(query)[0]!, { label }] }))),
  as('closing options turned round', (query) => ({ options: [...own(query), ends(query)[1]!, ends(query)[0]!] })),
  as('alphabetical order', (query) => isYesNo(query) ? undefined : { options: [...sorted(query), ...ends(query)] }),
  as('small letters', (query) => ({ options: query.options.map(({ label }) => ({ label: label.toLowerCase() })) })), as('full stops', (query) => ({ options: query.options.map(({ label }) => ({ label: `${label}.` })) })),
  ...[['Right', 'Left', 'Both sides'], ['Left', 'Right', 'Bilateral'], ['Left side', 'Right side', 'Both sides'], ['Right side', 'Left side', 'Bilateral']].map((labels) =>
    as(labels.join(', '), (query) => own(query)[0]?.label === 'Left' ? { options: [...labels.map((label) => ({ label })), ...ends(query)] } : undefined)),
  as('no option of its own', (query) => isYesNo(query) || query.kind === 'conflicting' ? undefined : { options: ends(query) }),
  as('to the attending physician', () => ({ recipient: 'Attending physician' })), as('to the attending by name of the service', () => ({ recipient: 'Attending provider, spine clinic' })),
  as('undated', ({ indicators }) => ({ indicators: indicators.map((quote) => ({ ...quote, date: 'undated' })) })),
  as('the indicators in another order', ({ indicators }) => ({ indicators: [...indicators].reverse() })), as('no section names', ({ indicators }) => ({ indicators: indicators.map(({ section: _, ...quote }) => quote) })),
  as('an earlier sign beside', ({ indicators }) => indicators.length < 2 ? undefined : { indicators: indicators.map((quote, at) => at === 0 ? { ...quote, earlier: true, date: '2026-08-01' } : quote) }),
];

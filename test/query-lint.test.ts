// The linter: every sample that must be refused is refused by its rule, every compliant sample passes, spoilt queries are caught by the right
// rule, and harmless rewordings are left alone. The samples are those of the query rules that the project follows.
import { afterAll, describe, expect, it } from 'vitest';
import { composeSample, sampleBreaks } from '../src/check-query-rules.ts';
import { LINT_RULES, type LintRuleId } from '../src/lexicon/lint-rules.ts';
import type { LintFixture } from '../src/lexicon/schema-queries.ts';
import { lintQuery } from '../src/query/lint-query.ts';
import type { NoteInput, QueryDocument } from '../src/wire.ts';
import { analyzer, BASES } from './lint/bases.ts';
import { MUTATIONS } from './lint/mutations.ts';
import { REWORDINGS } from './lint/rewordings.ts';

const { knowledge } = analyzer;
const CLOSING = ['Other (please specify)', 'Unable to determine'];
const LEAST = 200;
const counts = { caught: 0, harmless: 0 };

const rulesOf = (query: QueryDocument, note?: NoteInput): readonly LintRuleId[] => analyzer.lint(query, note).map(({ rule }) => rule);

/** A query on a note, its indicators found by their words. */
function written(text: string, quotes: readonly string[], rest: Pick<QueryDocument, 'title' | 'question'> & Partial<QueryDocument>, options: readonly string[]): { readonly query: QueryDocument; readonly note: NoteInput } {
  const indicators = quotes.map((quote) => ({ document: 'n1', date: '2026-11-15', start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, text: quote }));
  return { note: { id: 'n1', date: '2026-11-15', text }, query: { schema: 'lumbago/query@1', id: 'q1', encounter: 'n1', date: '2026-11-15', recipient: 'Attending provider', ...rest, indicators, options: options.map((label) => ({ label })) } };
}

const LEG = 'HPI: pain shoots down the leg to the foot.\nExam: positive SLR.\nAssessment: lumbago with sciatica.';
const COMPLIANT = {
  'missing side': written(LEG, ['pain shoots down the leg to the foot', 'positive SLR', 'lumbago with sciatica'], { title: 'Clarification of leg symptoms', question: 'Based on your clinical judgment, please clarify the side of the sciatica documented in the assessment.', axis: 'laterality' }, ['Left', 'Right', 'Both sides', ...CLOSING]),
  conflict: written('HPI: radiates to the right leg.\nAssessment: left-sided sciatica.', ['radiates to the right leg', 'left-sided sciatica'], { title: 'Clarification of the side', question: 'The side is documented differently in two places. Please clarify which applies.', axis: 'conflict', kind: 'conflicting' }, ['Left', 'Right', 'Both sides', 'Other', 'Unable to determine']),
  'indicators without diagnosis': written('HPI: numbness in the lateral right calf.\nExam: decreased right ankle reflex.\nMRI: L5-S1 disc herniation contacting the right S1 root.\nAssessment: Leg symptoms.', ['numbness in the lateral right calf', 'decreased right ankle reflex', 'L5-S1 disc herniation contacting the right S1 root'], { title: 'Clarification of the findings', question: 'Is there an associated diagnosis that these findings represent? Please document it if clinically appropriate.' }, CLOSING),
  'yes or no': written('MRI: degenerative spondylolisthesis L4-L5.\nAssessment: Back pain.', ['degenerative spondylolisthesis L4-L5'], { title: 'Clarification of an imaging finding', question: 'MRI reports "degenerative spondylolisthesis L4-L5". Is this a current diagnosis for this encounter?', axis: 'imaging-correlation' }, ['Yes', 'No', 'Other', 'Unable to determine']),
};

describe('the compliant samples', () => {
  it.each(Object.entries(COMPLIANT))('%s passes every rule', (_name, { query, note }) => {
    expect(rulesOf(query, note)).toEqual([]);
    expect(rulesOf(query)).toEqual([]);
  });
});

const REFUSED: readonly (readonly [string, LintRuleId, LintFixture])[] = [
  ['an order to document a diagnosis, with its code', 'Q006', { question: 'Please document lumbar radiculopathy so that M54.16 can be coded.' }],
  ['the same: the code', 'Q008', { question: 'Please document lumbar radiculopathy so that M54.16 can be coded.' }],
  ['an answer in the title', 'Q004', { title: 'Right sciatica' }],
  ['yes or no from indicators alone', 'Q007', { question: 'Does the patient have radiculopathy?', options: ['Yes', 'No', ...CLOSING] }],
  ['the payer', 'Q005', { question: 'An unspecified code may be denied by the payer. Left or right?' }],
  ['an option in bold', 'Q009', { options: ['**Left**', 'Right', 'Both sides', ...CLOSING] }],
  ['an option chosen already', 'Q009', { preselected: 'Left' }],
  ['the family as an indicator', 'Q011', { quotes: ['Lumbago with sciatica', 'Father had spinal stenosis'] }],
];

describe('the samples that must be refused', () => {
  it.each(REFUSED)('%s: %s', (_name, rule, change) => {
    expect(sampleBreaks(rule, change, knowledge)).toBe(true);
    expect(sampleBreaks(rule, {}, knowledge)).toBe(false);
  });

  it('"father had sciatica" is no indicator, "sciatica" of the patient is', () => {
    const text = 'FAMILY HISTORY: father had sciatica.\nAssessment: sciatica.';
    const { query, note } = written(text, ['father had sciatica'], { title: 'Clarification of the side', question: 'Based on your clinical judgment, please clarify the side.', axis: 'laterality' }, ['Left', 'Right', 'Both sides', ...CLOSING]);
    expect(rulesOf(query, note)).toEqual(['Q011']);
    const start = text.lastIndexOf('sciatica');
    expect(rulesOf({ ...query, indicators: [{ ...query.indicators[0]!, start, end: start + 8, text: 'sciatica' }] }, note)).toEqual([]);
  });
});

describe('spoilt queries', () => {
  it.each(MUTATIONS.map((mutation) => [mutation.rule, mutation.name, mutation] as const))('%s: %s', (rule, _name, { spoil }) => {
    const spoilt = BASES.flatMap((base) => { const query = spoil(base); return query ? [{ base, query }] : []; });
    expect(spoilt.length).toBeGreaterThan(0);
    expect(spoilt.filter(({ base, query }) => !rulesOf(query, base.note).includes(rule)).map(({ base }) => base.name)).toEqual([]);
    counts.caught += spoilt.length;
  });

  it('Q015: the same question that is already open', () => {
    const query = composeSample(knowledge, {});
    expect(lintQuery(query, { knowledge, open: [{ ...query, id: 'q0' }] }).map(({ rule }) => rule)).toContain('Q015');
    expect(lintQuery(query, { knowledge, open: [{ ...query, id: 'q0', axis: 'region' }] }).map(({ rule }) => rule)).not.toContain('Q015');
  });

  it('every rule has a mutation', () => {
    expect(LINT_RULES.filter((rule) => rule !== 'Q015' && !MUTATIONS.some((one) => one.rule === rule))).toEqual([]);
  });
});

describe('harmless rewordings', () => {
  it.each(REWORDINGS.map((rewording) => [rewording.name, rewording] as const))('%s', (_name, { reword }) => {
    const reworded = BASES.flatMap((base) => { const query = reword(base); return query ? [{ base, query }] : []; });
    expect(reworded.length).toBeGreaterThan(0);
    expect(reworded.map(({ base, query }) => `${base.name}: ${rulesOf(query, base.note).join(' ')}`).filter((line) => /Q\d/.test(line))).toEqual([]);
    counts.harmless += reworded.length;
  });
});

afterAll(() => {
  console.log(`${BASES.length} queries; ${counts.caught} spoilt and caught, ${counts.harmless} reworded and left alone`);
  expect(Math.min(counts.caught, counts.harmless)).toBeGreaterThanOrEqual(LEAST);
});

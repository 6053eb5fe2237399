// An answered query recodes the note: the options, "unable to determine", free text as an addendum, and answers that cannot be taken.
import { describe, expect, it } from 'vitest';
import { AnswerError, createAnalyzer, reportSchema, type NoteInput, type Recoding } from '../src/index.ts';

const { analyze, answer } = createAnalyzer();
const reportOf = (text: string, more: Partial<NoteInput> = {}) => analyze({ id: 'n1', text, ...more });
const SCIATICA = 'Assessment: Low back pain with sciatica.';
const codes = ({ before, after }: Recoding): readonly (readonly string[])[] => [before, after];

describe('a chosen option', () => {
  it.each([
    ['left', ['M54.42']], ['right', ['M54.41']], ['bilateral', ['M54.41', 'M54.42']],
  ])('%s gives %j', (choose, after) => {
    const recoding = answer(reportOf(SCIATICA), { query: 'q1', choose });
    expect(codes(recoding)).toEqual([['M54.40'], after]);
    expect(recoding.report.candidates.filter(({ status }) => status === 'supported').map(({ code, sequence }) => [code, sequence])).toEqual(after.map((code, at) => [code, at + 1]));
    expect(recoding.report.queries).toEqual([]);
    expect(reportSchema.parse(recoding.report)).toEqual(recoding.report);
  });

  it('a pain elsewhere in the spine makes no lumbago of a sciatica, and leaves the other codes and their order alone', () => {
    const recoding = answer(reportOf('Assessment: 1. Neck pain. 2. Sciatica. 3. Thoracic spine pain.'), { query: 'q1', choose: 'left' });
    expect([recoding.removed, recoding.added]).toEqual([['M54.30'], ['M54.32']]);
    expect(recoding.after.filter((code) => code !== 'M54.32')).toEqual(recoding.before.filter((code) => code !== 'M54.30'));
  });

  it('a confirmed diagnosis takes the place of its symptom; one that is ruled out changes nothing', () => {
    const report = reportOf('Assessment: Low back pain. Possible disc herniation at L4-L5.');
    const confirmed = answer(report, { query: 'q1', choose: 'confirmed' });
    expect([confirmed.before, confirmed.after]).toEqual([['M54.50'], ['M51.26']]);
    expect(confirmed.says.join()).toContain('M54.50');
    expect(confirmed.report.candidates[0]!.evidence.map(({ text }) => text)).toContain('disc herniation');
    expect(codes(answer(report, { query: 'q1', choose: 'ruled-out' }))).toEqual([['M54.50'], ['M54.50']]);
  });
});

describe('external causes', () => {
  it('stay last when a confirmed diagnosis takes the place of what they followed, and come first of nothing', () => {
    const report = reportOf('SPINE CLINIC, FOLLOW-UP VISIT\nHPI: Low back pain after lifting a crate. Pain radiates down the left leg.\nASSESSMENT:\n1. Lumbago with sciatica, left side.\n2. Rule out disc herniation at L5-S1.');
    const confirmed = answer(report, { query: 'q1', choose: 'confirmed' });
    expect([confirmed.before, confirmed.after]).toEqual([['M54.42', 'X50.0XXD'], ['M51.17', 'X50.0XXD']]);
    expect(confirmed.report.candidates.filter(({ sequence }) => sequence !== undefined).map(({ code, sequence }) => [code, sequence])).toEqual([['M51.17', 1], ['X50.0XXD', 2]]);
    const ruledOut = answer(report, { query: 'q1', choose: 'ruled-out' });
    expect(ruledOut.after).toEqual(['M54.42', 'X50.0XXD']);
  });
});

describe('clinical validation', () => {
  const EXAM = 'EXAM: Straight leg raise is negative. Strength is 5/5. Reflexes are symmetric. Sensation is intact.';
  const report = reportOf(`${EXAM}\nASSESSMENT: Low back pain. Lumbar radiculopathy.`);

  it('asks about a diagnosis whose signs are all denied, quoting them', () => {
    expect(report.queries.map(({ kind, axis, about }) => [kind, axis, about])).toEqual([['diagnosis-without-indicators', 'certainty', 'radiculopathy']]);
    expect(report.queries[0]!.indicators.map(({ text }) => text)).toContain('Straight leg raise is negative');
    expect(reportOf(`HPI: Pain radiates down the left leg.\n${EXAM}\nASSESSMENT: Low back pain. Lumbar radiculopathy.`).queries).toEqual([]);
  });

  it.each([['confirmed', ['M54.16']], ['ruled-out', ['M54.50']], ['undetermined', ['M54.16']]])('%s leaves %j', (choose, after) => {
    expect([...answer(report, { query: 'q1', choose }).after].sort()).toEqual([...after].sort());
  });
});

describe('unable to determine', () => {
  it('keeps the unspecified code and says why that is right', () => {
    const { before, after, says } = answer(reportOf(SCIATICA), { query: 'q1', choose: 'undetermined' });
    expect([before, after]).toEqual([['M54.40'], ['M54.40']]);
    expect(says.join()).toMatch(/unspecified code is right when the information is not known \(Guideline I\.B\.18, I\.B\.13\)/);
  });
});

describe('free text', () => {
  it.each([
    ['Addendum: The sciatica is on the right side.', ['M54.41']],
    ['Addendum: Bilateral sciatica.', ['M54.41', 'M54.42']],
    ['Addendum: Patient seen again, no change.', ['M54.40']],
    ['Addendum: Her father had left sciatica.', ['M54.40']],
  ])('%s', (addendum, after) => {
    const recoding = answer(reportOf(SCIATICA), { query: 'q1', addendum });
    expect(recoding.after).toEqual(after);
    expect(recoding.addendum?.mentions.every(({ start, end, text }) => addendum.slice(start, end) === text)).toBe(true);
  });

  it('beside "other" it is read too', () => {
    expect(answer(reportOf(SCIATICA), { query: 'q1', choose: 'other', addendum: 'Left-sided sciatica.' }).after).toEqual(['M54.42']);
  });
});

describe('what cannot be taken', () => {
  it.each([
    [{ query: 'q7', choose: 'left' }, /q7: the report has no query of that id; it has q1/],
    [{ query: 'q1', choose: 'sideways' }, /sideways: is no option of q1; choose one of left, right, bilateral, other, undetermined/],
    [{ query: 'q1' }, /the answer is empty/], [{ query: 'q1', addendum: '  ' }, /the answer is empty/],
  ])('%j', (given, message) => {
    const take = (): unknown => answer(reportOf(SCIATICA), given);
    expect(take).toThrow(AnswerError);
    expect(take).toThrow(message);
  });

  it('an answered query is gone from the new report', () => {
    const { report } = answer(reportOf(SCIATICA), { query: 'q1', choose: 'left' });
    expect(() => answer(report, { query: 'q1', choose: 'right' })).toThrow(/it has none/);
  });
});

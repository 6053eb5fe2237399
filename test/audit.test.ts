// Audits of chosen codes: validity on a date, codes together, order, and support by a note. Positive and negative beside each other.
import { describe, expect, it } from 'vitest';
import type { Audit, AuditRequest } from '../src/index.ts';
import { createAnalyzer } from '../src/index.ts';

const { audit } = createAnalyzer();
const note = (text: string): NonNullable<AuditRequest['note']> => ({ id: 'n', text });
const against = (code: string, text: string): Audit => audit({ codes: [code], note: note(text) });
const kinds = ({ edits }: Audit): readonly string[] => edits.map(({ kind }) => kind);
const instead = ({ codes }: Audit): readonly string[] => codes[0]!.instead.map(({ code }) => code);

describe('what circulates on the web', () => {
  it.each([
    ['M54.11', 'Left buttock pain, worse with sitting.', 'not-supported', ['M79.18']],
    ['M54.11', 'Assessment: Left sciatica.', 'not-supported', ['M54.32']],
    ['M54.11', 'Assessment: Piriformis syndrome, left.', 'not-supported', ['G57.02']],
    ['M54.12', 'Low back pain.', 'not-supported', ['M54.50']],
    ['M54.5', 'Left sciatica.', 'invalid', ['M54.32']],
    ['M54.5', 'Low back pain.', 'invalid', ['M54.50']],
    ['M51.36', 'Assessment: Lumbar disc degeneration with low back pain.', 'invalid', ['M51.360']],
    ['M54.59', 'Assessment: Lumbar strain.', 'not-supported', ['S39.012A']],
    ['M54.59', 'Sacroiliac joint pain.', 'not-supported', ['M53.3']],
    ['724.2', 'Low back pain.', 'invalid', ['M54.50']],
    ['724.3', 'Right sciatica.', 'invalid', ['M54.31']],
    ['M54.56', 'Low back pain.', 'invalid', ['M54.50']],
  ])('%s for "%s" is %s, and %j is the direction', (code, text, verdict, direction) => {
    const result = against(code, text);
    expect([result.codes[0]!.verdict, instead(result)]).toEqual([verdict, direction]);
  });

  it('names the official meaning', () => {
    expect(against('M54.11', 'Left buttock pain.').codes[0]).toMatchObject({ title: 'Radiculopathy, occipito-atlanto-axial region' });
    expect(against('M06.88', 'Rheumatoid arthritis.').edits.find(({ kind }) => kind === 'misread-code')?.says).toContain('Other specified rheumatoid arthritis, vertebrae');
    expect(kinds(against('M54.11', 'Assessment: Atlanto-axial radiculopathy.'))).not.toContain('misread-code');
  });
});

describe('the date', () => {
  it('names the three successors of M54.5', () => {
    const { codes } = audit({ codes: ['M54.5'], date: '2026-11-15' });
    expect([codes[0]!.verdict, codes[0]!.instead.map(({ code }) => code)]).toEqual(['invalid', ['M54.50', 'M54.51', 'M54.59']]);
  });

  it.each([
    ['M54.5', '2021-09-30', []], ['M54.5', '2021-10-01', ['expired-code']], ['M54.50', '2021-09-30', ['not-yet-valid']], ['M54.50', '2021-10-01', []],
    ['M51.36', '2024-09-30', []], ['M51.36', '2024-10-01', ['expired-code']], ['M51.360', '2024-09-30', ['not-yet-valid']],
  ])('%s on %s: %j', (code, date, expected) => {
    expect(kinds(audit({ codes: [code], date })).filter((kind) => kind !== 'misread-code')).toEqual(expected);
  });
});

describe('codes by themselves', () => {
  it.each([
    [['M54.42'], []], [['m5442'], []], [['M54.4'], ['header-code']], [['S39.012'], ['missing-7th-character']], [['S39012A'], []],
    [['M54.48'], ['invalid-code']], [['BACKPAIN'], ['malformed-code']], [['I10'], ['not-checked']],
    [['M54.50', 'M54.41'], ['excludes1']], [['M54.41', 'M54.50'], ['excludes1']], [['M54.50', 'M54.2'], []],
    [['M54.50', 'M54.50'], ['duplicate']], [['M54.50', 'M54.31'], ['combination-code']], [['M54.31', 'M54.32'], []],
    [['M48.061', 'M54.50'], ['symptom-with-diagnosis']], [['M48.061', 'M54.2'], []],
    [['G57.01', 'G57.02'], ['bilateral-code-exists']], [['G57.02', 'G57.03'], ['bilateral-plus-unilateral']], [['G57.03'], []],
  ])('%j: %j', (codes, expected) => {
    expect(kinds(audit({ codes })).filter((kind) => kind !== 'excludes2' && kind !== 'misread-code')).toEqual(expected);
  });

  it('cites the note of an Excludes1 pair and where it is printed', () => {
    const edit = audit({ codes: ['M54.50', 'M54.41'] }).edits[0]!;
    expect(edit).toMatchObject({ kind: 'excludes1', severity: 'warning', codes: ['M54.50', 'M54.41'], source: 'Tabular M54.5, Excludes1; Guideline I.A.12.a' });
    expect(edit.says).toContain('lumbago with sciatica (M54.4-)');
  });
});

describe('against a note', () => {
  it('gives the words of a supported code, and no edit', () => {
    const { codes, missing, edits } = against('M54.42', 'Lumbago with sciatica, left side.');
    expect([codes[0]!.verdict, codes[0]!.evidence.map(({ text }) => text), missing, edits]).toEqual(['supported', ['Lumbago', 'sciatica', 'left side'], [], []]);
  });

  it('says what the note leaves open', () => expect(against('M54.30', 'Assessment: Sciatica.').codes[0]!.verdict).toBe('underspecified'));

  it('says why a mentioned code is not coded, with the cue', () => {
    const { codes, edits } = against('M54.16', 'Low back pain. Probable lumbar radiculopathy.');
    expect([codes[0]!.verdict, codes[0]!.says]).toEqual(['not-supported', 'Uncertain diagnosis in an outpatient note: the symptom is coded instead (Guideline IV.H).']);
    expect(edits.map(({ kind }) => kind)).toContain('uncertain-outpatient');
    expect(audit({ codes: ['M54.16'], note: { ...note('Low back pain. Probable lumbar radiculopathy.'), setting: 'inpatient' } }).codes[0]!.verdict).toBe('supported');
  });

  it('lists what the note supports and nobody chose', () => {
    expect(against('M54.50', 'Assessment: Low back pain. Neck pain.').missing.map(({ code }) => code)).toEqual(['M54.2']);
    expect(audit({ codes: ['M54.50'] }).missing).toEqual([]);
  });

  it('does not judge what no rule of lumbago leads to', () => expect(against('I10', 'Low back pain.').codes[0]!.verdict).toBe('not-judged'));

  it('asks for pain codes first only in a visit for pain management', () => {
    const codes = ['M54.50', 'G89.29'];
    expect(kinds(audit({ codes, note: note('REASON FOR VISIT: Pain management. ASSESSMENT: Chronic low back pain.') }))).toContain('pain-code-not-first');
    expect(kinds(audit({ codes, note: note('ASSESSMENT: Chronic low back pain.') }))).not.toContain('pain-code-not-first');
  });
});

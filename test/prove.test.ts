// Every reported code of every labelled note stands on its evidence: gone when the evidence is blanked, there with nothing but the evidence.
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import { blank } from '../src/prove.ts';
import type { NoteInput } from '../src/wire.ts';
import { caseNotes, wholeNotes } from './corpus.ts';
import { benchmarkNotes, referenceNotes } from './metamorphic/texts.ts';

const { analyze, prove, knowledge } = createAnalyzer();
const note = (text: string, fields: Partial<NoteInput> = {}): NoteInput => ({ id: 'n', text, ...fields });

/** What is unproven of a note: code, failed half, evidence. */
function unproven(one: NoteInput): string[] {
  const report = analyze(one);
  return report.candidates.filter(({ status }) => status !== 'excluded').flatMap(({ code, evidence }) => {
    const proof = prove(one, report, code);
    const fault = !proof ? 'no proof' : !proof.without.holds ? 'stays without its evidence' : !proof.alone.holds ? 'goes with its evidence alone' : undefined;
    return fault ? [`${one.id} ${code}: ${fault}; evidence ${evidence.map(({ role, start, end }) => `${role} ${start}-${end}`).join(', ')}`] : [];
  });
}

describe('every reported code is proven', () => {
  it.each([['the short cases', caseNotes], ['the whole notes', wholeNotes], ['the benchmark', benchmarkNotes], ['the reference notes, where they are at hand', referenceNotes]])('in %s', (_name, notes) => {
    expect(notes().flatMap(unproven)).toEqual([]);
  });
});

describe('the words that only a proof misses', () => {
  const cited = (text: string, code: string, fields: Partial<NoteInput> = {}): (readonly [string, string])[] =>
    analyze(note(text, fields)).candidates.find((one) => one.code === code)?.evidence.map(({ role, text: words }) => [role, words] as const) ?? [];

  it.each([
    ['the site that makes a pain this problem', 'Pain in the lower back.', 'M54.50', ['site', 'lower back']],
    ['the cue of a denial', 'Left-sided sciatica. No back pain.', 'M54.32', ['cue', 'No']],
    ['the cue of a past procedure', 'Status post L4-L5 fusion.', 'Z98.1', ['cue', 'Status post']],
    ['the chronicity that a code beside needs', 'Chronic low back pain.', 'G89.29', ['chronicity', 'Chronic']],
    ['the statement that lends its side', 'Sciatica. Left leg pain.', 'M54.32', ['statement', 'leg pain']],
    ['the pain that runs down', 'Sciatica for two weeks. The pain runs down the right leg.', 'M54.31', ['anchor', 'pain']],
    ['the spine that a weak word leans on', 'The lumbar spine was examined. He has stenosis.', 'M48.00', ['anchor', 'lumbar spine']],
  ])('%s is cited', (_what, text, code, words) => {
    expect(cited(text, code)).toContainEqual(words);
  });
});

describe('blanking', () => {
  it('keeps offsets, capitals, digits as digits, and everything that is no word', () => {
    const text = 'Naïve 👩 L4-5, "left" ﬁn 𝒜b\n';
    const blanked = blank(text, [{ start: 0, end: text.length }]);
    expect(blanked).toBe('Ƶƶƶƶƶ 👩 Ƶ०-०, "ƶƶƶƶ" ƶƶ ƶƶƶ\n');
    expect(blanked).toHaveLength(text.length);
  });

  it('takes spans in any order that overlap', () => {
    expect(blank('low back pain', [{ start: 4, end: 13 }, { start: 0, end: 8 }])).toBe('ƶƶƶ ƶƶƶƶ ƶƶƶƶ');
    expect(blank('low back pain', [])).toBe('low back pain');
  });

  it('uses letters and digits that no lexicon has', () => {
    expect(knowledge.vocabulary.words.filter((norm) => /[ƶƵ०]/.test(norm))).toEqual([]);
  });
});

describe('prove', () => {
  const text = 'Lumbago with sciatica, left side. She denies numbness.';

  it('tells what was blanked and what the note codes then', () => {
    const proof = prove(note(text), analyze(note(text)), 'm5442');
    expect(proof).toMatchObject({ code: 'M54.42', holds: true, without: { holds: true, codes: [] }, alone: { holds: true, codes: ['M54.42'] } });
    expect(proof?.alone.text).toMatch(/^Lumbago with sciatica, left side\. She ƶƶƶƶƶƶ {9}\./);
    expect(proof?.without.text).toContain('She denies numbness.');
  });

  it('proves nothing that is not reported, and no report of another note', () => {
    expect(prove(note(text), analyze(note(text)), 'M54.16')).toBeUndefined();
    expect(prove(note('No sciatica.'), analyze(note('No sciatica.')), 'M54.30')).toBeUndefined();
    expect(() => prove(note('Back pain.'), analyze(note(text)), 'M54.42')).toThrow(/not made from this note/);
  });
});

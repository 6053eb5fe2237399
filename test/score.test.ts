// The scoring tool itself: what it counts on a made-up note, that its measures are those of the reference tool, limits that only rise,
// and the public function that asserts any words of any sentence.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raise, valueAt, whatFell } from '../scripts/score/floors.mjs';
import { scoreReports } from '../scripts/score/score-reports.mjs';
import { assertText, createAnalyzer } from '../src/index.ts';
import type { NoteInput } from '../src/wire.ts';
import { describeWithShared, sharedPath } from './shared.ts';

const { analyze } = createAnalyzer();

const NOTE = { id: 'n1', source: 'ours', style: 'typed', text: 'HPI: Low back pain for 3 weeks, no numbness.\nAssessment: Sciatica, left side.' };
const LABEL = {
  id: 'n1',
  codes: [{ anyOf: ['M54.32'], status: 'required', quote: 'Sciatica' }, { anyOf: ['M54.12'], status: 'required', quote: 'back' }],
  forbidden: [{ code: 'M54.42', why: 'made up' }], queries: [{ axis: 'cause', status: 'required', quote: '' }],
  facts: [
    { axis: 'symptom', value: 'numbness', assert: 'absent', quote: 'numbness' },
    { axis: 'laterality', value: 'left', assert: 'possible', quote: 'left side' },
    { axis: 'cause', value: 'fall', assert: 'present', quote: 'no such words' },
  ],
};

describe('scoreReports', () => {
  const result = scoreReports([analyze(NOTE)], [LABEL], [NOTE]);
  const at = (path: string): unknown => valueAt(result, path);

  it('counts codes, queries and facts', () => {
    expect(at('codes.required')).toBe(2);
    expect(at('codes.exactNotes')).toBe(0);
    expect(at('queries.required')).toBe(1);
    expect(at('facts.byAxis.symptom')).toEqual({ n: 1, recall: 1, assertion: 1 });
    expect(at('facts.byAxis.laterality')).toEqual({ n: 1, recall: 1, assertion: 0, value: 1 });
    expect(at('facts.byAxis.cause')).toEqual({ n: 1, recall: 0, assertion: 0 });
  });

  it('groups by source, style and section', () => {
    expect(at('bySource.ours.notes')).toBe(1);
    expect(at('byStyle.typed.notes')).toBe(1);
    expect(at('bySection.hpi')).toEqual({ n: 1, recall: 1, assertion: 1 });
    expect(at('bySection.assessment')).toEqual({ n: 1, recall: 1, assertion: 0 });
  });

  it('takes a note without report as one that says nothing', () => {
    expect(valueAt(scoreReports([], [LABEL], [NOTE]), 'missingReports')).toBe(1);
  });
});

const SETS = [['dev.notes.jsonl', 'dev.labels.jsonl'], ['mri.dev.notes.jsonl', 'mri.dev.labels.jsonl']] as const;

describeWithShared('the measures are those of the reference tool', ['tools/score.mjs', ...SETS.flat().map((file) => `corpora/${file}`)], () => {
  const read = (file: string): { id: string; text: string }[] => readFileSync(sharedPath(`corpora/${file}`), 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as { id: string; text: string });

  it.each(SETS)('on %s', (notesFile, labelsFile) => {
    const notes = read(notesFile);
    const reports = notes.map((note) => analyze(note as NoteInput));
    const folder = mkdtempSync(join(tmpdir(), 'lumbago-score-'));
    writeFileSync(join(folder, 'reports.jsonl'), reports.map((report) => JSON.stringify(report)).join('\n'));
    const printed = execFileSync(process.execPath, [sharedPath('tools/score.mjs'), '--reports', join(folder, 'reports.jsonl'), '--gold', sharedPath(`corpora/${labelsFile}`), '--notes', sharedPath(`corpora/${notesFile}`), '--json'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(scoreReports(reports, read(labelsFile), notes)).toMatchObject(JSON.parse(printed) as object);
  });
});

describe('limits', () => {
  const set = { floors: { 'codes.f1': 0.8, 'facts.recall': 0.9 }, ceilings: { badSpans: 2 } };

  it('tell which measure fell', () => {
    expect(whatFell({ codes: { f1: 0.7 }, facts: { recall: 0.95 }, badSpans: 3 }, set)).toEqual(['codes.f1 is 0.7, its floor is 0.8', 'badSpans is 3, its ceiling is 2']);
    expect(whatFell({ codes: { f1: 0.8 }, badSpans: 2 }, set)).toEqual(['facts.recall is undefined, its floor is 0.9']);
  });

  it('rise and never give way', () => {
    expect(raise({ codes: { f1: 0.85555 }, facts: { recall: 0.5 }, badSpans: 0 }, set)).toEqual({ floors: { 'codes.f1': 0.8555, 'facts.recall': 0.9 }, ceilings: { badSpans: 0 } });
  });
});

describe('assertText', () => {
  const asserted = (text: string, words: string) => assertText(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('asserts words that no lexicon knows', () => {
    const { assertion, cues } = asserted('He denies any purple elephants.', 'purple elephants');
    expect(assertion).toEqual({ polarity: 'absent', certainty: 'certain', time: 'current', subject: 'patient' });
    expect(cues).toEqual([{ start: 3, end: 13, text: 'denies any', via: 'cue.denies' }]);
  });

  it('reads time, doubt and the person', () => {
    expect(asserted('History of purple elephants.', 'purple elephants').assertion.time).toBe('past');
    expect(asserted('Possible purple elephants.', 'purple elephants').assertion.certainty).toBe('possible');
    expect(asserted('Her mother had purple elephants.', 'purple elephants').assertion.subject).toBe('family');
  });

  it('takes any span: half a word, several sentences, none at all', () => {
    expect(asserted('No purple elephants.', 'ple ele').assertion.polarity).toBe('absent');
    expect(asserted('He is well. No elephants.', 'well. No elephants').assertion.polarity).toBe('present');
    expect(assertText('', { start: 0, end: 0 })).toEqual({ assertion: { polarity: 'present', certainty: 'certain', time: 'current', subject: 'patient' }, cues: [] });
    expect(() => assertText('short', { start: 2, end: 9 })).toThrow(RangeError);
  });
});

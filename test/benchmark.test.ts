// The open benchmark in corpora/benchmark: well-formed labels, enough notes and styles, and lumbago far above every baseline on it.
// Its floors stand in corpora/scores.json and are held by scores.test.ts; the baselines are what `npm run leaderboard` runs.
import { describe, expect, it } from 'vitest';
import { BASELINES } from '../scripts/leaderboard/baselines.mjs';
import { readBenchmarkFiles, staleJsonl, type BenchmarkLabel } from '../scripts/leaderboard/benchmark-files.mjs';
import { readBenchmark } from '../scripts/leaderboard/read-benchmark.mjs';
import { valueAt } from '../scripts/score/floors.mjs';
import { scoreReports } from '../scripts/score/score-reports.mjs';
import { readScores } from '../scripts/score/sets.mjs';
import { codeOn } from '../src/code/releases.ts';
import { createAnalyzer } from '../src/index.ts';

const BENCHMARK = readBenchmarkFiles();
const { notes, labels } = BENCHMARK;
const analyzer = createAnalyzer();

/** Far below: the least distance between lumbago and the best baseline, in codes F1. */
const DISTANCE = 0.25;
const TARGET = 0.97;

const codesOf = (label: BenchmarkLabel): string[] => [...label.codes.flatMap(({ anyOf }) => anyOf), ...label.forbidden.map(({ code }) => code)];
const f1Of = (report: (note: (typeof notes)[number]) => unknown): number => valueAt(scoreReports(notes.map(report), labels, notes), 'codes.f1') as number;

describe('the benchmark', () => {
  it('has at least 120 notes in at least ten styles, a good share of them without a required code', () => {
    expect(notes.length).toBeGreaterThanOrEqual(120);
    expect(new Set(notes.map(({ style }) => style)).size).toBeGreaterThanOrEqual(10);
    expect(labels.filter(({ codes }) => !codes.some(({ status }) => status === 'required')).length).toBeGreaterThanOrEqual(notes.length / 4);
  });

  it('has no note twice', () => {
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  });

  it('has JSONL that says what the files of the styles say (npm run leaderboard -- --write)', () => {
    expect(staleJsonl(BENCHMARK)).toEqual([]);
  });

  it.each(labels.map((label, at) => [label.id, label, notes[at]!] as const))('%s: codes billable on the day, quotes unambiguous, nothing both allowed and forbidden', (id, label, note) => {
    expect(note.id).toBe(id);
    // A forbidden code outside the families of lumbago is allowed to be unknown to it.
    const labelled = label.codes.flatMap(({ anyOf }) => anyOf);
    expect(labelled.filter((code) => codeOn(code, note.date, analyzer.knowledge)?.code !== code)).toEqual([]);
    expect(labelled.filter((code) => label.forbidden.some((one) => one.code === code))).toEqual([]);
    expect([...label.codes, ...label.queries, ...label.facts].filter(({ quote }) => !note.text.includes(quote))).toEqual([]);
    expect(label.facts.filter(({ quote }) => note.text.indexOf(quote) !== note.text.lastIndexOf(quote))).toEqual([]);
    expect(codesOf(label).filter((code) => !/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code))).toEqual([]);
  });

  it('is read by lumbago far better than by any baseline', () => {
    const lumbago = f1Of((note) => analyzer.analyze(note));
    expect(Object.entries(BASELINES).filter(([, report]) => f1Of(report) > lumbago - DISTANCE).map(([name]) => name)).toEqual([]);
  });

  it('has a floor in corpora/scores.json', () => {
    expect(readScores()['benchmark']?.floors?.['codes.f1']).toBeGreaterThan(TARGET - 0.05);
  });
});

describe('a file of the benchmark', () => {
  const refuses = (text: string): (() => unknown) => () => readBenchmark('soap', text);

  it('is refused with its line when it says something unknown', () => {
    expect(refuses('# soap-01: pain\nA: Back pain.\n==>\ncode M54.9 | Neck pain | site\n')).toThrow('soap:4: not in the note: Neck pain');
    expect(refuses('# soap-01: pain\nA: Back pain.\n==>\nmaybe M54.9\n')).toThrow('soap:4: unknown: maybe M54.9');
    expect(refuses('# soap-01: pain\nA: Back pain.\n')).toThrow('soap:1: no line "==>"');
    expect(refuses('# soap-01: pain\n@mood low\nA: Back pain.\n==>\n')).toThrow('soap:2: unknown: @mood low');
    expect(refuses('# soap-01: a\nA\n==>\n# soap-01: b\nB\n==>\n')).toThrow('soap: soap-01 stands there twice');
  });

  it('is read into a note and its label', () => {
    expect(readBenchmark('soap', '# soap-01: pain\n@date 2026-10-02\nA: Back pain.\n\n==>\ncode M54.9 | Back pain | no region\nabsent symptom pain | pain\n')).toEqual({
      notes: [{ id: 'soap-01', style: 'soap', setting: 'outpatient', date: '2026-10-02', text: 'A: Back pain.' }],
      labels: [{
        id: 'soap-01', style: 'soap', setting: 'outpatient', codes: [{ anyOf: ['M54.9'], status: 'required', quote: 'Back pain', why: 'no region' }],
        forbidden: [], queries: [], facts: [{ axis: 'symptom', value: 'pain', assert: 'absent', quote: 'pain' }],
      }],
    });
  });
});

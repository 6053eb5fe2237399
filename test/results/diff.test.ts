// `lumbago diff` from outside: two runs over the same notes, changed by a release or by hand, and what is told of each change.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alignRuns, type Aligned } from '../../src/results/align-runs.ts';
import type { RunDifference } from '../../src/results/diff-runs.ts';
import type { Report } from '../../src/wire.ts';
import { runCli } from '../contract/run-cli.ts';
import { freshFolder, reportsOf, writeRun } from './run-folder.ts';

const LOW_BACK = 'Assessment: Low back pain.';
const SCIATICA = 'Assessment: Lumbago with sciatica, left side.';

const differenceOf = async (before: string, after: string, ...flags: string[]): Promise<RunDifference> => JSON.parse((await runCli(['diff', before, after, '--json', ...flags])).out) as RunDifference;

/** The report as if a rule of the lexicons had gone: another code on the same words, from another rule. */
function recoded(report: Report, code: string, rule: string): Report {
  const [first, ...rest] = report.candidates;
  if (!first) throw new Error('the note of the test has no code');
  return { ...report, engine: { ...report.engine, knowledge: 'e'.repeat(64) }, candidates: [{ ...first, code, because: [{ rule, says: 'Another rule.', source: 'Test' }] }, ...rest] };
}

describe('lumbago diff', () => {
  it('counts the notes of each pair of codes and says that the release did it', async () => {
    const notes = (date: string): Report[] => reportsOf({ text: LOW_BACK, date }, { text: SCIATICA, date }, { text: LOW_BACK, date });
    const [before, after] = [writeRun({ parts: [notes('2021-05-01')] }), writeRun({ parts: [notes('2021-11-01')] })];
    const difference = await differenceOf(before, after);
    expect(difference.notes).toEqual({ inBoth: 3, changedCode: 2, changedStatus: 0, changedOrder: 0 });
    expect(difference.pairs.map(({ from, to, notes: count, examples }) => ({ from, to, count, examples }))).toEqual([{ from: 'M54.5', to: 'M54.50', count: 2, examples: ['n1', 'n3'] }]);
    expect(difference.pairs[0]?.because[0]).toEqual({ what: 'release', id: 'FY2021 → FY2022', notes: 2 });
    expect((await runCli(['diff', before, after])).out).toContain('M54.5 → M54.50: 2 notes (n1, n3)');
  });

  it('names rules that came and went, and both knowledge hashes', async () => {
    const reports = reportsOf({ text: LOW_BACK, date: '2026-11-15' });
    const [before, after] = [writeRun({ parts: [reports] }), writeRun({ parts: [reports.map((report) => recoded(report, 'M54.59', 'row.of-another-lexicon'))] })];
    const { pairs, before: old, after: now } = await differenceOf(before, after);
    expect(pairs[0]).toMatchObject({ from: 'M54.50', to: 'M54.59' });
    expect(pairs[0]?.because).toContainEqual({ what: 'rule new', id: 'row.of-another-lexicon', notes: 1 });
    expect(pairs[0]?.because).toContainEqual({ what: 'rule gone', id: reports[0]?.candidates[0]?.because[0]?.rule, notes: 1 });
    expect([old.engines[0]?.knowledge, now.engines[0]?.knowledge]).toEqual([reports[0]?.engine.knowledge, 'e'.repeat(64)]);
  });

  it('tells what else the runs do not share', async () => {
    const reports = reportsOf({ text: LOW_BACK });
    const [before, after] = [writeRun({ parts: [reports], given: { phi: 'off', partSize: 10 } }), writeRun({ parts: [reports], given: { phi: 'warn', partSize: 10 } })];
    expect((await differenceOf(before, after)).otherwise).toEqual(['phi']);
    expect((await runCli(['diff', before, after])).out).toContain('the runs differ in phi too');
    expect((await differenceOf(before, before)).otherwise).toEqual([]);
  });

  it('tells the rule under which the other run left a code out', async () => {
    const [before, after] = [reportsOf({ text: 'Assessment: Lumbar radiculopathy.' }), reportsOf({ text: 'Assessment: Lumbar radiculopathy.' })];
    const left = after.map((report) => ({ ...report, candidates: report.candidates.map(({ sequence: _gone, ...candidate }) => ({ ...candidate, status: 'excluded' as const, because: [{ rule: 'certainty.of-the-test', says: 'Left out.', source: 'Test' }] })) }));
    const { pairs } = await differenceOf(writeRun({ parts: [before] }), writeRun({ parts: [left] }));
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ from: 'M54.16', to: null });
    expect(pairs[0]?.because).toContainEqual({ what: 'not reported by rule', id: 'certainty.of-the-test', notes: 1 });
  });

  it('finds nothing between a run and itself, whatever its parts and compression', async () => {
    const reports = reportsOf({ text: LOW_BACK }, { text: SCIATICA }, { text: 'No pain today.' });
    const [before, after] = [writeRun({ parts: [reports] }), writeRun({ parts: [reports.slice(0, 1), reports.slice(1)], gzip: true })];
    expect((await differenceOf(before, after)).pairs).toEqual([]);
    expect((await runCli(['diff', before, after, '--exit-code'])).code).toBe(0);
  });

  it('ends with 5 when asked to and something changed, else with 0', async () => {
    const [before, after] = [writeRun({ parts: [reportsOf({ text: LOW_BACK })] }), writeRun({ parts: [reportsOf({ text: LOW_BACK, date: '2021-01-01' })] })];
    expect((await runCli(['diff', before, after, '--exit-code'])).code).toBe(5);
    expect((await runCli(['diff', before, after])).code).toBe(0);
  });

  it('tells the notes of one run alone and those whose text is another, and compares the rest', async () => {
    const before = writeRun({ parts: [reportsOf({ text: LOW_BACK }, { text: SCIATICA }, { text: LOW_BACK, id: 'same' }, { text: LOW_BACK, id: 'edited' })] });
    const after = writeRun({ parts: [reportsOf({ text: SCIATICA, id: 'n2' }, { text: SCIATICA, id: 'new' }, { text: LOW_BACK, id: 'same' }, { text: SCIATICA, id: 'edited' })] });
    const { notes, onlyBefore, onlyAfter, otherText, pairs } = await differenceOf(before, after);
    expect(notes.inBoth).toBe(3);
    expect([onlyBefore, onlyAfter, otherText]).toEqual([{ notes: 1, examples: ['n1'] }, { notes: 1, examples: ['new'] }, { notes: 1, examples: ['edited'] }]);
    expect(pairs).toEqual([]);
  });

  it('writes every changed note with offsets and ids, and no words of it', async () => {
    const text = 'Assessment: Low back pain after a trip to Zanzibar.';
    const file = join(freshFolder(), 'changes.jsonl');
    await differenceOf(writeRun({ parts: [reportsOf({ text, date: '2021-05-01' })] }), writeRun({ parts: [reportsOf({ text, date: '2026-05-01' })] }), '--changes', file);
    const written = readFileSync(file, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ id: 'n1', kind: 'code', before: ['M54.5'], after: ['M54.50'], releases: ['FY2021', 'FY2026'] });
    expect(written).not.toMatch(/Zanzibar|Low back pain/i);
  });

  it('says where a folder is no run or holds something else', async () => {
    const run = writeRun({ parts: [reportsOf({ text: LOW_BACK })] });
    expect(await runCli(['diff', run, join(run, 'none')])).toMatchObject({ code: 66 });
    const unfinished = await runCli(['diff', run, freshFolder()]);
    expect(unfinished.code).toBe(66);
    expect(unfinished.err).toContain('no manifest.json');
    const other = writeRun({ parts: [[{ schema: 'lumbago/report@9', secret: 'Zanzibar' } as unknown as Report]] });
    const broken = await runCli(['diff', run, other]);
    expect(broken.code).toBe(65);
    expect(broken.err).toContain('part-00000.jsonl, line 1');
    expect(broken.err).not.toContain('Zanzibar');
  });
});

describe('alignRuns', () => {
  const stream = async function* (ids: readonly number[]): AsyncGenerator<{ id: string }> { for (const id of ids) yield { id: String(id) }; };
  const align = async (before: readonly number[], after: readonly number[], longest?: number): Promise<string[]> => {
    const told: string[] = [];
    for await (const one of alignRuns(stream(before), stream(after), longest)) told.push(tell(one));
    return told;
  };
  const tell = (one: Aligned<{ id: string }>): string => (one.kind === 'both' ? `=${one.before.id}` : `${one.kind === 'only-before' ? '-' : '+'}${one.note.id}`);

  it('pairs notes in input order across gaps on either side', async () => {
    expect(await align([1, 2, 3, 4, 6, 7], [2, 3, 5, 6, 8])).toEqual(['-1', '=2', '=3', '-4', '+5', '=6', '-7', '+8']);
    expect(await align([], [1, 2])).toEqual(['+1', '+2']);
  });

  it('refuses runs that have nothing to do with each other before memory is full', async () => {
    await expect(align([1, 2, 3, 4], [5, 6, 7, 8], 5)).rejects.toThrow('in one of the two runs alone');
  });

  it('needs no memory for runs that agree', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => index);
    expect(await align(many, many, 2)).toHaveLength(1000);
  });
});

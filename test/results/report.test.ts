// `lumbago report` from outside: the numbers of a run on the terminal, as JSON and on the page, equal to what the reports say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunsTally } from '../../src/results/tally-runs.ts';
import { runCli } from '../contract/run-cli.ts';
import { freshFolder, reportsOf, writeRun } from './run-folder.ts';

const SECRET = 'Zanzibar';
const NOTES = [
  { text: `Assessment: Lumbago with sciatica. Trip to ${SECRET}.`, date: '2026-10-02' }, { text: 'Assessment: Lumbago with sciatica, left side.', date: '2026-11-15' },
  { text: 'No pain.', date: '2026-11-16' }, { text: 'Assessment: Low back pain.' },
];
const REJECTS = [{ id: 'r1', line: 9, reason: 'is empty' }, { id: '<b>', line: 10, reason: 'looks like it holds <identifiers>', categories: ['ssn'] }];

describe('lumbago report', () => {
  it('counts all notes, codes, gaps, queries, rejects and months', async () => {
    const reports = reportsOf(...NOTES);
    const folder = writeRun({ parts: [reports.slice(0, 2), reports.slice(2)], rejects: REJECTS });
    const { tally, missing } = JSON.parse((await runCli(['report', folder, '--json'])).out) as RunsTally;
    const reported = reports.flatMap(({ candidates }) => candidates.filter(({ status }) => status !== 'excluded'));
    expect(tally).toMatchObject({ notes: 4, codes: reported.length, undated: 1, queries: { total: reports.flatMap(({ queries }) => queries).length }, rejects: { total: 2 } });
    expect(tally.unspecified).toEqual({ count: reported.filter(({ status }) => status === 'underspecified').length, of: reported.length });
    expect(tally.months.map(({ month, notes }) => [month, notes])).toEqual([['2026-10', 1], ['2026-11', 2]]);
    expect(missing).toBe(0);
  });

  it('counts the shards of one input together', async () => {
    const reports = reportsOf(...NOTES);
    const [whole, one, other] = [writeRun({ parts: [reports] }), writeRun({ parts: [reports.slice(0, 1)] }), writeRun({ parts: [reports.slice(1)], gzip: true })];
    const tallyOf = async (...folders: string[]): Promise<object> => (JSON.parse((await runCli(['report', ...folders, '--json'])).out) as RunsTally).tally;
    expect(await tallyOf(one, other)).toEqual(await tallyOf(whole));
  });

  it('shows the same numbers on a terminal, within its width', async () => {
    const { out, code } = await runCli(['report', writeRun({ parts: [reportsOf(...NOTES)], rejects: REJECTS })], { columns: 80 });
    expect(code).toBe(0);
    expect(out).toMatch(/^Notes +4 /m);
    expect(out).toMatch(/^M54\.42 +Lumbago with sciatica, left side +█+ +1 · 25\.0%$/m);
    expect(out).toMatch(/^2026-10 +1 /m);
    expect(Math.max(...out.split('\n').slice(3).map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('writes one page that loads and runs nothing, with a chart for each question and a table behind it', async () => {
    const file = join(freshFolder(), 'report.html');
    const { out } = await runCli(['report', writeRun({ parts: [reportsOf(...NOTES)], rejects: REJECTS }), '--html', file]);
    const page = readFileSync(file, 'utf8');
    expect(out).toBe('');
    for (const id of ['codes', 'unspecified', 'gaps', 'queries', 'month-notes', 'month-unspecified', 'month-queries', 'rejects', 'categories']) expect(page).toContain(`<figure class="chart" id="${id}"`);
    expect(page.match(/<figure /g)).toHaveLength(page.match(/<table>/g)?.length ?? 0);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import|https?:/i);
    expect(page).toContain('looks like it holds &lt;identifiers&gt;');
    expect(page).not.toContain(SECRET);
  });

  it('leaves trends out where no note has a date', async () => {
    const file = join(freshFolder(), 'report.html');
    await runCli(['report', writeRun({ parts: [reportsOf({ text: 'Assessment: Low back pain.' })] }), '--html', file]);
    expect(readFileSync(file, 'utf8')).not.toContain('By month');
  });

  it('says when reports are missing and when there is no run', async () => {
    expect((await runCli(['report', writeRun({ parts: [reportsOf({ text: 'No pain.' })], ok: 3 })])).err).toContain('promise 2 more reports');
    expect((await runCli(['report', writeRun({ parts: [] })])).out).toMatch(/^Unspecified rate +n\/a/m);
    expect((await runCli(['report', join(freshFolder(), 'none')])).code).toBe(66);
  });
});

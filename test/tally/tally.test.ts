// The tally of many reports against counts made by hand, and against the reports of real notes counted in the plainest way.
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { createCounter, OTHER_NAMES } from '../../src/tally/counter.ts';
import { createTally, type CountedReport } from '../../src/tally/create-tally.ts';
import { writeCount, writePercent, writePerHundred, writeShare } from '../../src/tally/write-share.ts';

type Given = Partial<CountedReport['candidates'][number]> & { readonly code: string };

const candidate = ({ code, status = 'supported', axes = [] }: Given): CountedReport['candidates'][number] => ({ code, title: `Title of ${code}`, status, axes });

const report = (candidates: readonly Given[], { date, queries = [] }: { date?: string; queries?: CountedReport['queries'] } = {}): CountedReport =>
  ({ note: date === undefined ? {} : { date }, candidates: candidates.map(candidate), queries });

const side = (state: 'documented' | 'missing' | 'conflicting'): CountedReport['candidates'][number]['axes'] => [{ axis: 'laterality', label: 'Side', state }];

describe('tally', () => {
  it('of nothing is empty, and has no rates', () => {
    const tally = createTally().read();
    expect(tally).toMatchObject({ notes: 0, codes: 0, unspecified: { count: 0, of: 0 }, byCode: [], gaps: [], months: [], undated: 0 });
    expect(writeShare(tally.unspecified)).toBe('n/a (0 of 0)');
  });

  it('counts each code once a note, and its status; what is reported is not counted as considered', () => {
    const counter = createTally();
    counter.addReport(report([{ code: 'M54.30', status: 'underspecified', axes: side('missing') }, { code: 'M54.30', status: 'excluded' }, { code: 'M54.50', status: 'excluded' }]));
    counter.addReport(report([{ code: 'M54.30', status: 'underspecified', axes: side('missing') }, { code: 'M54.30', status: 'underspecified', axes: side('missing') }]));
    counter.addReport(report([{ code: 'M54.32', axes: side('documented') }, { code: 'G89.29' }]));
    counter.addReport(report([{ code: 'M54.30', status: 'conflicting', axes: side('conflicting') }]));
    counter.addReport(report([]));
    const tally = counter.read();
    expect(tally.byCode).toEqual([
      { code: 'M54.30', title: 'Title of M54.30', notes: 3, supported: 0, underspecified: 2, conflicting: 1, excluded: 0 },
      { code: 'G89.29', title: 'Title of G89.29', notes: 1, supported: 1, underspecified: 0, conflicting: 0, excluded: 0 },
      { code: 'M54.32', title: 'Title of M54.32', notes: 1, supported: 1, underspecified: 0, conflicting: 0, excluded: 0 },
      { code: 'M54.50', title: 'Title of M54.50', notes: 0, supported: 0, underspecified: 0, conflicting: 0, excluded: 1 },
    ]);
    expect(tally).toMatchObject({ notes: 5, coded: 4, codes: 5, unspecified: { count: 2, of: 5 }, unspecifiedNotes: { count: 2, of: 4 } });
    expect(tally.gaps).toEqual([{ axis: 'laterality', label: 'Side', missing: 2, conflicting: 1, of: 4 }]);
  });

  it('puts dated notes into their months, in order, and says how many have no date', () => {
    const counter = createTally();
    counter.addReport(report([{ code: 'M54.2' }], { date: '2026-02-28', queries: [{ axis: 'laterality' }] }));
    counter.addReport(report([{ code: 'M54.30', status: 'underspecified' }], { date: '2025-12-01' }));
    counter.addReport(report([], { date: '2026-02-01', queries: [{ axis: 'region' }, { axis: 'laterality' }] }));
    counter.addReport(report([{ code: 'M54.2' }]));
    const { months, undated, queries } = counter.read();
    expect(months).toEqual([{ month: '2025-12', notes: 1, codes: 1, unspecified: 1, queries: 0 }, { month: '2026-02', notes: 2, codes: 1, unspecified: 0, queries: 3 }]);
    expect(undated).toBe(1);
    expect(queries).toEqual({ total: 3, notes: 2, byAxis: [{ name: 'laterality', count: 2 }, { name: 'region', count: 1 }] });
  });

  it('counts rejects by reason and by category, a category once a reject', () => {
    const counter = createTally();
    counter.addReject({ reason: 'may identify a person', categories: ['phone', 'phone', 'email'] });
    counter.addReject({ reason: 'may identify a person', categories: ['phone'] });
    counter.addReject({ reason: 'the text is empty' });
    expect(counter.read().rejects).toEqual({
      total: 3, byReason: [{ name: 'may identify a person', count: 2 }, { name: 'the text is empty', count: 1 }], byCategory: [{ name: 'phone', count: 2 }, { name: 'email', count: 1 }],
    });
  });

  it('what was read stays as it was when more is counted', () => {
    const counter = createTally();
    counter.addReport(report([{ code: 'M54.2' }], { date: '2026-02-28' }));
    const early = counter.read();
    counter.addReport(report([{ code: 'M54.2' }], { date: '2026-02-28' }));
    expect(early.byCode[0]?.notes).toBe(1);
    expect(early.months[0]?.notes).toBe(1);
  });

  it('agrees with the reports of the engine', () => {
    const { analyze } = createAnalyzer();
    const reports = ['Sciatica.', 'Lumbago with sciatica, left side.', 'Neck pain. No back pain.', 'Well.'].map((text, at) => analyze({ id: `n${at}`, text, date: '2026-11-15' }));
    const counter = createTally();
    reports.forEach((one) => counter.addReport(one));
    const tally = counter.read();
    const reported = reports.flatMap(({ candidates }) => candidates.filter(({ status }) => status !== 'excluded'));
    expect(tally.codes).toBe(reported.length);
    expect(tally.unspecified.count).toBe(reported.filter(({ status }) => status === 'underspecified').length);
    expect(tally.unspecified.count).toBeGreaterThan(0);
    expect(tally.queries.total).toBe(reports.reduce((sum, { queries }) => sum + queries.length, 0));
  });
});

describe('counter', () => {
  it('keeps a bound on distinct names and counts the rest together', () => {
    const counter = createCounter();
    for (let at = 0; at < 600; at += 1) counter.add(`reason ${String(at).padStart(3, '0')}`);
    counter.add('reason 000');
    const counts = counter.read();
    expect(counts).toHaveLength(501);
    expect(counts[0]).toEqual({ name: 'reason 000', count: 2 });
    expect(counts.at(-1)).toEqual({ name: OTHER_NAMES, count: 100 });
  });
});

describe('shares in words', () => {
  it.each([
    [{ count: 12, of: 80 }, '15.0%'], [{ count: 0, of: 80 }, '0.0%'], [{ count: 1, of: 3000 }, '< 0.1%'], [{ count: 2999, of: 3000 }, '> 99.9%'], [{ count: 3, of: 3 }, '100.0%'], [{ count: 0, of: 0 }, 'n/a'],
  ])('%o is %s', (share, words) => { expect(writePercent(share)).toBe(words); });

  it('counts have commas, rates per hundred one decimal', () => {
    expect([writeCount(999), writeCount(1234567), writePerHundred(1, 4), writePerHundred(1, 0)]).toEqual(['999', '1,234,567', '25.0', 'n/a']);
    expect(writeShare({ count: 1200, of: 2400 })).toBe('50.0% (1,200 of 2,400)');
  });
});

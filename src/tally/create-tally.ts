// Reports and rejects in, one at a time; their tally out, at any moment.
// What it keeps grows with distinct codes, axes, reasons and months, never with the notes. Not its job: reading files, drawing.
import type { Candidate, Report } from '../wire.ts';
import { createCounter, type Counter } from './counter.ts';
import type { CodeCount, GapCount, MonthCount, Tally } from './tally.ts';

/** The parts of a report that are counted. */
export type CountedReport = {
  readonly note: Pick<Report['note'], 'date'>;
  readonly candidates: readonly (Pick<Candidate, 'code' | 'title' | 'status'> & { readonly axes: readonly Pick<Candidate['axes'][number], 'axis' | 'label' | 'state'>[] })[];
  readonly queries: readonly Pick<Report['queries'][number], 'axis'>[];
};

/** A line of rejects.jsonl: why a note was not taken, never its text. */
export interface CountedReject { readonly reason: string; readonly categories?: readonly string[] }

/** Counts reports and rejects. `read` gives what was counted so far. */
export interface TallyCounter {
  addReport(report: CountedReport): void;
  addReject(reject: CountedReject): void;
  read(): Tally;
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };
type Gap = Changing<GapCount>;
type Month = Changing<MonthCount>;

interface Counts {
  notes: number; coded: number; codes: number; unspecified: number; unspecifiedNotes: number; queries: number; queriedNotes: number; rejects: number; undated: number;
  readonly byCode: Map<string, Changing<CodeCount>>;
  readonly gaps: Map<string, Gap>;
  readonly months: Map<string, Month>;
  readonly axes: Counter;
  readonly reasons: Counter;
  readonly categories: Counter;
}

/** An empty tally, ready to count. */
export function createTally(): TallyCounter {
  const counts: Counts = {
    notes: 0, coded: 0, codes: 0, unspecified: 0, unspecifiedNotes: 0, queries: 0, queriedNotes: 0, rejects: 0, undated: 0,
    byCode: new Map(), gaps: new Map(), months: new Map(), axes: createCounter(), reasons: createCounter(), categories: createCounter(),
  };
  return {
    addReport: (report) => countReport(report, counts),
    addReject: ({ reason, categories = [] }) => {
      counts.rejects += 1;
      counts.reasons.add(reason);
      for (const category of new Set(categories)) counts.categories.add(category);
    },
    read: () => readTally(counts),
  };
}

function countReport({ note, candidates, queries }: CountedReport, counts: Counts): void {
  const reported = firstOfEachCode(candidates.filter(({ status }) => status !== 'excluded'));
  const codes = new Set(reported.map(({ code }) => code));
  const excluded = firstOfEachCode(candidates.filter(({ status, code }) => status === 'excluded' && !codes.has(code)));
  const unspecified = reported.filter(({ status }) => status === 'underspecified').length;
  for (const candidate of [...reported, ...excluded]) countCode(candidate, counts.byCode);
  for (const candidate of reported) countGaps(candidate, counts.gaps);
  for (const { axis } of queries) counts.axes.add(axis);
  counts.notes += 1;
  counts.codes += reported.length;
  counts.coded += reported.length > 0 ? 1 : 0;
  counts.unspecified += unspecified;
  counts.unspecifiedNotes += unspecified > 0 ? 1 : 0;
  counts.queries += queries.length;
  counts.queriedNotes += queries.length > 0 ? 1 : 0;
  countMonth(note.date?.slice(0, 7), { codes: reported.length, unspecified, queries: queries.length }, counts);
}

type Counted = CountedReport['candidates'][number];

const firstOfEachCode = (candidates: readonly Counted[]): Counted[] => candidates.filter(({ code }, at) => candidates.findIndex((other) => other.code === code) === at);

function countCode({ code, title, status }: Counted, byCode: Counts['byCode']): void {
  const count = byCode.get(code) ?? { code, title, notes: 0, supported: 0, underspecified: 0, conflicting: 0, excluded: 0 };
  count[status] += 1;
  count.notes += status === 'excluded' ? 0 : 1;
  byCode.set(code, count);
}

function countGaps({ axes }: Counted, gaps: Counts['gaps']): void {
  for (const { axis, label, state } of axes) {
    const gap = gaps.get(axis) ?? { axis, label, missing: 0, conflicting: 0, of: 0 };
    gap.of += 1;
    gap.missing += state === 'missing' ? 1 : 0;
    gap.conflicting += state === 'conflicting' ? 1 : 0;
    gaps.set(axis, gap);
  }
}

function countMonth(month: string | undefined, { codes, unspecified, queries }: Pick<MonthCount, 'codes' | 'unspecified' | 'queries'>, counts: Counts): void {
  if (month === undefined) {
    counts.undated += 1;
    return;
  }
  const count = counts.months.get(month) ?? { month, notes: 0, codes: 0, unspecified: 0, queries: 0 };
  count.notes += 1;
  count.codes += codes;
  count.unspecified += unspecified;
  count.queries += queries;
  counts.months.set(month, count);
}

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function readTally(counts: Counts): Tally {
  const { notes, coded, codes, undated } = counts;
  return {
    notes, coded, codes, undated,
    unspecified: { count: counts.unspecified, of: codes },
    unspecifiedNotes: { count: counts.unspecifiedNotes, of: coded },
    byCode: copies(counts.byCode).sort((a, b) => b.notes - a.notes || b.excluded - a.excluded || byName(a.code, b.code)),
    gaps: copies(counts.gaps).filter(({ missing, conflicting }) => missing + conflicting > 0)
      .sort((a, b) => b.missing + b.conflicting - a.missing - a.conflicting || byName(a.axis, b.axis)),
    queries: { total: counts.queries, notes: counts.queriedNotes, byAxis: counts.axes.read() },
    rejects: { total: counts.rejects, byReason: counts.reasons.read(), byCategory: counts.categories.read() },
    months: copies(counts.months).sort((a, b) => byName(a.month, b.month)),
  };
}

const copies = <T extends object>(counts: ReadonlyMap<string, T>): T[] => [...counts.values()].map((count) => ({ ...count }));

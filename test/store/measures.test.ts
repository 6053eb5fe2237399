// Measures with their denominators, over PGlite and PostgreSQL, and the migrations that make the tables.
import { expect, it } from 'vitest';
import { addReport } from '../../src/store/add-report.ts';
import { measureWorklist } from '../../src/store/measures.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Outcome } from '../../src/store/steps.ts';
import { takeStep } from '../../src/store/take-step.ts';
import { describeStores, NOW, reportOf, stampAt } from './stores.ts';

describeStores('measures', (store) => {
  it('over nothing are nothing, not NaN', async () => {
    const none = { numerator: 0, denominator: 0, value: null };
    expect(await measureWorklist(store())).toEqual([{
      group: 'all', notes: 0, drafts: 0, sent: 0, closedWithoutQuery: 0, queryRate: none, responseRate: none, agreeRate: none, turnaroundHours: { over: 0, median: null, p90: null },
    }]);
  });

  it('count what was sent, answered and judged', async () => {
    await addReport(store(), { report: reportOf('n1', 7), stamp: stampAt(0) });
    for (const id of ['n2', 'n3']) await addReport(store(), { report: { ...reportOf(id), queries: [] }, stamp: stampAt(0, 'ben') });
    for (const number of [1, 2, 3, 4, 5]) await takeStep(store(), { query: `W${number}`, step: { action: 'send', to: number < 3 ? 'Dr. Osei' : 'Dr. Lee' }, stamp: stampAt(1) });
    const answers: readonly (readonly [string, number, Outcome])[] = [['W1', 3, 'agreed'], ['W2', 5, 'disagreed'], ['W3', 11, 'agreed'], ['W4', 21, 'other']];
    for (const [query, hours, outcome] of answers) {
      await takeStep(store(), { query, step: { action: 'answer', choice: 'right', name: 'x', credentials: 'MD' }, stamp: stampAt(hours) });
      await takeStep(store(), { query, step: { action: 'close', outcome }, stamp: stampAt(hours) });
    }
    await takeStep(store(), { query: 'W5', step: { action: 'close', outcome: 'no-response' }, stamp: stampAt(90) });
    await takeStep(store(), { query: 'W6', step: { action: 'close-gap', reason: 'education' }, stamp: stampAt(1) });
    expect(await measureWorklist(store())).toEqual([{
      group: 'all', notes: 3, drafts: 1, sent: 5, closedWithoutQuery: 1, queryRate: { numerator: 5, denominator: 3, value: 5 / 3 }, responseRate: { numerator: 4, denominator: 5, value: 0.8 },
      agreeRate: { numerator: 2, denominator: 4, value: 0.5 }, turnaroundHours: { over: 4, median: 7, p90: 20 },
    }]);
    expect((await measureWorklist(store(), 'provider')).map(({ group, sent, responseRate }) => [group, sent, responseRate.value])).toEqual([['Dr. Lee', 3, 2 / 3], ['Dr. Osei', 2, 1], ['nobody named', 0, null]]);
    expect((await measureWorklist(store(), 'author')).map(({ group, notes, queryRate }) => [group, notes, queryRate.value])).toEqual([['ana', 1, 5], ['ben', 2, 0]]);
    expect((await measureWorklist(store(), 'axis')).map(({ turnaroundHours }) => turnaroundHours.over)).toEqual([4]);
  });
});

describeStores('migrations', (store) => {
  it('are applied once, by however many come at once', async () => {
    await store().query('DROP SCHEMA lumbago CASCADE');
    await Promise.all([1, 2, 3].map(() => migrate(store(), { create: true, now: NOW })));
    expect(await store().query('SELECT version, applied_at FROM lumbago.migrations')).toEqual([{ version: 1, applied_at: NOW }]);
  });

  it('refuse a store that a newer lumbago wrote, and make none unasked', async () => {
    await store().query("INSERT INTO lumbago.migrations VALUES (99, 'from the future', $1)", [NOW]);
    await expect(migrate(store(), { create: true, now: NOW })).rejects.toMatchObject({ fault: 'unreadable', message: expect.stringMatching(/newer lumbago \(tables of version 99, this one knows 1\)/) });
    await store().query('DROP SCHEMA lumbago CASCADE');
    await expect(migrate(store(), { create: false, now: NOW })).rejects.toMatchObject({ fault: 'absent' });
  });
});

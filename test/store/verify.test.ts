// The log cannot be altered by the way, and when someone alters it with force, verify says where. Over PGlite and PostgreSQL.
import { expect, it } from 'vitest';
import { addReport } from '../../src/store/add-report.ts';
import type { Database } from '../../src/store/database.ts';
import { takeStep } from '../../src/store/take-step.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { describeStores, reportOf, stampAt } from './stores.ts';

async function fill(database: Database): Promise<void> {
  await addReport(database, { report: reportOf('n1', 2), stamp: stampAt(0) });
  await takeStep(database, { query: 'W1', step: { action: 'send', to: 'Dr. Osei' }, stamp: stampAt(1) });
  await takeStep(database, { query: 'W1', step: { action: 'answer', choice: 'right', text: 'since May', name: 'N. Osei', credentials: 'MD' }, stamp: stampAt(2) });
  await takeStep(database, { query: 'W1', step: { action: 'close', outcome: 'agreed' }, stamp: stampAt(3) });
}

/** As someone who owns the tables could. */
async function force(database: Database, sql: string): Promise<void> {
  const table = /lumbago\.(events|queries)/.exec(sql)?.[1];
  await database.query(`ALTER TABLE lumbago.${table} DISABLE TRIGGER USER`);
  await database.query(sql);
  await database.query(`ALTER TABLE lumbago.${table} ENABLE TRIGGER USER`);
}

describeStores('the record', (store) => {
  it.each([
    ["UPDATE lumbago.events SET actor = 'eve'"], ['DELETE FROM lumbago.events WHERE sequence = 2'], ['TRUNCATE lumbago.events'],
    ["UPDATE lumbago.queries SET text_as_sent = 'x' WHERE id = 1"], ['UPDATE lumbago.queries SET text_as_sent = NULL, text_sha256 = NULL, sent_at = NULL WHERE id = 1'],
    ["UPDATE lumbago.queries SET answer_choice = 'left' WHERE id = 1"], ["UPDATE lumbago.queries SET composed = '{}' WHERE id = 2"],
    ['DELETE FROM lumbago.queries WHERE id = 2'], ['TRUNCATE lumbago.queries CASCADE'], ["UPDATE lumbago.queries SET status = 'sent' WHERE id = 2"],
  ])('is kept from %s', async (sql) => {
    await fill(store());
    await expect(store().query(sql)).rejects.toMatchObject({ name: 'DatabaseFault' });
    expect(await verifyLog(store())).toMatchObject({ events: 6, queries: 2, faults: [] });
  });

  it.each([
    ["UPDATE lumbago.events SET actor = 'eve' WHERE sequence = 4", 4, /event 4 was changed/], ["UPDATE lumbago.events SET at = at + interval '1 hour' WHERE sequence = 5", 5, /event 5 was changed/],
    ["UPDATE lumbago.events SET hash = repeat('a', 64) WHERE sequence = 3", 3, /event 3 was changed/], ['DELETE FROM lumbago.events WHERE sequence = 3', 4, /event 3 is missing/],
    ['DELETE FROM lumbago.events WHERE sequence = 6', 5, /ends at event 5, but its head was at 6/],
    ["UPDATE lumbago.queries SET answer_choice = 'left' WHERE id = 1", undefined, /W1: its choice is not what the log says/],
    ["UPDATE lumbago.queries SET answer_text = 'since June' WHERE id = 1", undefined, /W1: its answer in words/],
    ["UPDATE lumbago.queries SET text_as_sent = 'x' WHERE id = 1", undefined, /W1: its text as sent/],
    ["UPDATE lumbago.queries SET outcome = 'other' WHERE id = 1", undefined, /W1: its outcome/],
    ["UPDATE lumbago.queries SET status = 'cancelled', closed_at = now() WHERE id = 2", undefined, /W2: its status/],
  ])('after %s the break is found', async (sql, at, says) => {
    await fill(store());
    await force(store(), sql);
    const { faults } = await verifyLog(store());
    expect(faults[0]?.says).toMatch(says);
    expect(faults[0]?.at).toBe(at);
  });

  it('a head that was noted earlier tells a log that was written anew', async () => {
    await fill(store());
    const { head } = await verifyLog(store());
    expect((await verifyLog(store(), head.hash)).faults).toEqual([]);
    expect((await verifyLog(store(), 'f'.repeat(64))).faults[0]?.says).toMatch(/--known is not in the log/);
  });
});

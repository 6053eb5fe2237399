// The life of queries in the store, over PGlite and PostgreSQL: what is kept, what is refused, who is told.
import { expect, it } from 'vitest';
import { digestText } from '../../src/digest.ts';
import { addReport } from '../../src/store/add-report.ts';
import { readEvents, type WorklistEvent } from '../../src/store/chain.ts';
import type { Database } from '../../src/store/database.ts';
import { findQuery } from '../../src/store/find-query.ts';
import { listQueries } from '../../src/store/list-queries.ts';
import { STATUSES, statusAfter, type Step } from '../../src/store/steps.ts';
import { expireBefore, takeStep, type Change } from '../../src/store/take-step.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { describeStores, NOW, reportOf, SECRET, stampAt, TEXT, letter } from './stores.ts';

const ANSWER: Step = { action: 'answer', choice: 'right', name: 'N. Osei', credentials: 'MD' };

const step = (database: Database, query: string, taken: Step, hours = 1): Promise<Change> => takeStep(database, { query, step: taken, stamp: stampAt(hours) });

async function eventsOf(database: Database): Promise<WorklistEvent[]> {
  const events: WorklistEvent[] = [];
  for await (const event of readEvents(database)) events.push(event);
  return events;
}

describeStores('the worklist', (store) => {
  it('takes a report once, however often it comes', async () => {
    const report = reportOf('n1', 3);
    expect(await addReport(store(), { report, stamp: stampAt(0) })).toMatchObject({ note: 'n1', added: ['W1', 'W2', 'W3'], known: [] });
    expect(await addReport(store(), { report, stamp: stampAt(1) })).toMatchObject({ added: [], known: ['W1', 'W2', 'W3'], events: [] });
    expect(await listQueries(store())).toHaveLength(3);
    expect((await findQuery(store(), 'n1/q2')).composed).toEqual(report.queries[1]);
  });

  it('keeps two queries of one kind in one report apart', async () => {
    const report = reportOf('n1', 1);
    const twice = { ...report, queries: [...report.queries, { ...report.queries[0]!, id: 'q2' }] };
    expect((await addReport(store(), { report: twice, stamp: stampAt(0) })).added).toEqual(['W1', 'W2']);
    expect((await addReport(store(), { report: twice, stamp: stampAt(0) })).known).toEqual(['W1', 'W2']);
  });

  it('keeps the text of a note only when it is given, and then to the last code unit', async () => {
    const odd = `${TEXT} 🦴\u0000\ud800\r\nİ`;
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    await addReport(store(), { report: reportOf('n2', 1, odd), stamp: stampAt(0), text: odd });
    const notes = await store().query<{ text: string | null }>('SELECT kept_text AS text FROM lumbago.notes ORDER BY id');
    expect(notes.map(({ text }) => text)).toEqual([null, odd]);
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(1), text: TEXT });
    expect((await eventsOf(store())).at(-1)).toMatchObject({ action: 'keep-text', detail: { note: 'n1' } });
    await expect(addReport(store(), { report: reportOf('n3', 1), stamp: stampAt(0), text: 'another' })).rejects.toThrow(/not the text of the report/);
    expect((await verifyLog(store())).faults).toEqual([]);
  });

  it('follows a query from draft to closed', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    const changes = [
      await step(store(), 'W1', { action: 'send', to: 'Dr. Osei' }, 1), await step(store(), 'w1', { action: 'defer', reason: 'on leave' }, 2),
      await step(store(), 'n1/q1', { action: 'read' }, 3), await step(store(), 'W1', { action: 'reassign', to: 'Dr. Lee', reason: 'on leave' }, 4),
      await step(store(), '1', ANSWER, 5), await step(store(), 'W1', { action: 'close', outcome: 'agreed' }, 6),
    ];
    expect(changes.map(({ status, version }) => [status, version])).toEqual([['sent', 2], ['deferred', 3], ['read', 4], ['read', 5], ['answered', 6], ['closed', 7]]);
    const query = await findQuery(store(), 'W1');
    expect(query).toMatchObject({
      status: 'closed', assignee: 'Dr. Lee', author: 'ana', outcome: 'agreed', answerChoice: 'right', answerName: 'N. Osei', answerCredentials: 'MD',
      createdAt: NOW, sentAt: stampAt(1).now, readAt: stampAt(3).now, answeredAt: stampAt(5).now, closedAt: stampAt(6).now,
    });
    expect(query.textSha256).toBe(digestText(query.textAsSent ?? ''));
    expect((await eventsOf(store())).map(({ sequence, action }) => `${sequence} ${action}`)).toEqual(['1 add-note', '2 draft', '3 send', '4 defer', '5 read', '6 reassign', '7 answer', '8 close']);
    expect(await verifyLog(store())).toMatchObject({ events: 8, queries: 1, faults: [] });
  });

  it('sends the text that a person wrote, as it is', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    const text = `  ${letter().replaceAll('\n', '\r\n')}`;
    await step(store(), 'W1', { action: 'send', text });
    expect(await findQuery(store(), 'W1')).toMatchObject({ textAsSent: text, textSha256: digestText(text) });
  });

  it.each([
    ['leads', letter().replace('Based on your clinical judgment, which side', 'Please confirm the left side that'), /Q006 in question/],
    ['names money', letter(', for the DRG'), /Q005 in question/], ['holds a code', letter(' (M54.41)'), /Q008 in question/], ['drops "other"', letter().replace('[ ] Other (please specify)\n', ''), /Q003 in options/],
  ])('refuses a text that %s, and the query stays a draft', async (_what, text, message) => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    await expect(step(store(), 'W1', { action: 'send', text })).rejects.toThrow(message);
    expect(await findQuery(store(), 'W1')).toMatchObject({ status: 'draft', textAsSent: null });
  });

  it('leaves out indicators with a reason, and sends no query without one', async () => {
    const report = reportOf('n1', 1);
    const count = report.queries[0]!.indicators.length;
    await addReport(store(), { report, stamp: stampAt(0) });
    for (let indicator = 1; indicator <= count; indicator++) await step(store(), 'W1', { action: 'untick', indicator, reason: 'of last year' });
    expect((await findQuery(store(), 'W1')).unticked[0]).toEqual({ indicator: 1, reason: 'of last year', by: 'ana', at: stampAt(1).now });
    await expect(step(store(), 'W1', { action: 'send' })).rejects.toThrow(/no indicator left.*close-gap W1/);
    await expect(step(store(), 'W1', { action: 'untick', indicator: count + 1, reason: 'x' })).rejects.toThrow(`1 to ${count}`);
    await step(store(), 'W1', { action: 'close-gap', reason: 'insufficient-clinical-evidence', remark: 'nothing else found' });
    expect(await findQuery(store(), 'W1')).toMatchObject({ status: 'closed', sentAt: null, outcome: null, reason: 'insufficient-clinical-evidence' });
  });

  it('tells the second of two who answer, who answered and when', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    await step(store(), 'W1', { action: 'send' });
    const both = await Promise.allSettled([step(store(), 'W1', ANSWER, 2), step(store(), 'W1', { ...ANSWER, choice: 'left', name: 'B. Lee', credentials: 'DO' }, 2)]);
    const failed = both.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    expect(failed).toHaveLength(1);
    const { answerName, answerChoice, answeredAt } = await findQuery(store(), 'W1');
    expect(failed[0]?.message).toBe(`W1: was answered by ${answerName}, ${answerChoice === 'right' ? 'MD' : 'DO'}, at ${answeredAt}; nothing was changed. answer is possible from sent, read, deferred; from answered: close (agreed, disagreed, other)`);
    expect((await eventsOf(store())).filter(({ action }) => action === 'answer')).toHaveLength(1);
  });

  it('refuses a step on a version that is no longer the newest', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    await step(store(), 'W1', { action: 'send' });
    await takeStep(store(), { query: 'W1', step: { action: 'reassign', to: 'Dr. Lee', reason: 'ward' }, stamp: stampAt(2, 'ben'), expect: 2 });
    await expect(takeStep(store(), { query: 'W1', step: { action: 'reassign', to: 'Dr. Osei', reason: 'ward' }, stamp: stampAt(3), expect: 2 }))
      .rejects.toThrow(`W1: has changed since you looked (version 2, now 3, sent): ben did "reassign" at ${stampAt(2).now}`);
    expect(await findQuery(store(), 'W1')).toMatchObject({ assignee: 'Dr. Lee', version: 3 });
  });

  it('refuses every step that the status does not allow, and changes nothing', async () => {
    const ways: Readonly<Record<(typeof STATUSES)[number], readonly Step[]>> = {
      draft: [], sent: [{ action: 'send' }], read: [{ action: 'send' }, { action: 'read' }], deferred: [{ action: 'send' }, { action: 'defer', reason: 'x' }],
      answered: [{ action: 'send' }, ANSWER], closed: [{ action: 'send' }, ANSWER, { action: 'close', outcome: 'agreed' }],
      cancelled: [{ action: 'cancel', reason: 'x' }], expired: [{ action: 'send' }, { action: 'expire' }],
    };
    const steps: readonly Step[] = [
      { action: 'untick', indicator: 1, reason: 'x' }, { action: 'send' }, { action: 'read' }, { action: 'defer', reason: 'x' }, ANSWER, { action: 'close', outcome: 'other' },
      { action: 'close', outcome: 'no-response' }, { action: 'close-gap', reason: 'education' }, { action: 'cancel', reason: 'x' }, { action: 'reassign', to: 'x', reason: 'x' }, { action: 'expire' },
    ];
    let refused = 0;
    await addReport(store(), { report: reportOf('n1', STATUSES.length), stamp: stampAt(0) });
    for (const [index, status] of STATUSES.entries()) {
      const name = `W${index + 1}`;
      for (const before of ways[status]) await step(store(), name, before);
      const stands = await findQuery(store(), name);
      expect(stands.status).toBe(status);
      for (const wrong of steps.filter((one) => statusAfter(status, one) === undefined)) {
        await expect(step(store(), name, wrong)).rejects.toMatchObject({ name: 'StoreError', fault: 'refused', message: expect.stringContaining(name) });
        refused++;
      }
      expect(await findQuery(store(), name)).toEqual(stands);
    }
    expect(refused).toBeGreaterThan(50);
    expect((await verifyLog(store())).faults).toEqual([]);
  });

  it('says what is wrong with an answer', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0) });
    await step(store(), 'W1', { action: 'send' });
    await expect(step(store(), 'W7', ANSWER)).rejects.toMatchObject({ fault: 'absent', message: expect.stringMatching(/^W7: there is no such query/) });
    await expect(step(store(), 'n1/q9', ANSWER)).rejects.toMatchObject({ fault: 'absent' });
    await expect(step(store(), 'W1', { ...ANSWER, choice: 'upwards' })).rejects.toThrow(/not one of its options: .*right/);
    await expect(step(store(), 'W1', { action: 'answer', name: 'N. Osei', credentials: 'MD' })).rejects.toThrow(/--choose or --text/);
    await expect(step(store(), 'W1', { ...ANSWER, name: ' ' })).rejects.toThrow(/--by: is empty/);
    await expect(takeStep(store(), { query: 'W1', step: ANSWER, stamp: { now: 'soon', actor: 'ana' } })).rejects.toThrow(/is not a time/);
    expect((await findQuery(store(), 'W1')).status).toBe('sent');
  });

  it('expires what was sent before a date, at once', async () => {
    await addReport(store(), { report: reportOf('n1', 3), stamp: stampAt(0) });
    await step(store(), 'W1', { action: 'send' }, 1);
    await step(store(), 'W2', { action: 'send' }, 30);
    expect(await expireBefore(store(), '2026-11-21', stampAt(48))).toMatchObject([{ query: 'W1', status: 'expired' }]);
    expect((await listQueries(store(), { status: 'expired' })).map(({ id }) => id)).toEqual([1]);
  });

  it('writes no word of a note and no free answer into the log', async () => {
    await addReport(store(), { report: reportOf('n1', 1), stamp: stampAt(0), text: TEXT });
    await step(store(), 'W1', { action: 'send', text: letter(` (${SECRET})`) });
    await step(store(), 'W1', { action: 'answer', text: `Left, since ${SECRET}.`, name: 'N. Osei', credentials: 'MD' });
    const log = JSON.stringify(await eventsOf(store()));
    expect(log).not.toContain(SECRET);
  });

  it('gives many writers at once one log without gaps', async () => {
    const deliveries = Array.from({ length: 24 }, (_, index) => addReport(store(), { report: reportOf(`n${index % 12}`, 2), stamp: stampAt(index, `w${index}`) }));
    const added = (await Promise.all(deliveries)).flatMap((outcome) => outcome.added);
    expect(new Set(added).size).toBe(24);
    const sent = await Promise.allSettled([...added, ...added].map((name) => step(store(), name, { action: 'send' })));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(24);
    const verdict = await verifyLog(store());
    expect(verdict).toMatchObject({ queries: 24, faults: [] });
    expect((await eventsOf(store())).map(({ sequence }) => sequence)).toEqual(Array.from({ length: verdict.events }, (_, index) => index + 1));
  });
});

// What is dropped, pasted, saved and opened: notes, batches, reports, sessions; and all of it spoilt. The page stays alive, the work is kept.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { axeFaults, usePage, type Tab } from './use-page.ts';
import { card, claimed, clearDesk, dropFiles, hear, press, waitForCode, waitUntilWhole } from './at-the-desk.ts';

const NOTE = { id: 'n1', text: 'Assessment: sciatica, left side.' };
const report = createAnalyzer().analyze(NOTE);
const notice = (page: Page, words: string | RegExp) => page.getByRole('list', { name: 'Notices' }).getByText(words);

describe('files', () => {
  const open = usePage();
  const start = async (): Promise<Tab> => {
    const tab = await open();
    await waitUntilWhole(tab.page);
    return tab;
  };
  /** Work on the desk that nothing may lose: an accepted code of the sample. */
  const startWithWork = async (): Promise<Tab> => {
    const tab = await start();
    await press(tab.page, 'j', 'a');
    await hear(tab.page, /^Accepted/);
    return tab;
  };
  const workIsKept = async (page: Page): Promise<void> => {
    await card(page, 'M54.42').getByText('Accepted, number 1 of the claim').waitFor();
    expect(await page.locator('.line').first().textContent()).toBe('SPINE CLINIC, FOLLOW-UP VISIT');
  };

  it('a text file becomes a note of its name', async () => {
    const { page } = await start();
    await dropFiles(page, { name: 'visit-7.txt', content: NOTE.text });
    await waitForCode(page, 'M54.32');
    expect(await page.locator('.note-id').textContent()).toBe('visit-7');
  });

  it('a JSONL batch becomes notes to step through; what cannot be taken is told by line', async () => {
    const { page } = await startWithWork();
    await dropFiles(page, { name: 'batch.jsonl', content: `${JSON.stringify(NOTE)}\n{"id":"n2","text":"Assessment: cervicalgia."}\n{"id":"n3"}\n{"id":"n1","text":"again"}\n` });
    await waitForCode(page, 'M54.32');
    await notice(page, '2 of 4 could not be taken').waitFor();
    await notice(page, 'batch.jsonl, line 3: "text" is missing').waitFor();
    await page.getByRole('button', { name: 'Next note' }).click();
    await waitForCode(page, 'M54.2');
    await page.getByText('3 of 3').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Note', { exact: true }).getByRole('combobox', { name: 'Note' }).selectOption({ index: 0 });
    await workIsKept(page);
  });

  it('a report shows its codes and queries without the note', async () => {
    const { page } = await start();
    await dropFiles(page, { name: 'report.json', content: JSON.stringify(report) });
    await card(page, 'M54.32').waitFor();
    await page.getByText('This is a report of the note n1 without its text').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('reports of a batch, one a line, are stepped through', async () => {
    const { page } = await start();
    const other = createAnalyzer().analyze({ id: 'n2', text: 'Assessment: cervicalgia.' });
    await dropFiles(page, { name: 'part-00000.jsonl', content: `${JSON.stringify(report)}\n${JSON.stringify(other)}\n` });
    await card(page, 'M54.32').waitFor();
    await page.getByRole('button', { name: 'Next note' }).click();
    await card(page, 'M54.2').waitFor();
  });

  it('of more than 300 notes one goes to by number', async () => {
    const { page } = await start();
    await dropFiles(page, { name: 'many.jsonl', content: Array.from({ length: 400 }, (_, at) => JSON.stringify({ id: `n${at + 1}`, text: at === 299 ? 'Assessment: cervicalgia.' : NOTE.text })).join('\n') });
    await waitForCode(page, 'M54.32');
    await page.getByRole('spinbutton', { name: 'Number of the note' }).fill('300');
    await press(page, 'Enter');
    await waitForCode(page, 'M54.2');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('a report of the note that is open is compared with it', async () => {
    const { page } = await start();
    await dropFiles(page, { name: 'n1.txt', content: NOTE.text });
    await waitForCode(page, 'M54.32');
    await dropFiles(page, { name: 'report.json', content: JSON.stringify(report) });
    await notice(page, 'The report is of the note that is open, and has the same codes: M54.32.').waitFor();
    await dropFiles(page, { name: 'report.json', content: JSON.stringify({ ...report, candidates: [] }) });
    await notice(page, /has other codes: none; here: M54.32/).waitFor();
  });

  it.each([
    ['a report of another schema', 'r.json', JSON.stringify({ ...report, schema: 'lumbago/report@9' }), /lumbago\/report@9; this page reads lumbago\/report@1/],
    ['a report that was cut', 'r.json', JSON.stringify({ ...report, candidates: 7 }), /does not have its shape at candidates/],
    ['JSON of something else', 'x.json', '{"a":1}', /neither a report, a session nor a note/],
    ['JSON that is none', 'x.json', '{"a":', /is not JSON/],
    ['a corrupt session', 's.json', '{"schema":"lumbago/session@1","notes":[{"id":"x","text":"y"}]}', /note 1 of the session does not have its shape.*Your work is as it was/],
    ['a session of another version', 's.json', '{"schema":"lumbago/session@2","notes":[]}', /lumbago\/session@2; this page reads lumbago\/session@1/],
    ['an empty file', 'e.txt', '', /the note is empty/],
    ['a binary file', 'b.txt', [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2], /is a binary file \(NUL at byte 4\)/],
    ['text that is not UTF-8', 'l.txt', [0x50, 0x61, 0xe9, 0x6e], /is not UTF-8/],
    ['UTF-16', 'u.txt', [0xff, 0xfe, 0x41, 0], /is UTF-16 text; save it as UTF-8/],
  ] as const)('%s is told clearly, and the work is kept', async (_, name, content, words) => {
    const { page } = await startWithWork();
    await dropFiles(page, { name, content });
    await notice(page, words).waitFor();
    await workIsKept(page);
    await page.getByRole('button', { name: /^Put away/ }).click();
    expect(await page.getByRole('list', { name: 'Notices' }).count()).toBe(0);
  });

  it('a paste of 5 MB is refused, the note stays as it was', async () => {
    const { page } = await startWithWork();
    await press(page, 'i');
    await page.getByLabel('Text of the note', { exact: true }).evaluate((field: HTMLTextAreaElement) => {
      const carried = new DataTransfer();
      carried.setData('text/plain', 'low back pain '.repeat(370_000));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
    });
    await notice(page, /The text has 518\d{4} characters; the page takes notes up to 400000. Nothing was changed/).waitFor();
    await press(page, 'Escape');
    await workIsKept(page);
  });

  it('5 MB typed into the empty desk are refused too', async () => {
    const { page } = await start();
    await clearDesk(page);
    await page.getByLabel('Paste or type a note').evaluate((field: HTMLTextAreaElement) => {
      field.value = 'low back pain '.repeat(370_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await notice(page, /takes notes up to 400000/).waitFor();
    expect(await page.getByLabel('Paste or type a note').inputValue()).toBe('');
  });

  it('a note of 5 MB in a file is refused', async () => {
    const { page } = await startWithWork();
    await dropFiles(page, { name: 'long.txt', content: 'low back pain '.repeat(370_000) });
    await notice(page, /long.txt: the note has 518\d{4} characters/).waitFor();
    await workIsKept(page);
  });

  it('a session is saved when asked and comes back whole', async () => {
    const { page } = await startWithWork();
    await press(page, 'j', 'r');
    await page.getByRole('dialog').waitFor();
    await press(page, 'Enter');
    await card(page, 'X50.0XXD').getByText('Rejected').waitFor();
    await page.getByText('not saved', { exact: false }).first().waitFor({ state: 'attached' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save session/ }).click()]);
    const content = readFileSync(await download.path(), 'utf8');
    const { page: other } = await start();
    await dropFiles(other, { name: 'lumbago-session.json', content });
    await hear(other, 'Opened the session, notes: 1');
    await workIsKept(other);
    await card(other, 'X50.0XXD').getByText('Rejected: evidence negated or historical').waitFor();
    await other.getByRole('tab', { name: 'Claim (1)' }).click();
    expect(await claimed(other)).toEqual(['M54.42']);
  });

  it('leaving asks while work is unsaved, and not before or after', async () => {
    const asks = async (page: Page): Promise<boolean> => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    const { page } = await start();
    expect(await asks(page)).toBe(false);
    await press(page, 'j', 'a');
    expect(await asks(page)).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save session/ }).click()]);
    await download.path();
    expect(await asks(page)).toBe(false);
  });
});

// The batch view in Chromium: a folder is read in the page, a bar leads to its notes and a note to the workspace, by keyboard too; bad lines are told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTally } from '../../src/tally/create-tally.ts';
import { writePercent } from '../../src/tally/write-share.ts';
import { resultsFolder, someReports } from './results-folder.ts';
import { axeFaults, usePage } from './use-page.ts';

const reports = someReports(120);
const counter = createTally();
reports.forEach((report) => counter.addReport(report));
const tally = counter.read();
const files = resultsFolder(reports);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-run-'));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const number = (page: Page, name: string): Promise<string> => page.locator('.numbers div', { has: page.getByText(name, { exact: true }) }).locator('dd').innerText();
const done = (page: Page, notes: number, rejects: number): Promise<void> => page.locator('.batch-said', { hasText: `Done: ${notes} notes, ${rejects} rejects.` }).waitFor();
const payload = (name: string, text: string | Buffer): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

describe('the batch view', () => {
  const open = usePage();

  it('reads a results folder in the page: the numbers are those of the tally, nothing is asked of the network', async () => {
    const { page, requests } = await open({ hash: '#batch' });
    await page.getByRole('heading', { name: 'Batch' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.waitForFunction(`document.documentElement.dataset.loaded === 'whole'`);
    const before = requests.length;
    await page.getByLabel('Results folder').setInputFiles(folder);
    await done(page, 120, 3);
    expect(await number(page, 'Unspecified')).toContain(writePercent(tally.unspecified));
    expect(await number(page, 'Unspecified')).toContain(`${tally.unspecified.count} of ${tally.unspecified.of} codes`);
    expect(await number(page, 'Rejects')).toContain('3 of 123 read');
    expect(await page.locator('.told').count()).toBe(0);
    expect(await page.getByRole('region', { name: 'By month of service' }).locator('figure').count()).toBe(3);
    expect(requests.length).toBe(before);
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
  });

  it('a bar leads to its notes, a note to its report, the report to the workspace and back', async () => {
    const { page } = await open({ hash: '#batch' });
    await page.getByLabel('Results folder').setInputFiles(folder);
    await done(page, 120, 3);
    const [code] = tally.byCode;
    await page.locator('#codes g[data-key]').first().click();
    const panel = page.getByRole('complementary', { name: 'Notes' });
    await panel.getByRole('heading', { name: `Notes that report ${code?.code}` }).waitFor();
    expect(await panel.getByText(`of ${code?.notes}`).isVisible()).toBe(true);
    const reporting = reports.filter(({ candidates }) => candidates.some((one) => one.code === code?.code && one.status !== 'excluded'));
    // A note of the packed part: the file is unpacked again up to it.
    const wanted = reporting.at(-1)?.note.id ?? '';
    await panel.getByRole('button', { name: wanted }).click();
    await panel.getByText(code?.title ?? '').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Open in the workspace' }).click();
    await page.getByText(code?.code ?? '').first().waitFor();
    expect(await page.getByRole('link', { name: 'Workspace' }).getAttribute('aria-current')).toBe('page');
    await page.goBack();
    await panel.getByRole('button', { name: wanted }).waitFor();
  });

  it('works by keyboard: table, notes, a note, and Escape puts the list away', async () => {
    const { page } = await open({ hash: '#batch' });
    await page.getByLabel('Result files').setInputFiles(files.map(({ name, bytes }) => payload(name, bytes)));
    await done(page, 120, 3);
    await page.locator('#gaps summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const [gap] = tally.gaps;
    await page.getByRole('heading', { name: `Notes that lack: ${gap?.label}` }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.report-card').waitFor();
    expect(await page.locator('.report-card').innerText()).toContain(`${gap?.label}: not documented`);
    await page.keyboard.press('Escape');
    await page.locator('.note-panel').waitFor({ state: 'detached' });
  });

  it('long lists come by the page', async () => {
    const { page } = await open({ hash: '#batch' });
    const many = someReports(600);
    await page.getByLabel('Result files').setInputFiles([payload('part-00000.jsonl', many.map((report) => `${JSON.stringify(report)}\n`).join(''))]);
    await done(page, 600, 0);
    await page.locator('#codes g[data-key]').first().click();
    const panel = page.getByRole('complementary', { name: 'Notes' });
    const first = await panel.locator('li').first().innerText();
    await panel.getByRole('button', { name: 'Later' }).click();
    await panel.getByText(/^51 to /).waitFor();
    expect(await panel.locator('li').first().innerText()).not.toBe(first);
    await panel.getByRole('button', { name: 'Earlier' }).click();
    await panel.getByText(/^1 to 50 of /).waitFor();
  });

  it('tells bad lines by file and line, and a part that is missing, and reads the rest', async () => {
    const { page } = await open({ hash: '#batch' });
    const [part, , rejects, manifest] = files as [typeof files[0], unknown, typeof files[0], typeof files[0]];
    await page.getByLabel('Result files').setInputFiles([payload(part.name, Buffer.concat([part.bytes, Buffer.from('{"schema":"Zanzibar"}\n{"cut')])), payload(rejects.name, rejects.bytes), payload(manifest.name, manifest.bytes)]);
    await done(page, 60, 3);
    expect(await page.locator('.told li').allInnerTexts()).toEqual(['part-00000.jsonl, line 61: is not a report (lumbago/report@1 is expected)', 'part-00000.jsonl, line 62: is not JSON; it may be cut off']);
    expect(await page.getByText('120 reports were written, 60 were read here. Are all parts there?').isVisible()).toBe(true);
    expect(await page.content()).not.toContain('Zanzibar');
  });

  it('takes a drop, also in place of what is shown, and says when there is nothing in it', async () => {
    const { page } = await open({ hash: '#batch' });
    const drop = async (name: string, text: string): Promise<void> => {
      await page.locator('.batch').waitFor();
      await page.evaluate(`(() => {
        const carried = new DataTransfer();
        carried.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
        document.querySelector('.batch').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
      })()`);
    };
    await drop('photo.png', 'x');
    await page.getByText(/None of this 1 file holds reports/).first().waitFor();
    await drop('some.jsonl', `${JSON.stringify(reports[0])}\n`);
    await done(page, 1, 0);
    await drop('more.jsonl', reports.slice(0, 2).map((report) => `${JSON.stringify(report)}\n`).join(''));
    await done(page, 2, 0);
    expect(await page.getByRole('heading', { name: 'more.jsonl' }).isVisible()).toBe(true);
  });

  it.each([[320, 700], [390, 844]])('at %d px nothing needs sideways scrolling, with the notes open too', async (width, height) => {
    const { page } = await open({ hash: '#batch', viewport: { width, height } });
    await page.getByLabel('Results folder').setInputFiles(folder);
    await done(page, 120, 3);
    await page.locator('#codes g[data-key]').first().click();
    await page.locator('.note-panel li button').first().click();
    await page.locator('.report-card').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});

// The note itself: marks with label and look, sections and lines, typing with the analysis following, text kept verbatim.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage } from './use-page.ts';
import { card, clearDesk, hear, press, typeNote, waitForCode, waitUntilWhole } from './at-the-desk.ts';

const field = (page: Page) => page.getByLabel('Text of the note', { exact: true });
const shownText = (page: Page): Promise<string> => page.locator('.line').evaluateAll((lines) => lines.map(({ textContent }) => textContent).join('\n'));

describe('the note', () => {
  const open = usePage();

  it('shows its text whole, with numbered lines and sections in the gutter', async () => {
    const { page } = await open();
    await waitForCode(page, 'M54.42');
    expect(await page.locator('.line').count()).toBe(23);
    expect(await page.locator('.part-name').allTextContents()).toEqual(['chief complaint', 'hpi', 'past medical history', 'family history', 'exam', 'assessment', 'plan']);
    expect(await shownText(page)).toContain('2. Rule out disc herniation at L5-S1.');
  });

  it('marks by kind with an underline of its own, strikes what is denied and greys what is past or of others', async () => {
    const { page } = await open();
    await waitForCode(page, 'M54.42');
    const style = (text: string) => page.locator('.mark', { hasText: text }).first().locator('.u').first().evaluate((one) => { const { textDecorationLine, textDecorationStyle } = getComputedStyle(one); return `${textDecorationLine} ${textDecorationStyle}`; });
    expect(await style('sciatica')).toBe('underline solid');
    expect(await style('left side')).toBe('underline double');
    expect(await style('numbness')).toContain('line-through');
    expect(await page.locator('.mark:has(.absent)').allTextContents()).toEqual(expect.arrayContaining(['numbness', 'saddle anesthesia']));
    expect(await page.locator('.mark:has(.family)').allTextContents()).toContain('spinal stenosis');
    expect(await page.locator('.mark:has(.absent)').allTextContents()).not.toContain('sciatica');
    expect(await page.locator('.tie').evaluateAll((ties) => ties.map(({ textContent }) => textContent).join(''))).toContain('denies numbness');
  });

  it('tells what a mark is on hover and on focus, and Escape puts the label away', async () => {
    const { page } = await open();
    await waitForCode(page, 'M54.42');
    await page.locator('.mark', { hasText: 'saddle anesthesia' }).hover();
    await expect.poll(() => page.getByRole('tooltip').textContent()).toMatch(/denied, by “denies”/);
    await page.getByRole('tooltip').hover();
    await page.waitForTimeout(400);
    expect(await page.getByRole('tooltip').count()).toBe(1);
    await press(page, 'Escape');
    expect(await page.getByRole('tooltip').count()).toBe(0);
    await press(page, 'n', 'n');
    await expect.poll(() => page.getByRole('tooltip').textContent()).toMatch(/low back pain/i);
    await hear(page, /low back pain/i);
    await press(page, 'Enter');
    await hear(page, /rests on these words/);
  });

  it('s shows the evidence where it is out of sight, and b goes back', async () => {
    const { page } = await open({ viewport: { width: 1200, height: 480 } });
    await waitForCode(page, 'M54.42');
    const scrolled = () => page.locator('.note-scroll').evaluate((pane) => Math.round(pane.scrollTop));
    await press(page, 'j');
    expect(await scrolled()).toBe(0);
    await press(page, 's');
    await expect.poll(scrolled).toBeGreaterThan(100);
    await press(page, 'b');
    await expect.poll(scrolled).toBe(0);
  });

  it('is analysed as one types; marks that were not touched never go', async () => {
    const { page } = await open();
    await typeNote(page, 'Assessment: sciatica, left side.\nLow back pain.');
    await waitForCode(page, 'M54.42');
    await page.evaluate(() => {
      const seen = { least: Infinity };
      (window as unknown as { seen: typeof seen }).seen = seen;
      new MutationObserver(() => { seen.least = Math.min(seen.least, document.querySelectorAll('.line')[0]?.querySelectorAll('.mark').length ?? 0); }).observe(document.querySelector('.lines')!, { childList: true, subtree: true, characterData: true });
    });
    await press(page, 'Control+End');
    await page.keyboard.type(' No weakness. Denies numbness.');
    await page.locator('.mark:has(.absent)', { hasText: 'numbness' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { seen: { least: number } }).seen.least)).toBeGreaterThanOrEqual(2);
    await press(page, 'Control+Home');
    await page.keyboard.type('No evidence of ');
    await expect.poll(() => field(page).inputValue()).toMatch(/^No evidence of Assessment/);
    await field(page).fill('Assessment: sciatica, right side.');
    await waitForCode(page, 'M54.31');
    await expect.poll(() => card(page, 'M54.42').count()).toBe(0);
  });

  it('lies in the field exactly as it is drawn', async () => {
    const { page } = await open();
    await typeNote(page, `Assessment: ${'sciatica, left side and low back pain with a long description of it; '.repeat(6)}\n\nPlan:\tMRI.\n${'x'.repeat(300)}\n${'Then a line that is long enough to be wrapped in the pane, with numbness and low back pain.\n'.repeat(40)}`);
    await waitForCode(page, 'M54.42');
    const [drawn, typed] = await page.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('.note-field')!;
      area.style.height = '0';
      return [document.querySelector('.lines')!.getBoundingClientRect().height, area.scrollHeight];
    });
    expect(Math.abs(drawn! - typed!)).toBeLessThanOrEqual(1);
    const [line, area] = await page.evaluate(() => [document.querySelector('.line')!, document.querySelector('.note-field')!].map((one) => { const { font, paddingLeft, lineHeight } = getComputedStyle(one); return `${font} ${paddingLeft} ${lineHeight}`; }));
    expect(line).toBe(area);
  });

  it('keeps line ends and every character as they came', async () => {
    const { page } = await open();
    await clearDesk(page);
    const text = 'Assessment:\r\nSciatica, left side.\r\nÜber\u00a0pain 🙂\r\n';
    await page.locator('input[type=file]').last().setInputFiles({ name: 'crlf.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await waitForCode(page, 'M54.32');
    await press(page, 'i');
    await field(page).press('Control+End');
    await page.keyboard.type('Low back pain.');
    await waitForCode(page, 'M54.42');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save session/ }).click()]);
    const saved = JSON.parse(await (await download.createReadStream()).toArray().then((chunks) => Buffer.concat(chunks).toString('utf8'))) as { notes: { text: string }[] };
    expect(saved.notes[0]!.text).toBe(`${text}Low back pain.`);
  });

  it('is clean by axe while it is edited and when the desk is empty', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await press(page, 'i');
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'Escape');
    await clearDesk(page);
    await page.getByText('The note is read in this page by your own browser').waitFor();
    expect(await page.getByRole('list').filter({ hasText: 'Clinic visit' }).getByRole('button').count()).toBe(3);
    expect(await axeFaults(page)).toEqual([]);
  });
});

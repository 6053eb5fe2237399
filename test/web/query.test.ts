// A query from draft to answer: quotes ticked, wording edited with the linter beside it, copied, printed, answered and recoded.
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage, type Tab } from './use-page.ts';
import { hear, press, waitUntilWhole } from './at-the-desk.ts';

describe('a query', () => {
  const open = usePage();
  const start = async (): Promise<Tab> => {
    const tab = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await waitUntilWhole(tab.page);
    return tab;
  };

  it('stands below the codes with its compliance', async () => {
    const { page } = await start();
    const query = page.getByRole('article', { name: 'Clarification of an uncertain diagnosis' });
    expect(await query.locator('.status').textContent()).toBe('✓ compliant');
    await query.hover();
    await expect.poll(async () => (await page.locator('.mark.lit').allTextContents()).join('')).toBe('Rule out disc herniation at L5-S1');
  });

  it('q drafts it; a leading word is named by the linter at once, and it cannot go out', async () => {
    const { page } = await start();
    await press(page, 'q');
    await page.getByRole('dialog', { name: 'Draft the query' }).waitFor();
    await page.getByText('Passes every rule of the compliance check.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const question = page.getByLabel('Question');
    const first = await question.inputValue();
    await question.fill('Please document M51.17 so that we can increase reimbursement.');
    await page.locator('.lint .error').first().waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Copy as text' }).isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the first wording' }).click();
    await page.getByText('Passes every rule of the compliance check.').waitFor();
    expect(await question.inputValue()).toBe(first);
  });

  it('goes out as plain text in its own words, without a code', async () => {
    const { page } = await start();
    await press(page, 'q');
    await page.getByLabel('To', { exact: true }).fill('Dr. Example');
    await page.getByText('Passes every rule').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Copy as text' }).click();
    await hear(page, 'Copied the query as text');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^REQUEST FOR CLARIFICATION\nEncounter: sample-clinic \| Date of service: 2026-11-15 \| To: Dr. Example/);
    expect(text).toContain('"Rule out disc herniation at L5-S1"');
    expect(text).not.toMatch(/[A-Z]\d\d\.\d/);
    await press(page, 'Escape');
    await page.getByRole('article', { name: /uncertain diagnosis/ }).getByText('to Dr. Example').waitFor();
  });

  it('without its only indicator is a breach', async () => {
    const { page } = await start();
    await press(page, 'q');
    await page.getByRole('checkbox').first().uncheck();
    await page.locator('.lint .error').first().waitFor();
  });

  it('an answer shows the recode, and no answer takes it back', async () => {
    const { page } = await start();
    await press(page, 'q');
    await page.getByRole('radio', { name: 'Confirmed' }).check();
    const recode = page.locator('.recode');
    await recode.getByText('M51.17').first().waitFor();
    expect(await recode.locator('.added').textContent()).toMatch(/added.*M51.17.*Intervertebral disc disorders with radiculopathy/);
    await page.getByRole('radio', { name: 'Ruled out' }).check();
    await recode.getByText('The codes stay as they are.').waitFor();
    await page.getByRole('button', { name: 'No answer yet' }).click();
    await recode.waitFor({ state: 'detached' });
  });

  it('is printed alone, with a block to sign', async () => {
    const { page } = await start();
    await page.evaluate(() => { window.print = () => { document.title = `printed ${document.querySelector('.query-sheet')?.textContent ?? 'nothing'}`; }; });
    await page.getByRole('article', { name: /uncertain diagnosis/ }).getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => page.title()).toMatch(/^printed Clarification of an uncertain diagnosis.*Signature/);
    expect(await page.title()).not.toMatch(/M5\d\.\d/);
  });
});

// Working on the codes with the keyboard alone: choose, accept, reject with a reason, edit, add by search, reorder, undo, copy.
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage, type Tab } from './use-page.ts';
import { card, claimed, hear, press, typeNote, waitUntilWhole } from './at-the-desk.ts';

const SAMPLE = 'M54.42';
const CAUSE = 'X50.0XXD';

describe('codes', () => {
  const open = usePage();
  const start = async (): Promise<Tab> => {
    const tab = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await waitUntilWhole(tab.page);
    return tab;
  };

  it('the first visit shows a sample note with codes and a query', async () => {
    const { page } = await start();
    expect(await page.locator('.codes-scroll > ol [data-code]').evaluateAll((cards) => cards.map((one) => (one as HTMLElement).dataset.code))).toEqual([SAMPLE, CAUSE]);
    await page.getByText('1 query would settle the codes.').waitFor();
    expect(await card(page, SAMPLE).locator('.status').textContent()).toBe('● supported');
    expect(await card(page, SAMPLE).locator('.chip').allTextContents()).toEqual(['Sideleft✓documented', 'Low back pain beside ityes✓documented']);
  });

  it('j and k go through them, and the words of the chosen one light up', async () => {
    const { page } = await start();
    await press(page, 'j');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.code)).toBe(SAMPLE);
    await expect.poll(() => page.locator('.mark.lit').allTextContents()).toContain('sciatica');
    expect(await page.locator('.mark.lit').allTextContents()).not.toContain('spinal stenosis');
    await press(page, 'j', 'k', 'j');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.code)).toBe(CAUSE);
  });

  it('a accepts, u takes it back, U does it again; the note does not move', async () => {
    const { page } = await start();
    await page.setViewportSize({ width: 1200, height: 500 });
    await page.locator('.note-scroll').evaluate((pane) => { pane.scrollTop = 120; });
    await press(page, 'j', 'a');
    await hear(page, /^Accepted M54.42/);
    await press(page, 'j', 'a');
    await page.getByRole('tab', { name: 'Claim (2)' }).click();
    expect(await claimed(page)).toEqual([SAMPLE, CAUSE]);
    expect(await page.locator('.note-scroll').evaluate((pane) => pane.scrollTop)).toBe(120);
    await press(page, 'u');
    await hear(page, /^Undone: Accepted X50.0XXD/);
    expect(await claimed(page)).toEqual([SAMPLE]);
    await press(page, 'U');
    expect(await claimed(page)).toEqual([SAMPLE, CAUSE]);
  });

  it('r rejects with a reason of the list, which stays on the card', async () => {
    const { page } = await start();
    await press(page, 'j', 'r');
    await page.getByRole('dialog', { name: `Reject ${SAMPLE}` }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    await card(page, SAMPLE).getByText('Rejected: wrong side').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.code)).toBe(SAMPLE);
    await press(page, 'u');
    await expect.poll(() => card(page, SAMPLE).getByText('Rejected').count()).toBe(0);
  });

  it('Escape leaves a dialog and nothing has happened', async () => {
    const { page } = await start();
    await press(page, 'j', 'r', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByText('Rejected').count()).toBe(0);
  });

  it('e offers the siblings, and the 7th characters of an injury', async () => {
    const { page } = await start();
    await press(page, 'j', 'e');
    await page.getByRole('radio', { name: /M54.41/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: /M54.41/ }).focus();
    await press(page, 'Space', 'Enter');
    await card(page, SAMPLE).getByText('Changed to M54.41').waitFor();
    await card(page, SAMPLE).focus();
    await press(page, 'j', 'e');
    await page.getByRole('radio', { name: /X50.0XXA.*7th character A/ }).check();
    await press(page, 'Enter');
    await card(page, CAUSE).getByText('Changed to X50.0XXA').waitFor();
  });

  it('/ searches and Enter adds the first', async () => {
    const { page } = await start();
    await press(page, '/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('spinal stenosis lumbar with neurogenic claudication');
    await page.getByRole('button', { name: /M48.062/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'Enter');
    await page.getByRole('tab', { name: 'Claim (1)' }).click();
    expect(await claimed(page)).toEqual(['M48.062']);
    await page.locator('.claim-row').getByText('not supported by the note').waitFor();
  });

  it('reorders by keyboard and by drag, and copies the claim without dots', async () => {
    const { page } = await start();
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.getByRole('tab', { name: 'Claim (2)' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /M54.42, number 1/ }).focus();
    await press(page, 'Alt+ArrowDown');
    expect(await claimed(page)).toEqual([CAUSE, SAMPLE]);
    await hear(page, 'M54.42 is number 2 of 2');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^M54.42, number 2/);
    await page.getByRole('button', { name: 'Copy claim order, no dots' }).click();
    await hear(page, 'Copied the claim without dots');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('X500XXD\nM5442');
    await page.locator('[data-claim="1"]').dragTo(page.locator('[data-claim="0"]'));
    expect(await claimed(page)).toEqual([SAMPLE, CAUSE]);
    await page.getByRole('button', { name: 'Move M54.42 down' }).click();
    expect(await claimed(page)).toEqual([CAUSE, SAMPLE]);
  });

  it('edits are those of the chosen codes', async () => {
    const { page } = await start();
    await page.getByRole('tab', { name: /^Edits/ }).click();
    await page.getByText('On the codes that the note proposes.').waitFor();
    await press(page, '/');
    await page.getByRole('searchbox').fill('low back pain unspecified');
    await page.getByRole('button', { name: /M54.50/ }).click();
    await press(page, 'j', 'a');
    await page.locator('.edit-item', { hasText: 'excludes1' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('w says why, shows the neighbours and proves the code', async () => {
    const { page } = await start();
    await press(page, 'j', 'w');
    await page.getByText('Reported as number 1, supported, from "sciatica".').waitFor();
    await page.getByText('M54.41', { exact: true }).waitFor();
    await page.getByRole('button', { name: `Prove ${SAMPLE}` }).click();
    await page.getByText(`${SAMPLE} is gone`).waitFor();
    await page.getByText(`${SAMPLE} stays`).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('c copies one code, "Copy all" all', async () => {
    const { page } = await start();
    await press(page, 'j', 'c');
    await hear(page, 'Copied M54.42');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(SAMPLE);
    await page.getByRole('button', { name: 'Copy all' }).click();
    await hear(page, 'Copied 2 codes');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${SAMPLE}, ${CAUSE}`);
  });

  it('? shows the keys, and no key works while one types', async () => {
    const { page } = await start();
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'Escape', 'i');
    await page.getByLabel('Text of the note', { exact: true }).waitFor();
    await page.keyboard.type('a?j/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('tab', { name: 'Claim (0)' }).count()).toBe(1);
    await press(page, 'Escape', '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  });

  it('the keys can be switched off, and on again', async () => {
    const { page } = await start();
    await press(page, '?');
    await page.getByRole('checkbox', { name: 'Single keys work' }).uncheck();
    await press(page, 'Escape', 'j', 'a', '?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('tab', { name: 'Claim (0)' }).waitFor();
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('checkbox', { name: 'Single keys work' }).check();
    await press(page, 'Escape', 'j', 'a');
    await card(page, SAMPLE).getByText('Accepted').waitFor();
  });

  it('says so when there is nothing to code', async () => {
    const { page } = await start();
    await typeNote(page, 'Well child visit. Vaccines given.');
    await page.getByText('No codes: nothing in this note is documented as a current problem of the back or spine.').waitFor();
    expect(await page.locator('[data-code]').count()).toBe(0);
  });
});

// The page for everyone: reflow at 320 px and 200 % zoom, visible focus, forced colours, reduced motion, one polite live line, themes.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage } from './use-page.ts';
import { press, waitForCode, waitUntilWhole } from './at-the-desk.ts';

const overflows = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe('access', () => {
  const open = usePage();

  it.each([[320, 640], [390, 844], [720, 450]])('at %i × %i nothing runs out of the window; note, codes and queries are a switch apart', async (width, height) => {
    const { page } = await open({ viewport: { width, height } });
    await waitUntilWhole(page);
    for (const name of ['Note', /^Codes \(2\)/, /^Queries \(1\)/]) {
      await page.getByRole('group', { name: 'Part of the workspace' }).getByRole('button', { name, exact: true }).click();
      expect(await overflows(page)).toBe(false);
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Draft…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await overflows(page)).toBe(false);
  });

  it('a quote on a narrow screen brings the note to the front', async () => {
    const { page } = await open({ viewport: { width: 390, height: 844 } });
    await waitUntilWhole(page);
    await page.getByRole('button', { name: /^Codes \(2\)/ }).click();
    await page.locator('[data-code="M54.42"] button.quote').first().click();
    await page.locator('.mark.looked', { hasText: 'sciatica' }).waitFor();
  });

  it('everything that Tab reaches shows its focus', async () => {
    const { page } = await open();
    await waitForCode(page, 'M54.42');
    const unseen: string[] = [];
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await press(page, 'Tab');
      const told = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return { name: one.getAttribute('aria-label') ?? (one.textContent?.slice(0, 30) || one.outerHTML.slice(0, 60)), isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, isBody: one === document.body };
      });
      if (told.isBody) break;
      reached.add(told.name);
      if (!told.isSeen) unseen.push(told.name);
    }
    expect(unseen).toEqual([]);
    expect([...reached]).toEqual(expect.arrayContaining(['Accept M54.42', 'Reject M54.42', 'Why M54.42', 'Draft…', 'Edit text']));
  });

  it('targets are at least 24 pixels high', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    const small = await page.locator('button, select, input:not([type=file]), summary').evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).map(({ outerHTML }) => outerHTML.slice(0, 80)));
    expect(small).toEqual([]);
  });

  it('forced colours keep marks and the chosen words apart', async () => {
    const { page } = await open({ forcedColors: 'active' });
    await waitUntilWhole(page);
    await press(page, 'j');
    const lit = page.locator('.mark.lit').first();
    await lit.waitFor();
    expect(await lit.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    expect(await page.locator('.u-laterality').first().evaluate((one) => getComputedStyle(one).textDecorationStyle)).toBe('double');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('nothing moves under reduced motion', async () => {
    const { page } = await open({ reducedMotion: 'reduce' });
    await waitForCode(page, 'M54.42');
    expect(await page.locator('.code-card').first().evaluate((one) => getComputedStyle(one).transitionDuration)).toMatch(/^(?:0s(?:, )?)+$/);
  });

  it('has one polite live line, a level 1 heading, a main landmark and named regions', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    expect(await page.locator('[aria-live]').count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const name of ['Note', 'Codes', 'Queries, claim, edits']) expect(await page.getByRole('region', { name, exact: true }).count(), name).toBe(1);
  });

  it('the theme follows the system until one is chosen', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body.parentElement!).backgroundColor);
    await page.getByRole('button', { name: 'Light theme' }).waitFor();
    const dark = await ground();
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await ground()).not.toBe(dark);
    await waitForCode(page, 'M54.42');
    expect(await axeFaults(page)).toEqual([]);
  });
});

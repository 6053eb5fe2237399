// The page in a real browser for one test file: Chromium and a static host are started once, each test gets a tab of its own.
// Every tab watches what the page asks of the network and what it logs, and fails the test on an error of the page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { servePage } from './serve-folder.ts';

/** `expectFaults`: errors that the test itself provokes. */
export interface TabOptions extends BrowserContextOptions { readonly hash?: string; readonly expectFaults?: RegExp }

export interface Tab { readonly page: Page; readonly address: string; /** Every request so far, with its body. */ readonly requests: readonly { readonly url: string; readonly body: string | null }[] }

/** Gives a function that opens the page in a new tab; errors of the page fail the test that opened it. `serve` is another host than the static one. */
export function usePage(serve: () => Promise<{ readonly address: string; close(): unknown }> = servePage): (options?: TabOptions) => Promise<Tab> {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serve>>;
  const faults: string[] = [];
  beforeAll(async () => { [browser, host] = await Promise.all([launchChromium(), serve()]); });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => { await browser?.close(); await host?.close(); });
  return async ({ hash = '', expectFaults, ...options } = {}) => {
    const note = (fault: string): void => { if (!expectFaults?.test(fault)) faults.push(fault); };
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const requests: { url: string; body: string | null }[] = [];
    page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() }));
    page.on('pageerror', (error) => note(error.message));
    page.on('console', (message) => { if (message.type() === 'error') note(message.text()); });
    await page.goto(host.address + hash);
    return { page, address: host.address, requests };
  };
}

/** Rules of WCAG 2.2 A and AA that the page breaks, one line each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

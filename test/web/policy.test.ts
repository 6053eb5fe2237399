// Privacy as a browser sees it: the policy of the static page, no request after load, none with text of a note, nothing stored.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeNote, waitForCode, waitUntilWhole } from './at-the-desk.ts';
import { usePage } from './use-page.ts';

const SECRET = 'Zyxwvut';

describe('privacy', () => {
  const open = usePage();

  it('the static build may open no connection and runs no foreign script', () => {
    const html = readFileSync(new URL('../../dist/web/index.html', import.meta.url), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'none'", "worker-src 'self'", "style-src 'self'"]));
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it('refuses a connection, even to its own server', async () => {
    const { page } = await open({ expectFaults: /Content Security Policy|Failed to fetch|Refused to connect/ });
    expect(await page.evaluate(() => fetch('/index.html').then(() => 'open', () => 'refused'))).toBe('refused');
  });

  it('leaves the worker no way out either', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    const left = await page.workers()[0]!.evaluate(() => ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'indexedDB'].filter((name) => (globalThis as Record<string, unknown>)[name] !== undefined));
    expect(left).toEqual([]);
  });

  it('asks for nothing after load, whatever one does, and never sends text', async () => {
    const { page, requests } = await open();
    await waitUntilWhole(page);
    const loaded = requests.length;
    await page.context().setOffline(true);
    await typeNote(page, `Assessment: ${SECRET} has sciatica, left side. Chronic low back pain.`);
    await waitForCode(page, 'M54.42');
    await page.getByRole('tab', { name: 'Setting and dates' }).click();
    await page.getByText('Date of service, by release').waitFor();
    await page.getByRole('listitem').filter({ hasText: /As inpatient note/ }).waitFor();
    await page.getByRole('button', { name: 'Add a code…' }).click();
    await page.getByRole('searchbox').fill('slipped disc');
    await page.getByRole('list', { name: 'Codes found' }).getByRole('button').first().click();
    await page.getByRole('link', { name: 'Batch' }).click();
    await page.getByRole('heading', { name: 'Batch' }).waitFor();
    expect(requests.slice(loaded)).toEqual([]);
    expect(requests.filter(({ url, body }) => `${decodeURIComponent(url)}${body ?? ''}`.includes(SECRET))).toEqual([]);
  });

  it('stores nothing in the browser', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await page.getByRole('button', { name: 'Accept M54.42' }).click();
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie, (await caches.keys()).length]);
    expect(stored).toEqual([0, 0, 0, '', 0]);
  });

  it('says so, in words that are true', async () => {
    const { page } = await open();
    await page.getByText('Nothing leaves this page').waitFor();
  });
});

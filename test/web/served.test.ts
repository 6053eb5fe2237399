// The page from `lumbago serve`: the same workspace, and although it may speak with its server no word of a note ever does.
import { describe, expect, it } from 'vitest';
import { typeNote, waitForCode, waitUntilWhole } from './at-the-desk.ts';
import { serveWorklist } from './serve-worklist.ts';
import { usePage } from './use-page.ts';

describe('the served page', () => {
  const open = usePage(serveWorklist);

  it('analyzes in the tab: nothing is posted, and no request holds a word of the note', async () => {
    const { page, requests, address } = await open();
    await waitForCode(page, 'M54.42');
    await waitUntilWhole(page);
    await typeNote(page, 'Trip to Zanzibar. Assessment: Cervicalgia.');
    await waitForCode(page, 'M54.2');
    await page.getByRole('link', { name: 'Worklist' }).click();
    await page.getByRole('button', { name: 'W1', exact: true }).waitFor();
    expect(requests.every(({ url }) => url.startsWith(address))).toBe(true);
    expect(requests.filter(({ body }) => body !== null)).toEqual([]);
    expect(requests.filter(({ url }) => /zanzibar/i.test(url))).toEqual([]);
    expect(new Set(requests.filter(({ url }) => url.includes('/api/')).map(({ url }) => new URL(url).pathname))).toEqual(new Set(['/api/worklist/queries', '/api/worklist/measures']));
  });

  it('its policy refuses every other host', async () => {
    const { page } = await open({ expectFaults: /Content Security Policy|Refused|violates/ });
    const reached = await page.evaluate(`fetch('http://127.0.0.1:9/').then(() => 'reached', (error) => error.name)`);
    expect(reached).toBe('TypeError');
    const blocked = await page.evaluate(`new Promise((resolve) => { document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }); fetch('https://example.org/').catch(() => undefined); })`);
    expect(blocked).toBe('connect-src');
  });
});

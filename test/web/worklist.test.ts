// The worklist view: honest without its server; with it, a query taken from draft to closed by keyboard, filters, measures, refusals; clean by axe.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveWorklist } from './serve-worklist.ts';
import { axeFaults, usePage } from './use-page.ts';

const rows = (page: Page): Promise<string[]> => page.locator('.worklist-list tbody th').allInnerTexts();

/** Moves the focus with Tab until it is on what has this name; fails after so many steps. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(`(document.activeElement.labels?.[0] ?? document.activeElement).textContent`);
    if (name.test(focused.trim())) return;
  }
  throw new Error(`nothing called ${name} was reached by Tab`);
}

describe('the worklist from a static host', () => {
  const open = usePage();

  it('says plainly that there is none, and asks nothing of the network', async () => {
    const { page, requests, address } = await open({ hash: '#worklist' });
    await page.getByRole('heading', { name: 'No worklist here' }).waitFor();
    expect(await page.getByText('npx lumbago serve').isVisible()).toBe(true);
    expect(requests.every(({ url }) => url.startsWith(address) && !url.includes('/api/'))).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('without queries', () => {
  const open = usePage(() => serveWorklist({ queries: false }));

  it('says how they come into the worklist', async () => {
    const { page } = await open();
    // The browser itself logs the 404 of the API as an error of the console; the page says it in words.
    page.removeAllListeners('console');
    await page.getByRole('link', { name: 'Worklist' }).click();
    await page.getByRole('heading', { name: 'No queries yet' }).waitFor();
    expect(await page.getByText('npx lumbago worklist add reports.jsonl').isVisible()).toBe(true);
  });
});

describe('the worklist from lumbago serve', () => {
  const open = usePage(serveWorklist);

  it('lists queries by status, filters them, and is clean by axe in both themes', async () => {
    const { page } = await open({ hash: '#worklist' });
    await page.getByRole('button', { name: 'W1', exact: true }).waitFor();
    const all = await rows(page);
    expect(all.slice(0, 3)).toEqual(['W1', 'W2', 'W3']);
    await page.getByRole('button', { name: /^Sent 1$/ }).click();
    expect(await rows(page)).toEqual(['W2']);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByLabel('With', { exact: true }).selectOption('Dr. Lind');
    expect(await rows(page)).toEqual(['W4', 'W5']);
    await page.getByLabel('With', { exact: true }).selectOption('');
    await page.getByLabel('Axis', { exact: true }).selectOption('region');
    expect(await rows(page)).not.toContain('W1');
    await page.getByLabel('Axis', { exact: true }).selectOption('');
    await page.getByLabel('Find').fill('visit-5');
    expect((await rows(page)).length).toBeGreaterThan(0);
    await page.getByLabel('Find').fill('no such words');
    expect(await page.getByText('No query fits these filters.').isVisible()).toBe(true);
    await page.getByLabel('Find').fill('');
    await page.getByRole('button', { name: 'W4', exact: true }).click();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
  });

  it('measures stand with their denominators, and with a table behind each chart', async () => {
    const { page } = await open({ hash: '#worklist' });
    const response = page.locator('#responseRate');
    await response.waitFor();
    await page.getByLabel('By', { exact: true }).selectOption('provider');
    await response.getByText('Dr. Osei').first().waitFor();
    await response.locator('summary').click();
    expect(await response.getByRole('row', { name: /Dr\. Osei/ }).innerText()).toBe('Dr. Osei\t33.3%\t1\t3');
    expect(await response.locator('figcaption').innerText()).toBe('Queries answered / queries sent (whatever became of them later).');
  });

  it('a query goes from draft to closed by keyboard alone, and the text as sent stays', async () => {
    const { page } = await open({ hash: '#worklist' });
    await page.getByRole('button', { name: 'W1', exact: true }).waitFor();
    await tabTo(page, /^W1$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^W1 / }).waitFor();
    await page.waitForFunction(`document.activeElement.tagName === 'H2'`);
    await tabTo(page, /^Record as sent$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Dr. Osei');
    await page.keyboard.press('Enter');
    await page.locator('#main').getByText('W1 is sent.').waitFor();
    await tabTo(page, /^Record the answer$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Record the answer');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Left');
    await page.keyboard.press('Tab');
    await tabTo(page, /^Answered by/);
    await page.keyboard.type('N. Osei');
    await tabTo(page, /^Credentials/);
    await page.keyboard.type('MD');
    await page.keyboard.press('Enter');
    await page.locator('#main').getByText('W1 is answered.').waitFor();
    expect(await page.getByText('Left (chosen)').isVisible()).toBe(true);
    await tabTo(page, /^Close$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Close$/);
    await page.keyboard.press('Enter');
    await page.locator('#main').getByText('W1 is closed.').waitFor();
    await page.getByText(/^Text as sent/).click();
    expect(await page.locator('.query-page pre').innerText()).toContain('sciatica');
    await page.getByText(/^History/).click();
    expect(await page.locator('.history li').count()).toBe(4);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('a draft goes out as it was reworded, unless the wording leads', async () => {
    const { page } = await open({ hash: '#worklist', expectFaults: /422/ });
    await page.getByRole('button', { name: 'W8', exact: true }).click();
    await page.getByRole('button', { name: 'Record as sent' }).click();
    const field = page.getByLabel('Text as sent');
    const written = await field.inputValue();
    expect(written).toMatch(/^REQUEST FOR CLARIFICATION\n/);
    await field.fill(written.replace('Based on', 'Do you agree that it is pain of the leg alone? Based on'));
    await page.locator('.step-form').getByRole('button', { name: 'Record as sent' }).click();
    await page.locator('#main').getByText(/the query is not compliant and was not sent/).waitFor();
    expect(await field.inputValue()).toContain('Do you agree');
    await field.fill(written.replace('Based on your', 'In your clinical view, and based on your'));
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('.step-form').getByRole('button', { name: 'Record as sent' }).click();
    await page.locator('#main').getByText('W8 is sent.').waitFor();
    await page.getByText(/^Text as sent/).click();
    expect(await page.locator('.query-page pre').innerText()).toContain('In your clinical view');
  });

  it('of two who act at once the second is told, and sees how it stands now', async () => {
    const [one, other] = [(await open({ hash: '#worklist' })).page, (await open({ hash: '#worklist' })).page];
    for (const page of [one, other]) {
      await page.getByRole('button', { name: 'W2', exact: true }).click();
      await page.getByRole('heading', { name: /^W2 / }).waitFor();
    }
    await one.getByRole('button', { name: 'Record as read' }).click();
    await one.locator('.step-form').getByRole('button', { name: 'Record as read' }).click();
    await one.locator('#main').getByText('W2 is read.').waitFor();
    other.removeAllListeners('console');
    await other.getByRole('button', { name: 'Defer', exact: true }).click();
    await other.getByLabel('Why the answer waits').fill('vacation');
    await other.locator('.step-form').getByRole('button', { name: 'Defer', exact: true }).click();
    await other.locator('#main').getByText(/W2: has changed since you looked .*nothing was changed/).waitFor();
    expect(await other.locator('.query-page .life').innerText()).toContain('Read');
  });

  it('a server that has ended is told, and what was shown stays', async () => {
    const { page } = await open({ hash: '#worklist' });
    await page.getByRole('button', { name: 'W3', exact: true }).waitFor();
    page.removeAllListeners('console');
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.locator('#main').getByText('The local server does not answer.').waitFor();
    expect(await rows(page)).toContain('W3');
  });

  it.each([[320, 700], [390, 844]])('at %d px nothing needs sideways scrolling', async (width, height) => {
    const { page } = await open({ hash: '#worklist', viewport: { width, height } });
    await page.getByRole('button', { name: 'W4', exact: true }).click();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});

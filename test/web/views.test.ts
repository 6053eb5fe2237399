// The frame of the page: the three views, reached by the switch, each clean by axe in both themes.
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage } from './use-page.ts';

describe('views', () => {
  const open = usePage();

  it.each(['Workspace', 'Worklist', 'Batch'])('%s is reached by the switch and clean by axe, light and dark', async (name) => {
    const { page } = await open();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
    await page.locator('nav a[aria-current="page"]', { hasText: name }).waitFor();
    await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
  });
});

// What a coder does at the page, in the words of the tests: bring a note, wait for a code, press keys, read what is said.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** All parts of the page are loaded. */
export const waitUntilWhole = (page: Page): Promise<unknown> => page.waitForSelector('html[data-loaded="whole"]', { state: 'attached' });

/** The card of a code. */
export const card = (page: Page, code: string): Locator => page.locator(`[data-code="${code}"]`);

/** The code is proposed. */
export const waitForCode = (page: Page, code: string): Promise<void> => card(page, code).waitFor({ state: 'attached' });

/** Closes the note that is open; work that would be lost is given up. */
export async function clearDesk(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  const close = page.getByRole('button', { name: 'Close', exact: true });
  while (await close.count() > 0) await close.first().click();
}

/** Types a note into the empty desk. */
export async function typeNote(page: Page, text: string): Promise<void> {
  await clearDesk(page);
  await page.getByLabel('Paste or type a note').fill(text);
}

/** Presses keys one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What screen readers hear comes to say this. */
export const hear = (page: Page, words: string | RegExp): Promise<void> => expect.poll(() => page.locator('[aria-live="polite"]').first().textContent()).toMatch(words) as unknown as Promise<void>;

/** The codes of the claim list, in order. */
export async function claimed(page: Page): Promise<readonly string[]> {
  return page.locator('.claim-row .claim-words > .code').allTextContents();
}

/** Drops files on the note, as from the desktop. */
export async function dropFiles(page: Page, ...files: readonly { readonly name: string; readonly content: string | readonly number[] }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const carried = new DataTransfer();
    for (const { name, content } of given) carried.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
    return carried;
  }, files);
  await page.dispatchEvent('.note-pane', 'drop', { dataTransfer: transfer });
}

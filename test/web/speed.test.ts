// Typing in a note of 20 kB: what the main thread spends on a key, from the key to the drawn line and on to the marks of the new analysis.
import { describe, expect, it } from 'vitest';
import type { CDPSession } from 'playwright-core';
import { typeNote, waitUntilWhole } from './at-the-desk.ts';
import { usePage } from './use-page.ts';
import { wholeNotes } from '../corpus.ts';

const LENGTH = 20_000;
const FRAME = 16;
const KEYS = 40;

function longNote(): string {
  const all = wholeNotes().map(({ text }) => text).join('\n\n');
  return all.repeat(Math.ceil(LENGTH / all.length)).slice(0, LENGTH);
}

/** Milliseconds that the main thread has spent on script, style and layout so far. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics') as { metrics: { name: string; value: number }[] };
  return metrics.filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name)).reduce((sum, { value }) => sum + value * 1000, 0);
}

describe('a note of 20 kB', () => {
  const open = usePage();

  it('is typed in without holding up a frame, its analysis drawn after every key', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await typeNote(page, longNote());
    await page.locator('[data-code]').first().waitFor();
    const field = page.getByLabel('Text of the note', { exact: true });
    await field.press('Control+Home');
    await page.keyboard.type('Low back pain. ');
    await page.locator('.line').first().locator('.mark').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await spent(session);
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.type('a');
      await page.waitForTimeout(30);
    }
    const perKey = (await spent(session) - before) / KEYS;
    console.log(`a key in a note of 20 kB: ${perKey.toFixed(1)} ms of the main thread`);
    expect(perKey).toBeLessThan(FRAME);
  });
});

// Typing in a note of 20 kB: what the main thread spends on a key, from the key to the drawn line and on to the marks of the new analysis.
import { describe, expect, it } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { typeNote, waitUntilWhole } from './at-the-desk.ts';
import { usePage } from './use-page.ts';
import { wholeNotes } from '../corpus.ts';

const LENGTH = 20_000;
const FRAME = 16;
const KEYS = 10;
const ROUNDS = 5;

function longNote(): string {
  const all = wholeNotes().map(({ text }) => text).join('\n\n');
  return all.repeat(Math.ceil(LENGTH / all.length)).slice(0, LENGTH);
}

/** Milliseconds of processor time that the main thread has spent on script, style and layout so far. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics') as { metrics: { name: string; value: number }[] };
  return metrics.filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name)).reduce((sum, { value }) => sum + value * 1000, 0);
}

async function costOfKeys(page: Page, session: CDPSession): Promise<number> {
  const before = await spent(session);
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type('a');
    await page.waitForTimeout(40);
  }
  return (await spent(session) - before) / KEYS;
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
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await costOfKeys(page, session));
    // Other programs on the machine only ever make a round dearer.
    const perKey = Math.min(...rounds);
    console.log(`a key in a note of 20 kB: ${perKey.toFixed(1)} ms of the main thread`);
    expect(perKey).toBeGreaterThan(0);
    expect(perKey).toBeLessThan(FRAME);
  });
});

#!/usr/bin/env node
// Pictures of the main views of the built page, at 1440 and 390 px, light and dark, into screenshots/ (not in the repository).
// `--docs` writes those that the README shows into docs/ too. Needs Chromium, as the tests of the page do.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { module: { launchChromium } } = await runnerImport(at('test/web/chromium.ts'), { configFile: false });
const { module: { servePage } } = await runnerImport(at('test/web/serve-folder.ts'), { configFile: false });
const press = (...keys) => async (page) => { for (const key of keys) await page.keyboard.press(key); };
const button = (name) => (page) => page.getByRole('button', { name }).first().click();
const tab = (name) => (page) => page.getByRole('tab', { name }).click();

const SCENES = [
  { name: 'workspace', steps: [press('j')], docs: 'workspace' },
  { name: 'start', steps: [button('Close')] },
  { name: 'codes', steps: [button(/^Codes/)], narrow: true },
  { name: 'queries', steps: [button(/^Queries/)], narrow: true },
  { name: 'claim', steps: [button('Accept all'), tab(/^Claim/)], wide: true },
  { name: 'why', steps: [press('j', 'w'), (page) => page.getByText('Neighbours').waitFor()], wide: true },
  { name: 'dates', steps: [tab('Setting and dates'), (page) => page.getByText('this note').waitFor()], wide: true, docs: 'dates' },
  { name: 'query', steps: [press('q'), (page) => page.getByRole('radio', { name: 'Confirmed' }).check(), (page) => page.locator('.recode').waitFor()], docs: 'query' },
  { name: 'worklist', hash: '#worklist', steps: [] },
  { name: 'batch', hash: '#batch', steps: [] },
];
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];
const isDocs = process.argv.includes('--docs');

mkdirSync(at('screenshots'), { recursive: true });
const [browser, host] = await Promise.all([launchChromium(), servePage()]);
for (const viewport of SIZES) {
  const isNarrow = viewport.width < 900;
  for (const colorScheme of ['light', 'dark']) {
    for (const { name, steps, hash = '', docs } of SCENES.filter(({ narrow, wide }) => isNarrow ? !wide : !narrow)) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(host.address + hash);
      await page.waitForSelector('html[data-loaded="whole"]', { state: 'attached' });
      for (const step of steps) await step(page);
      await page.waitForTimeout(300);
      await page.screenshot({ path: at(`screenshots/${name}-${viewport.width}-${colorScheme}.png`) });
      if (isDocs && docs && !isNarrow && colorScheme === 'light') await page.screenshot({ path: at(`docs/${docs}.png`) });
      await context.close();
    }
  }
}
await browser.close();
host.close();

// The page's own worker in Chromium against the library in Node, on the same notes: a note there is posted, analysed, checked and posted back.
// In: texts and how long Node takes for them. Out: figures, or why there are none. It opens no connection: the built page is handed to the browser file by file.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const page = fileURLToPath(new URL('../dist/web/', import.meta.url));
const PLACES = [process.env.LUMBAGO_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Milliseconds for all texts, the fastest of the rounds, after one to warm up. */
const analyzeAll = async ({ script, texts, rounds }) => {
  const worker = new Worker(script, { type: 'module' });
  const ask = (id, text) => new Promise((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage({ id, task: 'analyze', input: { id: `n${id}`, text, setting: 'outpatient' } });
  });
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    for (const [id, text] of texts.entries()) await ask(id, text);
    times.push(performance.now() - start);
  }
  worker.terminate();
  return Math.min(...times.slice(1));
};

/** `shareOfNode` is the rate in the browser over that of the library in Node. */
export async function raceInBrowser(texts, { rounds, nodeMilliseconds }) {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (executablePath === undefined) return { because: 'no Chromium found; set LUMBAGO_TEST_CHROMIUM to its path' };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const tab = await browser.newPage();
    await tab.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
      return existsSync(page + name) ? route.fulfill({ path: page + name }) : route.abort();
    });
    await tab.goto('http://lumbago.bench/');
    const script = `assets/${readdirSync(`${page}assets`).find((name) => name.startsWith('engine.worker'))}`;
    const milliseconds = await tab.evaluate(analyzeAll, { script, texts, rounds });
    return { millisecondsPerNote: milliseconds / texts.length, shareOfNode: nodeMilliseconds / milliseconds };
  } finally {
    await browser.close();
  }
}

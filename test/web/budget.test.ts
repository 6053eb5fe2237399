// What a first visit loads: script up to 80 kB and knowledge up to 300 kB, both gzipped, until the codes of the sample stand there.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { waitForCode, waitUntilWhole } from './at-the-desk.ts';
import { usePage } from './use-page.ts';

const ASSETS = new URL('../../dist/web/assets/', import.meta.url);
const KB = 1000;
const zipped = (name: string): number => gzipSync(readFileSync(new URL(name, ASSETS)), { level: 9 }).length;
const nameOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';
const isScript = (name: string): boolean => name.endsWith('.js');
const isKnowledge = (name: string): boolean => name.startsWith('knowledge');

/** Scripts that a script needs before it runs; what it loads later is not among them. */
function importsOf(name: string): readonly string[] {
  const found = [...readFileSync(new URL(name, ASSETS), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].flatMap(([, needed]) => (needed === undefined ? [] : [needed]));
  return [...found, ...found.flatMap(importsOf)];
}

describe('weight of the page', () => {
  const open = usePage();

  it('is within its budgets at first load', async () => {
    const { page, requests } = await open();
    await waitForCode(page, 'M54.42');
    const asked = [...new Set(requests.map(({ url }) => nameOf(url)).filter(isScript))];
    const roots = asked.filter((name) => /^(?:page|engine\.worker|load|knowledge)-/.test(name));
    const first = [...new Set([...roots, ...roots.flatMap(importsOf)])];
    expect(roots.length).toBeGreaterThanOrEqual(4);
    expect(first.filter((name) => !isKnowledge(name)).reduce((sum, name) => sum + zipped(name), 0)).toBeLessThanOrEqual(80 * KB);
    expect(first.filter(isKnowledge).reduce((sum, name) => sum + zipped(name), 0)).toBeLessThanOrEqual(300 * KB);
    await waitUntilWhole(page);
    const loaded = new Set(requests.map(({ url }) => nameOf(url)).filter(isScript));
    expect(readdirSync(ASSETS).filter(isScript).filter((name) => !loaded.has(name))).toEqual([]);
  });

  it('holds no heavy library', () => {
    const code = readdirSync(ASSETS).filter(isScript).filter((name) => !isKnowledge(name)).map((name) => readFileSync(new URL(name, ASSETS), 'utf8')).join('\n');
    for (const sign of ['pglite', 'commander', 'saxes', 'WordNet', 'createElementNS("http://www.w3.org/1999/xhtml"', 'wink-eng-lite', 'compromise', 'underscorejs.org']) expect(code, sign).not.toContain(sign);
  });
});

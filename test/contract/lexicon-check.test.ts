// `lumbago lexicon check`: a folder of lexicons from outside, whole and broken.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';

const LEXICONS = fileURLToPath(new URL('../../lexicons', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-lexicons-'));
  cpSync(LEXICONS, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(['lexicon', 'check', ...argv], {
    stdin: (async function* () { /* nothing to read */ })(), stdinIsTerminal: true, terminalColumns: undefined, env: {},
    writeOut: async (text) => { out += text; }, writeError: (text) => { err += text; },
  });
  return { code, out, err };
}

it('finds no issue in the lexicons that ship, bundled or as a folder', async () => {
  expect(await check()).toMatchObject({ code: 0, out: '', err: expect.stringContaining('no issues') });
  expect(await check(folder)).toMatchObject({ code: 0, out: '' });
}, 60_000);

it('tells every issue with its file, entry and remedy', async () => {
  const path = join(folder, 'terms/chronicity.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"hits": [', '"hits": ["The weather is fine.", '));
  const { code, out } = await check(folder);
  expect(code).toBe(65);
  expect(out).toContain('lexicons/terms/chronicity.json · chronicity.acute: the hit "The weather is fine." is not found');
}, 60_000);

it('says what to do where there is no folder or no JSON', async () => {
  expect(await check(join(folder, 'nowhere'))).toMatchObject({ code: 66, err: expect.stringContaining('no such folder') });
  writeFileSync(join(folder, 'terms/broken.json'), '{');
  expect(await check(folder)).toMatchObject({ code: 65, err: expect.stringContaining('not valid JSON') });
});

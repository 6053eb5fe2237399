#!/usr/bin/env node
// Runs all tests (or the files named as arguments) with vitest and prints, as its last line, `N passed, N failed`.
// Exit code 0 only when vitest says so and nothing failed; a file that could not be loaded counts as one failure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lumbago-tests-'));
const results = join(folder, 'results.json');

const vitest = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
const { passed, failed } = count(results);
rmSync(folder, { recursive: true, force: true });
process.exitCode = vitest.status === 0 && failed === 0 && passed > 0 ? 0 : vitest.status || 1;
console.log(`${passed} passed, ${vitest.status !== 0 && failed === 0 ? 1 : failed} failed`);

function count(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

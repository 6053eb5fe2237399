#!/usr/bin/env node
// The command: runs the built program. In a checkout that was installed without building, it builds once and goes on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/bundle/main.js', import.meta.url);

if (!existsSync(built)) {
  process.stderr.write('lumbago: not built yet; running "npm run build" once\n');
  const build = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 2, 2], shell: process.platform === 'win32',
  });
  if (build.status !== 0 || !existsSync(built)) {
    process.stderr.write('lumbago: the build failed; run "npm ci" and then "npm run build" in the checkout\n');
    process.exit(1);
  }
}

const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));

// `lumbago serve` as a process: prints its address, serves the built page, falls back when its port is taken, ends on SIGINT and SIGTERM.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { runCli } from './run-cli.ts';

const BIN = fileURLToPath(new URL('../../bin/lumbago.js', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => { for (const child of started.splice(0)) child.kill('SIGKILL'); });

interface Served { readonly child: ChildProcess; readonly address: string; readonly err: () => string }

/** Starts the command and waits for its address. */
async function serve(...argv: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [BIN, 'serve', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, address: chunk.toString().trim(), err: () => err };
}

async function occupied(): Promise<{ readonly port: number; close(): void }> {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  return { port: (blocker.address() as AddressInfo).port, close: () => void blocker.close() };
}

describe('lumbago serve', () => {
  it('prints its address alone on stdout, serves page and API, and ends with 0 on SIGINT', async () => {
    const { child, address, err } = await serve('--port', '0');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(address);
    expect(await page.text()).toContain('data-server="local"');
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    const note = { id: 'n1', text: 'Lumbago with sciatica, left side. Zanzibar.' };
    const answer = await fetch(`${address}api/analyze?format=jsonl`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(note) });
    expect(await answer.text()).toBe(`${JSON.stringify(createAnalyzer().analyze(note))}\n`);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(err()).toMatch(/for this machine alone; notes stay in the browser/);
    expect(err()).not.toContain('Zanzibar');
    await expect(fetch(address)).rejects.toThrow();
  });

  it('ends on SIGTERM too', async () => {
    const { child } = await serve('--port', '0');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('a port that is taken: the one asked for is an error', async () => {
    const blocker = await occupied();
    const { code, out, err } = await runCli(['serve', '--port', String(blocker.port), '--by', 'ana']).finally(blocker.close);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^lumbago: --port \d+: is taken by another program; choose another, or leave --port out for a free one\n$/);
  });

  it('without --port a second server takes a free port and says so', async () => {
    const first = await serve();
    const second = await serve();
    expect(second.address).not.toBe(first.address);
    expect(second.err()).toMatch(/port 4750 is taken by another program; using a free one/);
    expect((await fetch(`${second.address}api/health`)).status).toBe(200);
  });

  it.each([['80000'], ['x'], ['1.5']])('--port %s is refused', async (port) => {
    expect(await runCli(['serve', '--port', port])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/whole number from 0/) });
  });

  it('tells in its help what the API takes and gives', async () => {
    const { code, out } = await runCli(['serve', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('POST /api/analyze?format=jsonl');
  });
});

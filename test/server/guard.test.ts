// Who may ask the local server, what every answer carries, and that no path leads out of the page.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PageMissing, readPage } from '../../src/server/read-page.ts';
import { PortTaken, startServer } from '../../src/server/start-server.ts';
import { ask, PAGE, useServer } from './use-server.ts';

const server = useServer();
const port = (): string => new URL(server.address()).port;
const NOTE = { method: 'POST', body: '{"id":"n1","text":"Back pain."}' };

describe('who may ask', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST'])('programs that call it %s', async (name) => {
    expect((await server.ask('/api/health', { headers: { host: `${name}:${port()}` } })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1', '[::1]'])('not under the name %s (DNS rebinding)', async (name) => {
    for (const path of ['/', '/api/health']) {
      const { status, json } = await server.ask(path, { headers: { host: name.includes('.evil') ? `${name}:${port()}` : name } });
      expect([status, json.error.code]).toEqual([403, 'host']);
    }
  });

  it('the page of this server, and no page of another site', async () => {
    const headers = { 'content-type': 'application/json' };
    const from = (more: Readonly<Record<string, string>>): Promise<{ status: number }> => server.ask('/api/analyze', { ...NOTE, headers: { ...headers, ...more } });
    expect((await from({ origin: `http://127.0.0.1:${port()}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await from({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ origin: 'null' })).status).toBe(403);
    expect((await from({ origin: `http://127.0.0.1:${Number(port()) + 1}`, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('a link from elsewhere may open the page', async () => {
    expect((await server.ask('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })).status).toBe(200);
  });

  it('nobody outside this machine', async () => {
    const outside = Object.values(networkInterfaces()).flat().find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    const reached = outside === undefined ? 'no other interface' : await ask(`http://${outside.address}:${port()}/`, '/api/health').then(({ status }) => status, () => 'refused');
    expect(['refused', 'no other interface']).toContain(reached);
  });
});

describe('every answer', () => {
  it.each(['/', '/index.html', '/assets/index.js'])('%s is the page with its policy', async (path) => {
    const { status, headers } = await server.ask(path);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin' });
    expect(headers['cache-control']).toBe(path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

  it.each(['/api/health', '/api/nothing', '/api/worklist/queries'])('%s is kept nowhere', async (path) => {
    const { headers } = await server.ask(path);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([['GET', '/../package.json'], ['GET', '/%2e%2e/package.json'], ['GET', '/assets/'], ['POST', '/'], ['DELETE', '/api/health'], ['GET', '/api/analyze']])('%s %s is not there', async (method, path) => {
    const { status, json } = await server.ask(path, { method });
    expect([status, json.error.code]).toEqual([404, 'absent']);
  });

  it('a broken address is told as one', async () => {
    expect((await server.ask('/api/worklist/queries/%E0%A4%A')).status).toBe(400);
  });
});

describe('the page in memory', () => {
  it('is marked as served and may connect to its server, and only to that', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lumbago-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), `<html lang="en"><meta content="default-src 'none'; connect-src 'none'">`);
    writeFileSync(join(folder, 'assets', 'index.css'), 'a{}');
    const page = readPage(folder);
    expect([...page.keys()].sort()).toEqual(['/assets/index.css', '/index.html']);
    expect(page.get('/index.html')?.bytes.toString()).toBe(`<html lang="en" data-server="local"><meta content="default-src 'none'; connect-src 'self'">`);
    rmSync(folder, { recursive: true });
    expect(() => readPage(folder)).toThrow(PageMissing);
    expect(() => readPage(folder)).toThrow(/is not built; run "npm run build"/);
  });
});

describe('the port', () => {
  it('that is taken is told', async () => {
    const options = { page: PAGE, port: Number(port()), store: 'none', actor: 'ana', now: () => '', onFault: () => undefined };
    await expect(startServer(options)).rejects.toThrow(PortTaken);
  });
});

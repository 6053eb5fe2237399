// A local server for one test file: a page of two files, a worklist in a folder of its own, a free port.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Page } from '../../src/server/read-page.ts';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { addReport } from '../../src/store/add-report.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOW, reportOf, stampAt } from '../store/stores.ts';

export const PAGE: Page = new Map([
  ['/index.html', { bytes: Buffer.from('<!doctype html><html lang="en" data-server="local">'), type: 'text/html; charset=utf-8', cache: 'no-cache' }],
  ['/assets/index.js', { bytes: Buffer.from('export {};'), type: 'text/javascript; charset=utf-8', cache: 'public, max-age=31536000, immutable' }],
]);

/** The fields of JSON answers that the tests look at; each answer has its own. */
export interface AnswerJson {
  readonly error: { readonly code: string; readonly message: string; readonly rejects: readonly { readonly line: number; readonly id?: string; readonly reason: string }[] };
  readonly actor: string;
  readonly status: string;
  readonly queries: readonly object[];
  readonly measures: readonly object[];
  readonly history: readonly { readonly actor: string; readonly action: string }[];
}

export interface Answer { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string; readonly json: AnswerJson }

const NONE = {} as AnswerJson;

export interface Asked { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array }

export interface TestServer { readonly faults: readonly string[]; readonly address: () => string; readonly store: () => string; ask(path: string, asked?: Asked): Promise<Answer> }

/** Asks with exactly these headers; fetch would not let a test write Host. */
export function ask(address: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(address), { path, method, headers: { ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }), ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /^application\/json/.test(response.headers['content-type'] ?? '');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: isJson && text !== '' ? (JSON.parse(text) as AnswerJson) : NONE });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Starts the server before the tests of a file; with `queries`, its worklist has two notes, three queries. */
export function useServer({ queries = false } = {}): TestServer {
  let server: RunningServer;
  let folder = '';
  const faults: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lumbago-server-'));
    if (queries) await fill(join(folder, 'worklist'));
    server = await startServer({ page: PAGE, port: 0, store: join(folder, 'worklist'), actor: 'ana', now: () => NOW, onFault: (fault) => { faults.push(fault); }, idle: 300 });
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { faults, address: () => server.address, store: () => join(folder, 'worklist'), ask: (path, asked) => ask(server.address, path, asked) };
}

async function fill(store: string): Promise<void> {
  const database = await openStore(store, { create: true, now: NOW });
  for (const report of [reportOf('n1', 2), reportOf('n2', 1)]) await addReport(database, { report, stamp: stampAt(0) });
  await database.close();
}

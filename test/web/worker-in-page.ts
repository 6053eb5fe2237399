// The worker of the built page, spoken to as the page does: for comparing what it answers with what Node answers.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { NoteInput } from '../../src/wire.ts';

const ASSETS = new URL('../../dist/web/assets/', import.meta.url);

/** The name of a built file by how it begins. */
export function builtFile(start: string): string {
  const found = readdirSync(ASSETS).find((name) => name.startsWith(start) && name.endsWith('.js'));
  if (found === undefined) throw new Error(`dist/web/assets holds no ${start}*.js: run npm run build`);
  return found;
}

/** Analyses notes one after another in a worker of the browser; gives each report as the bytes of its JSON. */
export function analyzeInPage(page: Page, notes: readonly NoteInput[]): Promise<readonly string[]> {
  return page.evaluate(async ({ script, asked }) => {
    const worker = new Worker(script, { type: 'module' });
    const reports: string[] = [];
    for (const [id, input] of asked.entries()) {
      const reply = await new Promise<{ ok: boolean; output: { report: unknown }; fault?: string }>((resolve) => {
        worker.onmessage = ({ data }) => resolve(data as never);
        worker.postMessage({ id, task: 'analyze', input });
      });
      reports.push(reply.ok ? JSON.stringify(reply.output.report) : `failed: ${reply.fault}`);
    }
    worker.terminate();
    return reports;
  }, { script: `assets/${builtFile('engine.worker')}`, asked: notes.map((note) => ({ setting: 'outpatient', ...note })) as { id: string; text: string }[] });
}

// The page from `lumbago serve`, over a worklist of invented notes in which queries stand in every status.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnalyzer } from '../../src/index.ts';
import { readPage } from '../../src/server/read-page.ts';
import { startServer } from '../../src/server/start-server.ts';
import { addReport } from '../../src/store/add-report.ts';
import type { Database } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Step } from '../../src/store/steps.ts';
import { takeStep } from '../../src/store/take-step.ts';
import { NOW, stampAt } from '../store/stores.ts';

const TEXTS = ['Assessment: Sciatica.', 'Assessment: Lumbago with sciatica.', 'Assessment: Radiculopathy.', 'Assessment: Sciatica. Rule out disc herniation at L5-S1.', 'Assessment: Spinal stenosis.', 'Assessment: Sacroiliac pain, left and right not stated. Sciatica.', 'Assessment: Disc degeneration of the lumbar spine.', 'Assessment: Sciatica since the fall.'];

/** Steps of the queries W1, W2 …, each taken an hour and a half after the one before. */
const STEPS: readonly (readonly Step[])[] = [
  [],
  [{ action: 'send', to: 'Dr. Osei' }],
  [{ action: 'send', to: 'Dr. Osei' }, { action: 'read' }],
  [{ action: 'send', to: 'Dr. Lind' }, { action: 'defer', reason: 'imaging is awaited' }],
  [{ action: 'send', to: 'Dr. Lind' }, { action: 'answer', text: 'Left, as examined today.', name: 'K. Lind', credentials: 'DO' }],
  [{ action: 'send', to: 'Dr. Osei' }, { action: 'answer', text: 'Cannot be told.', name: 'N. Osei', credentials: 'MD' }, { action: 'close', outcome: 'agreed' }],
  [{ action: 'cancel', reason: 'addendum came first' }],
];

/** Serves dist/web with the worklist. With `queries: false` there is no worklist. */
export async function serveWorklist({ queries = true } = {}): Promise<{ readonly address: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-page-worklist-'));
  const store = join(folder, 'worklist');
  if (queries) await fill(store);
  const server = await startServer({ page: readPage(fileURLToPath(new URL('../../dist/web/', import.meta.url))), port: 0, store, actor: 'ana', now: () => NOW, onFault: (fault) => { throw new Error(fault); } });
  return { address: server.address, close: async () => { await server.close(); rmSync(folder, { recursive: true, force: true }); } };
}

async function fill(store: string): Promise<void> {
  const { analyze } = createAnalyzer();
  const database = await openStore(store, { create: true, now: NOW });
  for (const [at, text] of TEXTS.entries()) await addReport(database, { report: analyze({ id: `visit-${at + 1}`, text, date: '2026-11-15' }), stamp: stampAt(0) });
  for (const [at, steps] of STEPS.entries()) await takeSteps(database, `W${at + 1}`, steps);
  await database.close();
}

async function takeSteps(database: Database, query: string, steps: readonly Step[]): Promise<void> {
  for (const [at, step] of steps.entries()) await takeStep(database, { query, step, stamp: stampAt((at + 1) * 1.5) });
}

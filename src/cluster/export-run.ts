// A run whose chunks are all done → the folder that a batch on one machine would have written, byte for byte: parts, rejects, manifest.
// In: the results in order of the input, a few chunks at a time. Ids that come twice are found here, where the order is known.
import { gunzipSync } from 'node:zlib';
import { runIdOf, sayDifference } from '../batch/batch-plan.ts';
import { BatchRefused, claimFolder } from '../batch/claim-folder.ts';
import type { ChunkOutcome, RecordOutcome } from '../batch/code-chunk.ts';
import type { Identity } from '../batch/journal.ts';
import type { BatchManifest, Counts } from '../batch/manifest.ts';
import { openOutput, type RunOutput } from '../batch/run-output.ts';
import { settleDuplicates } from '../batch/settle-duplicates.ts';
import type { Database } from '../store/database.ts';
import { StoreError } from '../store/error.ts';
import { readStatus } from './read-status.ts';

export interface ExportRequest { readonly run: string; readonly folder: string; readonly resume: boolean; readonly stopped: () => boolean; readonly onProgress?: (records: number) => void }

/** `complete`: the manifest is written. */
export interface ExportEnd { readonly complete: boolean; readonly counts: Counts }

/** Chunks in memory at once. */
const PAGE = 16;
const BETWEEN_CHECKPOINTS = 5000;

/** Exports a run. @throws StoreError when it is not done, BatchRefused when the folder does not fit. */
export async function exportRun(database: Database, request: ExportRequest): Promise<ExportEnd> {
  const { run, folder } = request;
  const { identity, name } = await findDone(database, run);
  const claimed = await claimFolder(folder, request.resume);
  if (claimed.kind === 'complete') {
    if (claimed.manifest.run !== run) throw new BatchRefused(`${folder}: holds another run (${claimed.manifest.run}); choose another folder`);
    return { complete: true, counts: claimed.manifest.counts };
  }
  try {
    const { before } = claimed;
    const difference = before && sayDifference(before.identity, identity);
    if (difference !== undefined) throw new BatchRefused(`${folder}: cannot be resumed: ${difference}; choose another folder`);
    const output = await openOutput({ folder, zipped: identity.arguments.gzip === true, identity, before });
    const complete = await writeChunks(database, output, request).catch(async (error: unknown) => { await output.leave(); throw error; });
    if (!complete) await output.checkpoint().then(() => output.leave());
    else await output.conclude(headOf(identity, name));
    return { complete, counts: output.counts() };
  } finally {
    claimed.release();
  }
}

const headOf = (identity: Identity, name: string): Pick<BatchManifest, 'run' | 'engine' | 'input' | 'arguments'> =>
  ({ run: runIdOf(identity), engine: identity.engine as BatchManifest['engine'], arguments: identity.arguments, input: { name, ...identity.input } as BatchManifest['input'] });

async function findDone(database: Database, run: string): Promise<{ readonly identity: Identity; readonly name: string }> {
  const [status] = await readStatus(database, run);
  if (!status) throw new StoreError('absent', `${database.place}: has no run ${run}; "lumbago cluster status" lists them`);
  if (status.state === 'submitting') throw new StoreError('refused', `run ${run}: is not submitted whole; give the same "lumbago cluster submit" again, then let workers finish`);
  if (status.state === 'working') throw new StoreError('refused', `run ${run}: ${status.chunks.total - status.chunks.done} of ${status.chunks.total} chunks are not done; let "lumbago cluster work" finish them`);
  const [row] = await database.query<{ identity: string; name: string }>('SELECT identity, input_name AS name FROM lumbago_cluster.runs WHERE id = $1', [run]);
  if (!row) throw new StoreError('absent', `run ${run}: is gone`);
  return { identity: JSON.parse(row.identity) as Identity, name: row.name };
}

interface Row { readonly endsPart: boolean; readonly digest: string | null; readonly zipped: Uint8Array; readonly outcomes: string; readonly keys: Uint8Array }

const ROWS = `
  SELECT ends_part AS "endsPart", digest, zipped, outcomes, keys FROM lumbago_cluster.chunks JOIN lumbago_cluster.results USING (run, seq)
  WHERE run = $1 AND seq >= $2 AND seq < $3 ORDER BY seq`;

/** Writes all chunks that are not written; false when asked to stop. */
async function writeChunks(database: Database, output: RunOutput, { run, stopped, onProgress }: ExportRequest): Promise<boolean> {
  const written = output.counts().read;
  let [seen, saved] = [0, performance.now()];
  for (let from = 0; !stopped(); from += PAGE) {
    const rows = await database.query<Row>(ROWS, [run, from, from + PAGE]);
    if (rows.length === 0) return true;
    for (const row of rows) {
      const outcome = outcomeOf(row);
      seen += outcome.records.length;
      if (seen <= written) continue;
      await output.add(settleDuplicates(outcome, output.ids), { part: row.endsPart, digest: row.digest ?? undefined });
    }
    onProgress?.(seen);
    if (performance.now() - saved < BETWEEN_CHECKPOINTS) continue;
    await output.checkpoint();
    saved = performance.now();
  }
  return false;
}

const outcomeOf = ({ zipped, outcomes, keys }: Row): ChunkOutcome => ({ lines: gunzipSync(zipped), records: JSON.parse(outcomes) as RecordOutcome[], keys });

// A batch from end to end: source → chunks → workers → duplicates → parts, in order and with back-pressure all the way.
// In: a plan. Out: counts and how it ended; everything else is in the folder. Read this file first of this room.
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, runIdOf, sayDifference, type BatchPlan } from './batch-plan.ts';
import { openPool, type ChunkPool } from './chunk-pool.ts';
import { BatchRefused, claimFolder, type Claimed } from './claim-folder.ts';
import type { ChunkOutcome } from './code-chunk.ts';
import { cutChunks, OtherRecords, type Chunk } from './cut-chunks.ts';
import { codeSafely } from './isolate-poison.ts';
import { RUN_FOLDER, type Identity, type Remembered } from './journal.ts';
import type { Counts } from './manifest.ts';
import { ownsRecord } from './owns-record.ts';
import { openOutput, type RunOutput } from './run-output.ts';
import { runInOrder } from './run-in-order.ts';
import { settleDuplicates } from './settle-duplicates.ts';

/** `complete`: the whole input. `stopped`: asked to. `rejects`: more records without a report than were put up with. The last two can be resumed. */
export interface BatchResult { readonly ended: 'complete' | 'stopped' | 'rejects'; readonly counts: Counts; readonly already: boolean }

/** Chunks under way for each worker: one in work, the others at hand when it is done. */
const AHEAD = 3;

/** Milliseconds between checkpoints within a part. */
const BETWEEN_CHECKPOINTS = 5000;

/** Runs a batch, or goes on with one. @throws BatchRefused when the folder, or what is asked, does not fit. */
export async function runBatch(plan: BatchPlan): Promise<BatchResult> {
  const claimed = await claimFolder(plan.folder, plan.resume);
  try {
    const pool = await openPool(plan);
    return await runWith(pool, claimed, plan).finally(pool.close);
  } finally {
    if (claimed.kind === 'open') claimed.release();
  }
}

async function runWith(pool: ChunkPool, claimed: Claimed, plan: BatchPlan): Promise<BatchResult> {
  const { folder } = plan;
  const fingerprint = plan.limit === undefined ? await plan.source.fingerprint?.() : undefined;
  const identity = identityOf(plan, pool.engine, fingerprint);
  if (claimed.kind === 'complete') {
    if (claimed.manifest.run !== runIdOf(identity)) refuseOther(folder, sayDifference(identityOfManifest(claimed.manifest), identity));
    // A kill may have come between the manifest and this.
    await rm(join(folder, RUN_FOLDER), { recursive: true, force: true });
    return { ended: 'complete', counts: claimed.manifest.counts, already: true };
  }
  const { before } = claimed;
  if (before) await checkBefore(before, identity, folder);
  return runInto(await openOutput({ folder, zipped: plan.gzip, identity, before }), { plan, pool, identity, before, known: fingerprint !== undefined });
}

const identityOfManifest = ({ engine, arguments: given, input: { format, sha256, bytes } }: { readonly engine: object; readonly arguments: object; readonly input: { readonly format: string; readonly sha256?: string | undefined; readonly bytes?: number | undefined } }): Identity =>
  ({ engine: { ...engine }, arguments: { ...given }, input: { format, ...(sha256 !== undefined && { sha256 }), ...(bytes !== undefined && { bytes }) } });

function refuseOther(folder: string, difference = 'the input is not what it was (records)'): never {
  throw new BatchRefused(`${folder}: cannot be resumed: ${difference}; give what the run began with, or choose another folder`);
}

async function checkBefore({ identity: first, closed }: Remembered, identity: Identity, folder: string): Promise<void> {
  const difference = sayDifference(first, identity);
  if (difference !== undefined) refuseOther(folder, difference);
  for (const { file, bytes } of closed.slice(0, -1)) {
    const found = await stat(join(folder, file)).catch(() => undefined);
    if (found?.size !== bytes) throw new BatchRefused(`${join(folder, file)}: is missing or was changed; begin anew in another folder`);
  }
}

interface Desk { readonly plan: BatchPlan; readonly pool: ChunkPool; readonly identity: Identity; readonly before: Remembered | undefined; readonly known: boolean }

async function runInto(output: RunOutput, desk: Desk): Promise<BatchResult> {
  const { plan, pool, identity } = desk;
  const ended = await codeAll(output, desk).catch(async (error: unknown) => {
    await (output.counts().read === 0 ? output.discard() : output.leave());
    if (error instanceof OtherRecords) refuseOther(plan.folder);
    throw error;
  });
  const counts = output.counts();
  if (ended === 'complete') {
    await output.conclude({ run: runIdOf(identity), engine: pool.engine, arguments: identity.arguments, input: { name: plan.source.name, ...identity.input } as { name: string; format: string } });
  } else {
    await output.checkpoint();
    await output.leave();
  }
  return { ended, counts, already: false };
}

/** Codes what is left and adds it to the output, in order. */
async function codeAll(output: RunOutput, { plan, pool, before, known }: Desk): Promise<BatchResult['ended']> {
  const { frame, source, timeout, stopped } = plan;
  const resumed = before?.last.counts.read ?? 0;
  const chunks = cutChunks(source.records(), {
    partSize: plan.partSize, skip: resumed, limit: plan.limit ?? Infinity, owns: ownsRecord(plan.shard, frame.columns), stopped,
    digest: known ? undefined : before?.last.digest ?? '',
  });
  const code = async (chunk: Chunk): Promise<{ chunk: Chunk; outcome: ChunkOutcome }> => ({ chunk, outcome: await codeSafely(chunk.records, { ...frame, timeout, attempt: pool.attempt }) });
  let saved = performance.now();
  for await (const { chunk, outcome } of runInOrder(chunks, plan.workers * AHEAD, code)) {
    await output.add(settleDuplicates(outcome, output.ids), { part: chunk.endsPart, digest: chunk.digest });
    const { read, ok } = output.counts();
    plan.onProgress?.({ read, resumed, share: source.done() });
    if (read - ok > plan.maxRejects) return 'rejects';
    if (performance.now() - saved > BETWEEN_CHECKPOINTS) {
      await output.checkpoint();
      saved = performance.now();
    }
  }
  return stopped() ? 'stopped' : 'complete';
}

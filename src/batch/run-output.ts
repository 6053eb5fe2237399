// The output folder of a run: parts, rejects and ids, written so that a kill at any moment loses no more than what came after the last checkpoint.
// In: settled chunks in order. Out: files, and a manifest at the end. Not its job: reading, coding.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { syncNames } from '../store/sync-folder.ts';
import { KEY_BYTES, writeReject } from './code-chunk.ts';
import { createIdSet, type IdSet } from './id-set.ts';
import { openJournal, RUN_FOLDER, START, type Checkpoint, type Identity, type Journal, type Remembered } from './journal.ts';
import { addCounts, assertCounts, NO_COUNTS, REJECTS, writeManifest, type BatchManifest, type Counts, type Part } from './manifest.ts';
import { openPart, partName, publishPart, type PartWriter } from './part-writer.ts';
import type { SettledChunk } from './settle-duplicates.ts';
import { writeWhole } from './write-whole.ts';

export interface OutputPlan { readonly folder: string; readonly zipped: boolean; readonly identity: Identity; readonly before: Remembered | undefined }

export interface RunOutput {
  readonly ids: IdSet;
  /** What was counted so far, by earlier lives of the run too. */
  readonly counts: () => Counts;
  /** Adds a chunk; ends the part after it when asked to. */
  add(chunk: SettledChunk, end: { readonly part: boolean; readonly digest: string | undefined }): Promise<void>;
  /** Makes everything so far durable. */
  checkpoint(): Promise<void>;
  /** Ends the last part, writes the manifest and forgets the run folder. */
  conclude(manifest: Pick<BatchManifest, 'run' | 'engine' | 'input' | 'arguments'>): Promise<void>;
  /** Leaves the folder to be resumed. */
  leave(): Promise<void>;
  /** Takes back a run that has read nothing, so that the folder can be used again. */
  discard(): Promise<void>;
}

const IDS = 'ids';

/** A file that only grows, from a known length on. */
interface Tail { readonly handle: FileHandle; length: number }

interface State { readonly plan: OutputPlan; readonly journal: Journal; readonly rejects: Tail; readonly idFile: Tail; readonly closed: Part[]; part: PartWriter; at: Checkpoint }

/** Opens the folder, a new one or one that an earlier life left. */
export async function openOutput(plan: OutputPlan): Promise<RunOutput> {
  const { folder, before, zipped } = plan;
  const { closed, ...last } = before?.last ?? START;
  const journal = await openJournal(folder, plan.identity, before?.bytes ?? 0);
  if (closed) await publishPart(placeOf(folder, closed.file, zipped));
  const state: State = {
    plan, journal, at: last, closed: [...before?.closed ?? []],
    rejects: await openTail(join(folder, REJECTS), last.rejects), idFile: await openTail(join(folder, RUN_FOLDER, IDS), last.ids),
    part: await openPart(placeOf(folder, partName(last.part.number, zipped), zipped), last.part.bytes),
  };
  syncNames(join(folder, RUN_FOLDER));
  syncNames(folder);
  const ids = createIdSet();
  await loadIds(join(folder, RUN_FOLDER, IDS), ids);
  return {
    ids, counts: () => state.at.counts,
    add: (chunk, end) => addChunk(state, chunk, end),
    checkpoint: () => checkpoint(state),
    conclude: (manifest) => conclude(state, manifest),
    leave: () => closeFiles(state),
    discard: () => discard(state),
  };
}

const placeOf = (folder: string, file: string, zipped: boolean) => ({ folder, draftFolder: join(folder, RUN_FOLDER), file, zipped });

async function openTail(path: string, kept: number): Promise<Tail> {
  const handle = await open(path, kept > 0 ? 'r+' : 'w');
  await handle.truncate(kept);
  return { handle, length: kept };
}

async function appendTail(tail: Tail, bytes: Uint8Array): Promise<void> {
  await writeWhole(tail.handle, bytes, tail.length);
  tail.length += bytes.length;
}

async function loadIds(path: string, ids: IdSet): Promise<void> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    const keys = Buffer.concat([rest, piece as Buffer]);
    const view = new DataView(keys.buffer, keys.byteOffset, keys.byteLength);
    const whole = keys.length - (keys.length % KEY_BYTES);
    for (let at = 0; at < whole; at += KEY_BYTES) ids.add(view, at);
    rest = keys.subarray(whole);
  }
}

async function addChunk(state: State, { lines, rejects, counts, newKeys }: SettledChunk, end: { readonly part: boolean; readonly digest: string | undefined }): Promise<void> {
  await state.part.append(lines);
  await appendTail(state.rejects, Buffer.from(rejects.map(writeReject).join('')));
  await appendTail(state.idFile, newKeys);
  const { at } = state;
  const total = addCounts(at.counts, counts);
  assertCounts(total);
  state.at = {
    counts: total, part: { number: at.part.number, bytes: state.part.bytes, counts: addCounts(at.part.counts, counts) },
    rejects: state.rejects.length, ids: state.idFile.length, ...(end.digest !== undefined && { digest: end.digest }),
  };
  if (end.part) await endPart(state);
}

async function checkpoint(state: State): Promise<void> {
  await state.part.sync();
  await syncTails(state);
  await state.journal.add(state.at);
}

async function syncTails({ rejects, idFile }: State): Promise<void> {
  await rejects.handle.datasync();
  await idFile.handle.datasync();
}

/** The journal first: a part that it calls closed is whole under its temporary name, and gets its own name now or at the next start. */
async function endPart(state: State): Promise<void> {
  const { plan: { folder, zipped }, at } = state;
  const written = await state.part.finish();
  await syncTails(state);
  const closed: Part = { ...written, counts: at.part.counts };
  const next = at.part.number + 1;
  state.at = { ...at, part: { number: next, bytes: 0, counts: NO_COUNTS } };
  await state.journal.add({ ...state.at, closed });
  await publishPart(placeOf(folder, closed.file, zipped));
  state.closed.push(closed);
  state.part = await openPart(placeOf(folder, partName(next, zipped), zipped));
}

async function conclude(state: State, manifest: Pick<BatchManifest, 'run' | 'engine' | 'input' | 'arguments'>): Promise<void> {
  const { plan: { folder } } = state;
  if (state.at.part.counts.read > 0) await endPart(state);
  const { counts, digest } = state.at;
  const rejects = await describeRejects(join(folder, REJECTS));
  await syncTails(state);
  await closeFiles(state);
  const input = { ...manifest.input, ...(digest && { records: digest }) };
  await writeManifest({ schema: 'lumbago/batch@1', ...manifest, input, counts, parts: state.closed, rejects }, { folder, draftFolder: join(folder, RUN_FOLDER) });
  await rm(join(folder, RUN_FOLDER), { recursive: true, force: true });
}

async function describeRejects(path: string): Promise<BatchManifest['rejects']> {
  const hash = createHash('sha256');
  let [bytes, lines] = [0, 0];
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
    for (let at = (piece as Buffer).indexOf(10); at !== -1; at = (piece as Buffer).indexOf(10, at + 1)) lines++;
  }
  return { file: REJECTS, sha256: hash.digest('hex'), bytes, lines };
}

async function discard(state: State): Promise<void> {
  const { folder } = state.plan;
  await closeFiles(state);
  await rm(join(folder, REJECTS), { force: true });
  await rm(join(folder, RUN_FOLDER), { recursive: true, force: true });
}

async function closeFiles(state: State): Promise<void> {
  await state.rejects.handle.close();
  await state.idFile.handle.close();
  await state.journal.close();
  await state.part.close();
}

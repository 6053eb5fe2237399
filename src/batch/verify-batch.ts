// Proves a finished run: recomputes every hash and every count of the manifest from the files. In: a folder. Out: what is wrong, in words.
// Not its job: whether the codes are right.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cutByteLines } from '../read/parts/bytes.ts';
import { KEY_BYTES, keyOfId } from './code-chunk.ts';
import { createIdSet, type IdSet } from './id-set.ts';
import { RUN_FOLDER } from './journal.ts';
import { addCounts, assertCounts, NO_COUNTS, readManifest, REJECTS, type BatchManifest, type Counts } from './manifest.ts';
import { countBytes, unzipped, type Fingerprint } from './source/source.ts';

/** `faults` is empty when everything is as the manifest says; undefined manifest: there is no finished run. */
export interface Verdict { readonly manifest: BatchManifest | undefined; readonly faults: readonly string[] }

interface Check { readonly folder: string; readonly manifest: BatchManifest; readonly ids: IdSet; readonly fault: (what: string) => void }

/** Verifies a folder; with the fingerprint of its input, that too. */
export async function verifyBatch(folder: string, input?: Fingerprint): Promise<Verdict> {
  const faults: string[] = [];
  const manifest = await readManifest(folder).catch(() => { faults.push('manifest.json is not a manifest of lumbago'); return undefined; });
  if (!manifest) return { manifest, faults: faults.length > 0 ? faults : ['there is no manifest.json: the run is not complete; --resume goes on with it'] };
  const check: Check = { folder, manifest, ids: createIdSet(), fault: (what) => { faults.push(what); } };
  await checkNames(check);
  for (const part of manifest.parts) await checkPart(part, check);
  await checkRejects(check);
  checkSums(check);
  if (input && (input.sha256 !== manifest.input.sha256)) faults.push('the input is not the one that was read: its SHA-256 differs');
  return { manifest, faults };
}

async function checkNames({ folder, manifest, fault }: Check): Promise<void> {
  const listed = new Set(manifest.parts.map(({ file }) => file));
  for (const name of await readdir(folder)) {
    if (/^part-\d+\.jsonl(?:\.gz)?$/.test(name) && !listed.has(name)) fault(`${name} is not in the manifest`);
    if (name === RUN_FOLDER) fault(`${RUN_FOLDER} is still there: the run is not complete`);
  }
}

async function checkPart({ file, sha256, bytes, counts }: BatchManifest['parts'][number], check: Check): Promise<void> {
  const { engine } = check.manifest;
  let [lines, strange, repeated] = [0, 0, 0];
  const digest = await readHashed(join(check.folder, file), (line) => {
    lines++;
    const report = parseReport(line);
    if (report?.engine?.version !== engine.version || report.engine.knowledge !== engine.knowledge || typeof report.note?.id !== 'string') strange++;
    else if (!isNew(report.note.id, check.ids)) repeated++;
  });
  if (digest === undefined) return check.fault(`${file} is missing or cannot be read`);
  if (digest.sha256 !== sha256 || digest.bytes !== bytes) check.fault(`${file} was changed: its SHA-256 or length differs`);
  if (lines !== counts.ok) check.fault(`${file} holds ${lines} reports, the manifest says ${counts.ok}`);
  if (strange > 0) check.fault(`${file} holds ${strange} lines that are no report of engine ${engine.version} with this knowledge`);
  if (repeated > 0) check.fault(`${file} holds ${repeated} reports of notes that were reported before`);
}

interface ReportLine { readonly engine?: { readonly version?: string; readonly knowledge?: string }; readonly note?: { readonly id?: unknown } }

function parseReport(line: Uint8Array): ReportLine | undefined {
  try {
    return JSON.parse(Buffer.from(line).toString('utf8')) as ReportLine;
  } catch {
    return undefined;
  }
}

function isNew(id: string, ids: IdSet): boolean {
  const key = keyOfId(id);
  return ids.add(new DataView(key.buffer, key.byteOffset, KEY_BYTES), 0);
}

async function checkRejects({ folder, manifest: { rejects, counts }, fault }: Check): Promise<void> {
  const found: Record<string, number> = { rejected: 0, duplicate: 0, error: 0 };
  let lines = 0;
  const digest = await readHashed(join(folder, REJECTS), (line) => {
    lines++;
    const kind = (parseReport(line) as { kind?: string } | undefined)?.kind ?? '';
    found[kind] = (found[kind] ?? 0) + 1;
  });
  if (digest === undefined) return fault(`${REJECTS} is missing or cannot be read`);
  if (digest.sha256 !== rejects.sha256 || digest.bytes !== rejects.bytes) fault(`${REJECTS} was changed: its SHA-256 or length differs`);
  if (lines !== rejects.lines) fault(`${REJECTS} holds ${lines} lines, the manifest says ${rejects.lines}`);
  for (const kind of ['rejected', 'duplicate', 'error'] as const) {
    if (found[kind] !== counts[kind]) fault(`${REJECTS} holds ${found[kind]} of kind ${kind}, the manifest says ${counts[kind]}`);
  }
}

function checkSums({ manifest: { parts, counts }, fault }: Check): void {
  const sum = parts.reduce<Counts>((all, part) => addCounts(all, part.counts), NO_COUNTS);
  if (JSON.stringify(sum) !== JSON.stringify({ ...NO_COUNTS, ...counts })) fault('the counts of the parts do not add up to those of the run');
  try {
    assertCounts(counts);
  } catch (error) {
    fault((error as Error).message);
  }
}

/** Reads a file once: its lines, unpacked, and the hash of its bytes as stored. */
async function readHashed(path: string, onLine: (line: Uint8Array) => void): Promise<Fingerprint | undefined> {
  const hash = createHash('sha256');
  const tee = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
      hash.update(piece as Buffer);
      yield piece as Buffer;
    }
  };
  const counted = countBytes(tee());
  try {
    for await (const { bytes } of cutByteLines(await unzipped(counted.bytes, path))) onLine(bytes ?? new Uint8Array());
    return { sha256: hash.digest('hex'), bytes: counted.seen() };
  } catch {
    return undefined;
  }
}

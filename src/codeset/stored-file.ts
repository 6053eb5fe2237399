// One file of the store: a header line of JSON and lines of text, gzipped, with a checksum. Written whole or not at all.
// Not its job: what the lines mean (release-lines.ts, snomed-lines.ts).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip, gunzip, gzip } from 'node:zlib';
import { UnreadableInput } from '../read/parts/reader.ts';

/** What every header has: the shape of the file by name and version, and the sha256 of all that follows the header line. */
export interface StoredHeader { readonly schema: string; readonly sha256: string }

/** The store cannot be written; the message says where and why. */
export class StoreNotWritable extends Error {
  override readonly name = 'StoreNotWritable';
}

const LEVEL = 6;
const LINE_FEED = 10;

/** A file that is written beside its place and takes it by `commit`, or leaves no trace by `discard`. */
export interface PreparedFile { readonly commit: () => Promise<void>; readonly discard: () => Promise<void> }

/** Writes the file under another name, on the disk for certain; nothing is replaced yet. Throws StoreNotWritable. */
export async function prepareFile(path: string, header: Readonly<Record<string, unknown>>, body: string): Promise<PreparedFile> {
  const bytes = Buffer.from(body);
  const head = JSON.stringify({ ...header, sha256: createHash('sha256').update(bytes).digest('hex') });
  const packed = await promisify(gzip)(Buffer.concat([Buffer.from(`${head}\n`), bytes]), { level: LEVEL });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const discard = (): Promise<void> => rm(draft, { force: true }).catch(() => undefined);
  await writing(path, async () => {
    await makeFolder(dirname(path));
    await writeSynced(draft, packed).catch(async (error: unknown) => { await discard(); throw error; });
  });
  return { discard, commit: () => writing(path, () => rename(draft, path)) };
}

/** Own code, because the recursive mkdir of Node never ends on file systems such as /proc. */
async function makeFolder(path: string, { isRetry } = { isRetry: false }): Promise<void> {
  const fault = await mkdir(path).then(() => undefined, (error: NodeJS.ErrnoException) => error);
  if (!fault || fault.code === 'EEXIST') return;
  if (fault.code !== 'ENOENT' || isRetry || dirname(path) === path) throw fault;
  await makeFolder(dirname(path));
  await makeFolder(path, { isRetry: true });
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writing(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new StoreNotWritable(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}); set LUMBAGO_DATA to a folder that may be written`);
  }
}

/** Header and body of a stored file; undefined when there is none. Throws UnreadableInput when it is damaged or of another version. */
export async function readStored<Header extends StoredHeader>(path: string, schema: string): Promise<{ readonly header: Header; readonly body: string } | undefined> {
  const packed = await readFile(path).catch(ignoreMissing);
  if (!packed) return undefined;
  const bytes = await promisify(gunzip)(packed).catch(() => { throw damaged(path); });
  const feed = bytes.indexOf(LINE_FEED);
  const header = parseHeader<Header>(bytes.toString('utf8', 0, feed), path, schema);
  const body = bytes.subarray(feed + 1);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) throw damaged(path);
  return { header, body: body.toString('utf8') };
}

/** The header alone, without unpacking the rest. */
export async function readStoredHeader<Header extends StoredHeader>(path: string, schema: string): Promise<Header | undefined> {
  const packed = createReadStream(path);
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  let text = '';
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      text += chunk.toString('utf8');
      if (text.includes('\n')) break;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw damaged(path);
  }
  return parseHeader<Header>(text.split('\n', 1)[0] ?? '', path, schema);
}

function parseHeader<Header extends StoredHeader>(text: string, path: string, schema: string): Header {
  const header = parseJson(text, path) as Partial<Header>;
  if (header.schema !== schema) throw new UnreadableInput(`${path}: was written by another version of lumbago (${header.schema ?? 'unknown'}, here ${schema}); remove it and import the files again`);
  return header as Header;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path);
  }
}

const damaged = (path: string): UnreadableInput => new UnreadableInput(`${path}: is damaged; remove it (lumbago codeset remove) and import the files again`);

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

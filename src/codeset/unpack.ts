// A file as published → the files in it: itself, what a .gz holds, or what stands in a .zip, in any inner folder.
// Streams only; checksums are checked, and what swells beyond measure is refused. Nothing is written anywhere.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable, type Transform } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { UnreadableInput } from '../read/parts/reader.ts';
import { findPackedStart, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** One file to be read. `path` is its path inside a zip, else its name without .gz; `name` is what people see in messages. */
export interface Member {
  readonly name: string;
  readonly path: string;
  readonly packed: boolean;
  /** Told of the bytes that were read from the disk. */
  readonly open: (onBytes?: (count: number) => void) => AsyncIterable<Uint8Array>;
}

/** No official file comes near: 1 GiB, and 200 times the packed length beyond the first MiB. */
const LARGEST = 2 ** 30;
const MOST_SWELLING = 200;
const CHUNK = 2 ** 18;
const STORED = 0;
const DEFLATED = 8;

/** The files that a file holds; one for anything but a zip. Throws UnreadableInput for a damaged zip. */
export async function listMembers(file: string): Promise<readonly Member[]> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const name = basename(file);
    if (buffer.readUInt32BE(0) === 0x504b0304 || buffer.readUInt32BE(0) === 0x504b0506) {
      const entries = await readZipDirectory(handle, name);
      return await Promise.all(entries.map(async (entry) => zipMember(file, entry, await findPackedStart(handle, entry, name))));
    }
    return [buffer.readUInt16BE(0) === 0x1f8b ? gzipMember(file) : plainMember(file)];
  } finally {
    await handle.close();
  }
}

const plainMember = (file: string): Member => ({
  name: basename(file), path: basename(file), packed: false,
  open: (onBytes) => guard(createReadStream(file), { name: basename(file), onBytes }),
});

const gzipMember = (file: string): Member => ({
  name: basename(file), path: basename(file).replace(/\.gz$/i, ''), packed: true,
  open: (onBytes) => guard(inflate(createReadStream(file), createGunzip({ chunkSize: CHUNK }), onBytes), { name: basename(file) }),
});

function zipMember(file: string, entry: ZipEntry, start: number): Member {
  const name = `${basename(file)} > ${entry.path}`;
  return { name, path: entry.path, packed: true, open: (onBytes) => guard(openEntry(file, start, { entry, name, onBytes }), { name, entry }) };
}

interface Opening { readonly entry: ZipEntry; readonly name: string; readonly onBytes: ((count: number) => void) | undefined }

function openEntry(file: string, start: number, { entry, name, onBytes }: Opening): Readable {
  if (entry.encrypted) throw new UnreadableInput(`${name}: is locked with a password; unpack it first`);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new UnreadableInput(`${name}: is packed by a method that is not read here (${entry.method}); unpack it first`);
  if (entry.packed === 0) return Readable.from([]);
  const packed = createReadStream(file, { start, end: start + entry.packed - 1 });
  return entry.method === DEFLATED ? inflate(packed, createInflateRaw({ chunkSize: CHUNK }), onBytes) : packed;
}

function inflate(packed: Readable, unpacker: Transform, onBytes: ((count: number) => void) | undefined): Readable {
  if (onBytes) packed.on('data', (chunk: Buffer | string) => onBytes(chunk.length));
  // Faults reach whoever reads the unpacker; a reader that stops early is no fault.
  return pipeline(packed, unpacker, () => undefined) as Transform;
}

interface Guard { readonly name: string; readonly entry?: ZipEntry; readonly onBytes?: ((count: number) => void) | undefined }

/** The bytes as they come, counted and summed; damage becomes an UnreadableInput that says where. */
async function* guard(stream: Readable, { name, entry, onBytes }: Guard): AsyncGenerator<Uint8Array> {
  const most = entry ? Math.min(LARGEST, 2 ** 20 + entry.packed * MOST_SWELLING) : LARGEST;
  let length = 0;
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      onBytes?.(chunk.length);
      if (length > most) throw new UnreadableInput(`${name}: swells to more than ${Math.round(most / 2 ** 20)} MiB, which no official file does; it is not read on`);
      if (entry) sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw asDamage(error, name, length);
  }
  if (entry && (sum !== entry.crc32 || length !== entry.unpacked)) throw new UnreadableInput(`${name}: its checksum does not agree after ${length} bytes: the zip is damaged; fetch it again`);
}

function asDamage(error: unknown, name: string, length: number): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (!code?.startsWith('Z_')) return error;
  return new UnreadableInput(`${name}: cannot be unpacked behind byte ${length} (${code === 'Z_BUF_ERROR' ? 'it ends too early' : 'damaged'}); fetch the file again`);
}

// The directory of a zip file: what is in it and where. Read from its end, so that a cut file shows at once.
// Not its job: unpacking (unpack.ts).
import type { FileHandle } from 'node:fs/promises';
import { UnreadableInput } from '../read/parts/reader.ts';

export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  /** Offset of its local header in the file. */
  readonly header: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
const ZIP64 = 0xffffffff;

/** All files of a zip, folders left out. Throws UnreadableInput when the directory is missing or does not fit. */
export async function readZipDirectory(file: FileHandle, name: string): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), Math.min(size, END_LENGTH + LONGEST_COMMENT));
  const end = findEnd(tail);
  if (end === -1) throw new UnreadableInput(`${name}: the directory at the end of the zip is missing: the file is cut; fetch it again`);
  const [count, length, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (start === ZIP64 || count > MOST_ENTRIES) throw new UnreadableInput(`${name}: is a zip of more than 4 GiB or ${MOST_ENTRIES} files; unpack it and import the files you need`);
  if (start + length > size) throw new UnreadableInput(`${name}: the directory of the zip points behind its end: the file is damaged; fetch it again`);
  return parseDirectory(await readAt(file, start, length), count, name).filter(({ path }) => !path.endsWith('/'));
}

/** The offset at which the packed bytes of an entry begin. */
export async function findPackedStart(file: FileHandle, entry: ZipEntry, name: string): Promise<number> {
  const header = await readAt(file, entry.header, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new UnreadableInput(`${name}: the zip is damaged at byte ${entry.header}; fetch it again`);
  return entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

function parseDirectory(directory: Buffer, count: number, name: string): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new UnreadableInput(`${name}: the directory of the zip is damaged; fetch the file again`);
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      path: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1, method: directory.readUInt16LE(at + 10), crc32: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20), unpacked: directory.readUInt32LE(at + 24), header: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

// One part of the output: written under a temporary name, synced, and only then given its own name, so that a file with that name is whole.
// In: bytes in order. Out: a file with its SHA-256. Not its job: which records a part holds, what a run remembers of it (journal.ts).
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { syncNames } from '../store/sync-folder.ts';
import { writeWhole } from './write-whole.ts';

const compress = promisify(gzip);

/** `part-00007.jsonl`, or `part-00007.jsonl.gz`. */
export const partName = (number: number, zipped: boolean): string => `part-${String(number).padStart(5, '0')}.jsonl${zipped ? '.gz' : ''}`;

/** A file that is whole. */
export interface WrittenFile { readonly file: string; readonly sha256: string; readonly bytes: number }

export interface PartWriter {
  readonly file: string;
  /** Bytes written so far. */
  readonly bytes: number;
  /** Adds lines. Zipped, each call makes a gzip member of its own, so that a part can go on after any of them. */
  append(lines: Uint8Array): Promise<void>;
  /** Makes what was added so far durable. */
  sync(): Promise<void>;
  /** Makes the whole file durable under its temporary name. */
  finish(): Promise<WrittenFile>;
  /** Closes the file as it is, to be gone on with later. */
  close(): Promise<void>;
}

export interface PartPlace { readonly folder: string; readonly draftFolder: string; readonly file: string; readonly zipped: boolean }

/** Opens a part, a new one or one of which so many bytes were synced before. */
export async function openPart({ draftFolder, file, zipped }: PartPlace, kept = 0): Promise<PartWriter> {
  const draft = join(draftFolder, file);
  const handle = await open(draft, kept > 0 ? 'r+' : 'w');
  await handle.truncate(kept);
  const hash = createHash('sha256');
  if (kept > 0) for await (const piece of createReadStream(draft)) hash.update(piece as Buffer);
  return createWriter({ handle, hash, file, zipped, kept });
}

function createWriter({ handle, hash, file, zipped, kept }: { readonly handle: FileHandle; readonly hash: Hash; readonly file: string; readonly zipped: boolean; readonly kept: number }): PartWriter {
  let bytes = kept;
  return {
    file,
    get bytes() { return bytes; },
    async append(lines) {
      if (lines.length === 0) return;
      const stored = zipped ? await compress(lines) : lines;
      hash.update(stored);
      await writeWhole(handle, stored, bytes);
      bytes += stored.length;
    },
    sync: () => handle.datasync(),
    async finish() {
      await handle.sync();
      await handle.close();
      return { file, sha256: hash.digest('hex'), bytes };
    },
    close: () => handle.close(),
  };
}

/** Gives a finished part its name. Does nothing when it has it already, so that it can be done again after a crash. */
export async function publishPart({ folder, draftFolder, file }: Omit<PartPlace, 'zipped'>): Promise<void> {
  const draft = join(draftFolder, file);
  if (!existsSync(draft)) return;
  await rename(draft, join(folder, file));
  syncNames(folder);
}

// What a batch reads from: records in order, and how far it is. One file beside this one for each form of input.
// Not its job: what a record means (read-record.ts).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { peek } from '../../read/parts/bytes.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import type { RawRecord } from '../raw-record.ts';

export type SourceFormat = 'jsonl' | 'csv' | 'tsv' | 'folder' | 'parquet';

/** SHA-256 over all bytes of an input. */
export interface Fingerprint { readonly sha256: string; readonly bytes: number }

export interface BatchSource {
  /** The last part of its path, or "standard input". */
  readonly name: string;
  readonly format: SourceFormat;
  /** The records in order. Read once. @throws UnreadableInput when the input is not what its format says. */
  records(): AsyncIterable<RawRecord>;
  /** The share that was read so far, from 0 to 1; undefined where nobody can tell. */
  done(): number | undefined;
  /** Reads the whole input once and fingerprints it; absent for standard input. */
  fingerprint?(): Promise<Fingerprint>;
}

const READ_AHEAD = 256 * 1024;

/** A stream that counts what passes. */
export interface Counted { readonly bytes: AsyncIterable<Uint8Array>; readonly seen: () => number }

/** The bytes of a file or stream, counted as they are stored. */
export function countBytes(bytes: AsyncIterable<Uint8Array>): Counted {
  let seen = 0;
  const pass = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      seen += piece.length;
      yield piece;
    }
  };
  return { bytes: pass(), seen: () => seen };
}

/** The bytes of a file. */
export const readBytes = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: READ_AHEAD });

/** The bytes themselves, or unpacked where they begin like gzip. A damaged or cut file is told as such. */
export async function unzipped(bytes: AsyncIterable<Uint8Array>, name: string): Promise<AsyncIterable<Uint8Array>> {
  const { head, bytes: whole } = await peek(bytes, 2);
  return head[0] === 0x1f && head[1] === 0x8b ? gunzip(whole, name) : whole;
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: READ_AHEAD });
  pipeline(Readable.from(bytes, { objectMode: false }), unzip, () => undefined);
  try {
    yield* unzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? new UnreadableInput(`${name}: is damaged or cut gzip (${code}); give the whole file`) : error;
  }
}

/** The fingerprint of one file. */
export async function fingerprintFile(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of readBytes(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

// A file, plain or gzip → its lines as bytes, one at a time, each with its number and its place among the unpacked bytes.
// Only one line is held at a time. Whether it is gzip is told by its first bytes, not by its name.
import { Gunzip } from 'fflate';
import { cutByteLines, type ByteLine } from '../../../read/parts/bytes.ts';

/** The file cannot be read to its end: cut off, damaged, or changed since it was given. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const UNREADABLE = 'is cut off, damaged, or was changed meanwhile';

/** Whatever a browser says when bytes do not come, as one error. */
export async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new UnreadableFile(UNREADABLE);
  }
}

/** Lines of a file. @throws UnreadableFile after the lines that could be read. `onBytes` is told of bytes of the file itself as they are read, for the progress. */
export async function* readLines(file: Blob, onBytes: (count: number) => void = () => undefined): AsyncGenerator<ByteLine> {
  const chunks = iterate(file.stream(), onBytes);
  yield* cutByteLines((await isGzip(file)) ? unpack(chunks) : chunks);
}

/**
 * Unpacks gzip of one member or of several after each other, as `lumbago batch --gzip` and `cat` write it; the browser's own
 * DecompressionStream takes the first alone.
 */
async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => { unpacked.push(chunk); });
  const take = (chunk: Uint8Array, isLast: boolean): readonly Uint8Array[] => {
    unpacked = [];
    try {
      gunzip.push(chunk, isLast);
      return unpacked;
    } catch {
      throw new UnreadableFile(UNREADABLE);
    }
  };
  for await (const chunk of chunks) yield* take(chunk, false);
  yield* take(new Uint8Array(0), true);
}

export async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await readable(file.slice(0, 2).arrayBuffer()));
  return first === 0x1f && second === 0x8b;
}

/** A stream as an iterable; not every browser has that built in. A reader who stops early lets the stream go. */
async function* iterate(stream: ReadableStream<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await readable(reader.read()); !next.done; next = await readable(reader.read())) {
      onBytes(next.value.length);
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

// Streams of bytes: looked into, gathered, or cut at line feeds. No decoding here.
// One input or line may hold at most LONGEST bytes, so that nothing endless is kept in memory.

/** 64 MiB: far above any note. */
export const LONGEST = 64 * 1024 * 1024;

/** The first bytes of a stream, and the stream as if nothing had been read from it. */
export async function peek(bytes: AsyncIterable<Uint8Array>, wanted: number): Promise<{ head: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let length = 0; length < wanted;) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return { head: join(seen), bytes: replay(seen, iterator) };
}

async function* replay(seen: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* seen;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

/** All bytes of a stream, or undefined when it is longer than may be. */
export async function gather(bytes: AsyncIterable<Uint8Array>, longest = LONGEST): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > longest) return undefined;
    chunks.push(chunk);
  }
  return join(chunks);
}

/** A line without its line feed; `bytes` is undefined when the line is longer than may be. `start` is its offset in the input. */
export interface ByteLine { readonly line: number; readonly start: number; readonly bytes: Uint8Array | undefined }

/** The lines of a stream, one at a time; a last line without line feed counts, an empty one after the last line feed does not. */
export async function* cutByteLines(bytes: AsyncIterable<Uint8Array>, longest = LONGEST): AsyncGenerator<ByteLine> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  let start = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, from)) {
      if (length <= longest) pending.push(chunk.subarray(from, feed));
      length += feed - from;
      yield { line, start, bytes: length > longest ? undefined : join(pending) };
      [pending, start, length, from, line] = [[], start + length + 1, 0, feed + 1, line + 1];
    }
    length += chunk.length - from;
    if (length <= longest) pending.push(chunk.subarray(from));
    else pending = [];
  }
  if (length > 0) yield { line, start, bytes: length > longest ? undefined : join(pending) };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

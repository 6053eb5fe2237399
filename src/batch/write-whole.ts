// Bytes into a file at a place, all of them, however the system cuts the write. In: a file, bytes, where. Out: nothing; they are written.
import type { FileHandle } from 'node:fs/promises';

/** Writes all bytes from `position` on. */
export async function writeWhole(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await handle.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

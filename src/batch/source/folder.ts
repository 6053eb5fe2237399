// A folder of text files as raw records: .txt and .txt.gz, in order of their names; the id is the name without extension.
// In: a folder. Out: one record a file. Subfolders are not entered. The names are kept in memory, the texts are not.
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gather } from '../../read/parts/bytes.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import { LONGEST_RECORD, TOO_LONG, type RawRecord } from '../raw-record.ts';
import { readBytes, unzipped, type Fingerprint } from './source.ts';

const TEXT = /\.txt(?:\.gz)?$/i;

/** The text files of a folder, by code units of their names. @throws UnreadableInput when there is none. */
export async function listTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && TEXT.test(entry.name)).map(({ name }) => name).sort();
  if (names.length === 0) throw new UnreadableInput(`${folder}: holds no .txt file; name a folder of text files, one a note`);
  return names;
}

/** One record for each name. `onFile` is told of each. */
export async function* readFolder(folder: string, names: readonly string[], onFile: () => void): AsyncGenerator<RawRecord> {
  for (const [at, name] of names.entries()) {
    yield await readFile(join(folder, name), { line: at + 1, id: name.replace(TEXT, '') });
    onFile();
  }
}

async function readFile(path: string, { line, id }: { readonly line: number; readonly id: string }): Promise<RawRecord> {
  try {
    const bytes = await gather(await unzipped(readBytes(path), id), LONGEST_RECORD);
    return bytes ? { kind: 'file', line, id, bytes: new Uint8Array(bytes) } : { kind: 'broken', line, id, reason: TOO_LONG };
  } catch (error) {
    if (error instanceof UnreadableInput) return { kind: 'broken', line, id, reason: 'is damaged or cut gzip' };
    return { kind: 'broken', line, id, reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'})` };
  }
}

/** SHA-256 over names, lengths and bytes of all files. */
export async function fingerprintFolder(folder: string, names: readonly string[]): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let total = 0;
  for (const name of names) {
    const own = createHash('sha256');
    for await (const piece of readBytes(join(folder, name))) {
      own.update(piece);
      total += piece.length;
    }
    hash.update(`${JSON.stringify(name)} ${own.digest('hex')}\n`);
  }
  return { sha256: hash.digest('hex'), bytes: total };
}

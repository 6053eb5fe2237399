// What a run remembers of itself, in DIR/.run until it is complete: a first line that says what the run is, then one line for each checkpoint,
// synced before anything is built on it. In: checkpoints. Out: the last one, after any kill. A last line that was cut counts as not written.
import { mkdirSync } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { syncNames } from '../store/sync-folder.ts';
import { NO_COUNTS, type Counts, type Part } from './manifest.ts';

/** The folder of a run that is not complete, below its output. */
export const RUN_FOLDER = '.run';
const JOURNAL = 'journal.jsonl';

/** How far a run is: everything up to here is on the disk. */
export interface Checkpoint {
  readonly counts: Counts;
  /** The part that is being written: its number, the bytes of it that are there, and what was counted for it. */
  readonly part: { readonly number: number; readonly bytes: number; readonly counts: Counts };
  /** Lengths of the rejects and of the file of ids, in bytes. */
  readonly rejects: number;
  readonly ids: number;
  /** SHA-256 over the records so far; "" before the first, absent where the whole input was fingerprinted beforehand. */
  readonly digest?: string;
  /** The part that was completed with this checkpoint. */
  readonly closed?: Part;
}

export const START: Checkpoint = { counts: NO_COUNTS, part: { number: 0, bytes: 0, counts: NO_COUNTS }, rejects: 0, ids: 0, digest: '' };

/** What a run is; a resumed one must be the same. */
export type Identity = Readonly<Record<'engine' | 'arguments' | 'input', Readonly<Record<string, unknown>>>>;

export interface Remembered { readonly identity: Identity; readonly last: Checkpoint; readonly closed: readonly Part[]; readonly bytes: number }

export interface Journal { add(checkpoint: Checkpoint): Promise<void>; close(): Promise<void> }

const journalIn = (folder: string): string => join(folder, RUN_FOLDER, JOURNAL);

/** What an earlier run left, or undefined when it did not get as far as saying what it is. */
export async function readJournal(folder: string): Promise<Remembered | undefined> {
  const text = await readFile(journalIn(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first, ...lines] = whole.split('\n').filter(Boolean);
  if (first === undefined) return undefined;
  const checkpoints = lines.map((line) => JSON.parse(line) as Checkpoint);
  const closed = checkpoints.flatMap(({ closed: part }) => (part ? [part] : []));
  return { identity: JSON.parse(first) as Identity, last: checkpoints.at(-1) ?? START, closed, bytes: Buffer.byteLength(whole) };
}

/** Opens the journal of a run, a new one or one of which so many bytes are whole. */
export async function openJournal(folder: string, identity: Identity, kept: number): Promise<Journal> {
  mkdirSync(join(folder, RUN_FOLDER), { recursive: true });
  const handle = await open(journalIn(folder), kept > 0 ? 'r+' : 'w');
  await handle.truncate(kept);
  let at = kept;
  const add = async (line: object): Promise<void> => { at += await writeSynced(handle, line, at); };
  if (kept === 0) {
    await add(identity);
    syncNames(join(folder, RUN_FOLDER));
    syncNames(folder);
  }
  return { add, close: () => handle.close() };
}

async function writeSynced(handle: FileHandle, line: object, at: number): Promise<number> {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  await handle.write(bytes, 0, bytes.length, at);
  await handle.datasync();
  return bytes.length;
}

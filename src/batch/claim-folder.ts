// Whether a run may write into a folder, and what an earlier life left there. In: a folder, whether to resume. Out: the earlier state and a lock,
// or a refusal that says what to do. Not its job: whether input and arguments are the same (run-batch.ts).
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../store/folder-lock.ts';
import { StoreError } from '../store/error.ts';
import { readJournal, RUN_FOLDER, type Remembered } from './journal.ts';
import { MANIFEST, readManifest, REJECTS, type BatchManifest } from './manifest.ts';

/** Nothing was changed. The message says why and what to do. */
export class BatchRefused extends Error {
  override readonly name = 'BatchRefused';
}

export type Claimed =
  | { readonly kind: 'complete'; readonly manifest: BatchManifest }
  | { readonly kind: 'open'; readonly before: Remembered | undefined; /** Lets the folder go; a run that is complete has no lock left. */ readonly release: () => void };

/** Claims the folder for this process. @throws BatchRefused when it is not to be written to. */
export async function claimFolder(folder: string, resume: boolean): Promise<Claimed> {
  mkdirSync(folder, { recursive: true });
  const there = readdirSync(folder);
  if (there.length > 0) refuseStrange(folder, there, resume);
  const manifest = await readManifest(folder).catch(() => { throw new BatchRefused(`${join(folder, MANIFEST)}: is not a manifest of lumbago; choose another folder`); });
  if (manifest) return { kind: 'complete', manifest };
  const runFolder = join(folder, RUN_FOLDER);
  mkdirSync(runFolder, { recursive: true });
  const release = await lockFolder(runFolder, 0).catch((error: unknown) => {
    throw error instanceof StoreError && error.fault === 'busy' ? new BatchRefused(`${folder}: another process is at work in it; wait for it, or choose another folder`) : error;
  });
  return { kind: 'open', before: await readJournal(folder), release: () => { if (existsSync(runFolder)) release(); } };
}

function refuseStrange(folder: string, there: readonly string[], resume: boolean): void {
  const ours = there.includes(RUN_FOLDER) || there.includes(MANIFEST);
  if (!ours) throw new BatchRefused(`${folder}: is not empty (${there.length} ${there.length === 1 ? 'entry' : 'entries'}); choose an empty or a new folder`);
  if (!resume) throw new BatchRefused(`${folder}: holds a run${there.includes(MANIFEST) ? ' that is complete' : ''}; --resume goes on with it, or choose another folder`);
  const strange = there.filter((name) => name !== RUN_FOLDER && name !== MANIFEST && name !== REJECTS && !/^part-\d+\.jsonl(?:\.gz)?$/.test(name));
  if (strange.length > 0) throw new BatchRefused(`${folder}: holds ${strange.length} files that no run wrote; choose another folder`);
}

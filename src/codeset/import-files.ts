// Official files → releases in the user's data folder. Everything is read and checked before anything is stored:
// one refused file leaves the old state as it was. Not its job: arguments and output (cli/commands/codeset.ts).
import { completeRelease, type Drafts } from './complete-release.ts';
import { dataFolder } from './data-folder.ts';
import type { ImportedFile } from './parts.ts';
import { readFiles, type LeftOut, type ReadFile, type ReadOptions } from './read-files.ts';
import { prepareSnomedMap } from './snomed-store.ts';
import { countEntries, listReleases, loadStored, prepareRelease, type ReleaseHeader, type StoredRelease } from './store.ts';
import type { PreparedFile } from './stored-file.ts';

export interface ImportOptions extends ReadOptions { readonly folder?: string }

/** What stands after the import. */
export interface ImportResult {
  readonly imported: readonly ImportedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly releases: readonly Pick<ReleaseHeader, 'release' | 'whole' | 'counts' | 'conflicts'>[];
}

/**
 * Imports files as one whole. Throws UnreadableInput when one is cut, damaged or foreign, StoreNotWritable when the folder is not writable;
 * in both cases nothing has changed.
 */
export async function importFiles(paths: readonly string[], { folder = dataFolder(), ...options }: ImportOptions = {}): Promise<ImportResult> {
  const { files, leftOut } = await readFiles(paths, options);
  const drafts = await openDrafts(files, folder);
  const notUsed = files.flatMap((read) => read.content.map ? [] : completeRelease(read, drafts));
  const maps = files.filter(({ content }) => content.map);
  const unused = new Set(notUsed.map(({ file }) => file));
  const releases = [...drafts.open.values()].filter(({ header }) => files.some(({ file }) => file.release === header.release && !unused.has(file)));
  await commitAll([
    ...releases.map((release) => () => prepareRelease(release, folder)),
    ...maps.map(({ file, content }) => () => prepareSnomedMap(content.map?.rows ?? [], file, folder)),
  ]);
  return {
    imported: files.map(({ file }) => file).filter((file) => !unused.has(file)),
    leftOut: [...leftOut, ...notUsed.map(({ file, why }) => ({ file: file.container ? `${file.container.name} > ${file.name}` : file.name, why }))],
    releases: releases.map((stored) => ({ ...pick(stored.header), counts: countEntries(stored) })),
  };
}

const pick = ({ release, whole, conflicts }: StoredRelease['header']): Pick<ReleaseHeader, 'release' | 'whole' | 'conflicts'> => ({ release, whole, conflicts });

/** The stored releases that the files belong to, and those that addenda may start from. */
async function openDrafts(files: readonly ReadFile[], folder: string): Promise<Drafts> {
  const stored = (await listReleases(folder)).map(({ release }) => release);
  const touched = new Set(files.map(({ file }) => file.release));
  const wanted = files.some(({ content }) => content.addenda) ? stored : stored.filter((release) => touched.has(release));
  const open = new Map<string, StoredRelease>();
  for (const release of wanted) {
    const found = await loadStored(release, folder);
    if (found) open.set(release, found);
  }
  return { open };
}

/** First all are written beside their places, then all take them. */
async function commitAll(prepare: readonly (() => Promise<PreparedFile>)[]): Promise<void> {
  const prepared: PreparedFile[] = [];
  try {
    for (const write of prepare) prepared.push(await write());
    for (const { commit } of prepared) await commit();
  } finally {
    await Promise.all(prepared.map(({ discard }) => discard()));
  }
}

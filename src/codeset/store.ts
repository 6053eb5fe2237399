// The imported releases in the user's data folder: listed, found by date, loaded, written, removed.
// One file per release. Not its job: reading official files (import-files.ts), look-ups in a release (book/).
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookSource } from '../book/book.ts';
import { dataFolder } from './data-folder.ts';
import type { MergedEntry } from './merge-release.ts';
import type { Conflict, ImportedFile } from './parts.ts';
import { compareReleases, fiscalYear, fiscalYearOn, parseRelease, releaseStart } from './release-name.ts';
import { readReleaseLines, writeReleaseLines, type LineCounts, type ReleaseBody } from './release-lines.ts';
import { prepareFile, readStored, readStoredHeader, type PreparedFile, type StoredHeader } from './stored-file.ts';

const SCHEMA = 'lumbago/release@1';
const ENDING = '.lines.gz';

/** What is known of a stored release without loading it. */
export interface ReleaseHeader extends StoredHeader {
  readonly release: string;
  /** True when every code of the release is in it. */
  readonly whole: boolean;
  /** Headers and codes, billable codes, lines of the index. */
  readonly counts: { readonly codes: number; readonly billable: number; readonly index: number };
  readonly files: readonly ImportedFile[];
  readonly conflicts: readonly Conflict[];
  readonly lines: LineCounts;
}

/** A release with what is needed to complete it by further files. */
export interface StoredRelease extends ReleaseBody { readonly header: Omit<ReleaseHeader, 'sha256' | 'schema' | 'lines' | 'counts'> }

const releasePath = (release: string, folder: string): string => join(folder, 'releases', `${release}${ENDING}`);

/**
 * The content of an imported release, the index of external causes behind the main one; undefined when it was never imported.
 * Throws UnreadableInput when the stored file is damaged. `folder` is the user's data folder.
 */
export async function loadRelease(release: string, folder: string = dataFolder()): Promise<BookSource | undefined> {
  const stored = await loadStored(release, folder);
  if (!stored) return undefined;
  const { header, entries, index, externalIndex } = stored;
  return { release: header.release, whole: header.whole, entries: entries.map(({ entry }) => entry), index: externalIndex.length > 0 ? [...index, ...externalIndex] : index };
}

/** The imported releases, the oldest first. */
export async function listReleases(folder: string = dataFolder()): Promise<readonly ReleaseHeader[]> {
  const names = await releaseNames(folder);
  const headers = await Promise.all(names.map((release) => readStoredHeader<ReleaseHeader>(releasePath(release, folder), SCHEMA)));
  return headers.filter((header) => header !== undefined);
}

/**
 * The newest imported release in force on a date of service ("2026-11-15"): of its fiscal year, an April update from April on.
 * One that holds codes goes before one that holds only an index.
 */
export async function releaseFor(date: string, folder: string = dataFolder()): Promise<string | undefined> {
  const inForce = (await listReleases(folder)).filter(({ release }) => fiscalYear(release) === fiscalYearOn(date) && releaseStart(release) <= date);
  return (inForce.findLast(({ counts }) => counts.codes > 0) ?? inForce.at(-1))?.release;
}

/** Removes a release; false when there was none. */
export async function removeRelease(release: string, folder: string = dataFolder()): Promise<boolean> {
  if (!(await releaseNames(folder)).includes(release)) return false;
  await rm(releasePath(release, folder));
  return true;
}

/** Names of the releases in the folder, the oldest first; other files are passed over. */
async function releaseNames(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(folder, 'releases')).catch(() => []);
  const names = files.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
  return names.filter((name) => parseRelease(name) === name).sort(compareReleases);
}

/** A release as it was stored, with the origin of each entry. */
export async function loadStored(release: string, folder: string): Promise<StoredRelease | undefined> {
  const stored = await readStored<ReleaseHeader>(releasePath(release, folder), SCHEMA);
  return stored && { header: stored.header, ...readReleaseLines(stored.body, stored.header.lines) };
}

/** Writes a release beside its place; `commit` puts it there. */
export function prepareRelease({ header, ...body }: StoredRelease, folder: string): Promise<PreparedFile> {
  const { entries, index, externalIndex } = body;
  const lines: LineCounts = { entries: entries.length, index: index.length, externalIndex: externalIndex.length };
  const { release, whole, files, conflicts } = header;
  return prepareFile(releasePath(release, folder), { schema: SCHEMA, release, whole, counts: countEntries(body), files, conflicts, lines }, writeReleaseLines(body));
}

/** Headers and codes, billable codes, lines of both indexes. */
export function countEntries({ entries, index, externalIndex }: ReleaseBody): ReleaseHeader['counts'] {
  const codes = entries.filter(({ entry }: MergedEntry) => entry.level === 'code');
  return { codes: codes.length, billable: codes.filter(({ entry }) => entry.billable).length, index: index.length + externalIndex.length };
}

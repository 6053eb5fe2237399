// The imported SNOMED CT map in the user's data folder: loaded, written, removed. None ships with lumbago: its licence forbids it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './data-folder.ts';
import type { ImportedFile } from './parts.ts';
import { createSnomedMap, type MapRow, type SnomedMap } from './snomed-map.ts';
import { prepareFile, readStored, readStoredHeader, type PreparedFile, type StoredHeader } from './stored-file.ts';

const SCHEMA = 'lumbago/snomed-map@1';

/** What is known of the map without loading it. */
export interface SnomedHeader extends StoredHeader { readonly file: ImportedFile }

const mapPath = (folder: string): string => join(folder, 'snomed-map.lines.gz');

/** The imported map; undefined when there is none. Throws UnreadableInput when the stored file is damaged. */
export async function loadSnomedMap(folder: string = dataFolder()): Promise<SnomedMap | undefined> {
  const stored = await readStored<SnomedHeader>(mapPath(folder), SCHEMA);
  return stored && createSnomedMap(stored.body.split('\n').filter(Boolean).map(readRow));
}

/** What was imported, without loading it. */
export const snomedHeader = (folder: string = dataFolder()): Promise<SnomedHeader | undefined> => readStoredHeader<SnomedHeader>(mapPath(folder), SCHEMA);

/** Removes the map; false when there was none. */
export async function removeSnomedMap(folder: string = dataFolder()): Promise<boolean> {
  return rm(mapPath(folder)).then(() => true, () => false);
}

/** Writes the map beside its place; `commit` puts it there. */
export function prepareSnomedMap(rows: readonly MapRow[], file: ImportedFile, folder: string): Promise<PreparedFile> {
  const body = rows.map(({ concept, group, priority, target, category, rule, advice }) => `${concept}\t${group}\t${priority}\t${target}\t${category}\t${rule}\t${advice}\n`);
  return prepareFile(mapPath(folder), { schema: SCHEMA, file }, body.join(''));
}

function readRow(line: string): MapRow {
  const [concept = '', group, priority, target = '', category = '', rule = '', advice = ''] = line.split('\t');
  return { concept, group: Number(group), priority: Number(priority), target, category, rule, advice };
}

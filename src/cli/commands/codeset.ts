// `lumbago codeset import`, `list` and `remove`: official releases into the user's data folder and out of it.
// Summaries go to standard output, progress to standard error. Not its job: reading and storing (codeset/).
import { dataFolder } from '../../codeset/data-folder.ts';
import { importFiles, type ImportResult } from '../../codeset/import-files.ts';
import { parseRelease } from '../../codeset/release-name.ts';
import { removeSnomedMap, snomedHeader } from '../../codeset/snomed-store.ts';
import { listReleases, removeRelease } from '../../codeset/store.ts';
import { StoreNotWritable } from '../../codeset/stored-file.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import { renderImport, renderList } from '../codeset-summary.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { showProgress } from '../progress.ts';

export interface ImportFlags { readonly release?: string; readonly json?: boolean; readonly quiet?: boolean }
export interface ListFlags { readonly json?: boolean }

/** The name by which `remove` knows the SNOMED CT map. */
const SNOMED_MAP = 'snomed-map';

/** Imports files as one whole; exit 65, 66 or 73 when that cannot be, with the old state as it was. */
export async function runImport(files: readonly string[], flags: ImportFlags, io: Io): Promise<ExitCode> {
  const progress = showProgress(io, { quiet: flags.quiet ?? false });
  const options = { folder: dataFolder(io.env), onProgress: progress.show, ...(flags.release !== undefined && { release: flags.release }) };
  const result = await importFiles(files, options).catch(explainFailure).finally(progress.end);
  await io.writeOut(flags.json ? `${JSON.stringify(withCost(result), null, 2)}\n` : renderImport(result));
  return EXIT.done;
}

/** Peak memory in MiB stands in the JSON, because imports are large. */
const withCost = (result: ImportResult): object => ({ ...result, peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024) });

/** Lists the imported releases and the SNOMED CT map. */
export async function runList(flags: ListFlags, io: Io): Promise<ExitCode> {
  const folder = dataFolder(io.env);
  const releases = await listReleases(folder).catch(explainFailure);
  const snomedMap = await snomedHeader(folder).catch(explainFailure);
  await io.writeOut(flags.json ? `${JSON.stringify({ folder, releases, ...(snomedMap && { snomedMap: snomedMap.file }) }, null, 2)}\n` : renderList(releases, snomedMap));
  if (!flags.json && releases.length === 0 && !snomedMap) io.writeError('lumbago: nothing is imported; see lumbago codeset import --help\n');
  return EXIT.done;
}

/** Removes a release or the SNOMED CT map; exit 66 when it is not there. */
export async function runRemove(name: string, io: Io): Promise<ExitCode> {
  const folder = dataFolder(io.env);
  const release = parseRelease(name);
  if (release === undefined && name !== SNOMED_MAP) throw new CliFailure(EXIT.usage, `${name}: is not a release; give one such as FY2026 or FY2025-04, or ${SNOMED_MAP}`);
  const removed = await (release === undefined ? removeSnomedMap(folder) : removeRelease(release, folder)).catch(explainFailure);
  if (!removed) throw new CliFailure(EXIT.noInput, `${release ?? name}: is not imported; lumbago codeset list shows what is`);
  io.writeError(`lumbago: ${release ?? name} removed\n`);
  return EXIT.done;
}

function explainFailure(error: unknown): never {
  if (error instanceof UnreadableInput) throw new CliFailure(EXIT.unreadable, error.message);
  if (error instanceof StoreNotWritable) throw new CliFailure(EXIT.cannotWrite, error.message);
  const { code, path = 'input', syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new CliFailure(EXIT.noInput, `${path}: no such file; check the name`);
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && syscall === 'unlink') throw new CliFailure(EXIT.cannotWrite, `${path}: cannot be removed (${code}); check its permissions`);
  if (code === 'EACCES' || code === 'EPERM') throw new CliFailure(EXIT.noInput, `${path}: may not be read; check its permissions`);
  throw error;
}

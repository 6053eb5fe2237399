// `lumbago worklist add`: reports of `lumbago analyze` (json or jsonl) into the worklist, their queries as drafts. A report that cannot be taken is
// told with its line and the others go on.
import type { Report } from '../../../wire.ts';
import { EXIT, type CliFailure, type ExitCode } from '../../exit.ts';
import { readInputs } from '../../inputs.ts';
import type { Io } from '../../io.ts';
import { stampOf, withStore, type StoreFlags } from './desk.ts';
import { readReports } from './read-reports.ts';

export interface AddFlags extends StoreFlags { readonly keepText?: string }

/** Adds all reports, each in a transaction of its own. */
export async function runAdd(files: readonly string[], flags: AddFlags, io: Io): Promise<ExitCode> {
  const stamp = stampOf(flags, io);
  const faults: CliFailure[] = [];
  const onFailure = (fault: CliFailure): void => { faults.push(fault); io.writeError(`lumbago: ${fault.message}\n`); };
  const texts = flags.keepText === undefined ? undefined : await readTexts(flags.keepText, onFailure, io);
  const [early] = faults;
  if (early) return early.exitCode;
  const reports: Report[] = [];
  const rejected = await readReports(files, { onFailure, onReport: (report) => { reports.push(report); } }, io);
  const { addReport } = await import('../../../store/add-report.ts');
  await withStore({ ...flags, create: true }, io, async (database) => {
    let [notes, added, known] = [0, 0, 0];
    for (const report of reports) {
      const text = texts?.get(report.note.id);
      if (texts && text === undefined) io.writeError(`lumbago: note ${report.note.id}: has no text in ${flags.keepText}; it is added without\n`);
      const outcome = await addReport(database, { report, stamp, ...(text === undefined ? {} : { text }) });
      [notes, added, known] = [notes + 1, added + outcome.added.length, known + outcome.known.length];
      for (const query of outcome.added) await io.writeOut(`${query}\n`);
    }
    io.writeError(`lumbago: ${notes} ${notes === 1 ? 'note' : 'notes'}, ${added} queries added, ${known} were there already (${database.place})\n`);
  });
  return faults.at(0)?.exitCode ?? (rejected > 0 ? EXIT.rejected : EXIT.done);
}

/** Texts of notes by id. */
async function readTexts(file: string, onFailure: (fault: CliFailure) => void, io: Io): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const entry of readInputs({ files: [file], input: 'auto', defaults: {}, onFailure }, io)) {
    if (entry.kind === 'note') texts.set(entry.note.id, entry.note.text);
  }
  return texts;
}

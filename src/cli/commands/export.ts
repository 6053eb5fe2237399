// `lumbago export`: a run as a file for other programs. What the columns mean is in results/.
import type { ExportFormat } from '../../results/export-run.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withRuns } from './run-folders.ts';

export interface ExportFlags { readonly format: ExportFormat; readonly out: string; readonly nlpDate?: string; readonly firstId: number }

/** Writes the file and says on standard error what is in it. */
export async function runExport(folder: string, flags: ExportFlags, io: Io): Promise<ExitCode> {
  const { serviceDate } = await import('../../wire.ts');
  const { exportRun } = await import('../../results/export-run.ts');
  const date = flags.nlpDate ?? new Date().toISOString().slice(0, 10);
  if (!serviceDate.safeParse(date).success) throw new CliFailure(EXIT.usage, `--nlp-date ${date}: is not a date; write it as YYYY-MM-DD`);
  const { rows, notes, idsNoInteger } = await withRuns([folder], ([run]) => exportRun(run.reports(), { format: flags.format, file: flags.out, date, firstId: flags.firstId }));
  io.writeError(`lumbago: ${flags.out}: ${rows} ${rows === 1 ? 'row' : 'rows'} of ${notes} ${notes === 1 ? 'note' : 'notes'}\n`);
  if (flags.format === 'omop' && idsNoInteger > 0) {
    io.writeError(`lumbago: the ids of ${idsNoInteger} notes are no integers, but note_id of NOTE_NLP is one; map them to the note_id of your NOTE table before loading\n`);
  }
  return EXIT.done;
}

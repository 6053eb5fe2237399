// `lumbago report`: what batch runs gave, counted; on the terminal, as JSON, or as one page to open.
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { withRuns } from './run-folders.ts';

export interface ReportFlags { readonly html?: string; readonly json?: boolean }

/** Counts the runs together. With --html alone, the page is all that is written. */
export async function runReport(folders: readonly string[], flags: ReportFlags, io: Io): Promise<ExitCode> {
  const { tallyRuns } = await import('../../results/tally-runs.ts');
  const counted = await withRuns(folders, tallyRuns);
  if (counted.missing > 0) io.writeError(`lumbago: the manifests promise ${counted.missing} more reports than were found; check the folders with "lumbago batch verify"\n`);
  if (flags.html !== undefined) {
    const { writeReportPage } = await import('../../results/write-report-page.ts');
    const output = await openOutput(flags.html, [], io);
    await output.write(writeReportPage(counted));
    await output.close();
  }
  if (flags.json) await io.writeOut(`${JSON.stringify(counted, undefined, 2)}\n`);
  else if (flags.html === undefined) {
    const { writeReportText } = await import('../../results/write-report-text.ts');
    await io.writeOut(writeReportText(counted, Math.min(io.terminalColumns ?? 80, 120)));
  }
  return EXIT.done;
}

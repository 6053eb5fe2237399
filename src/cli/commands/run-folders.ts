// Folders of finished runs for the commands that read them: opened, and their faults turned into exit codes.
import { openRun, type Run } from '../../results/open-run.ts';
import { RunError, type RunFault } from '../../results/run-error.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';

const EXIT_OF: Readonly<Record<RunFault, ExitCode>> = { absent: EXIT.noInput, unreadable: EXIT.unreadable, 'cannot-write': EXIT.cannotWrite };

/** Runs the work over the folders, in the order named. */
export async function withRuns<T>(folders: readonly string[], work: (runs: readonly [Run, ...Run[]]) => Promise<T>): Promise<T> {
  try {
    const runs: Run[] = [];
    for (const folder of folders) runs.push(await openRun(folder));
    return await work(runs as [Run, ...Run[]]);
  } catch (error) {
    if (error instanceof RunError) throw new CliFailure(EXIT_OF[error.fault], error.message);
    throw error;
  }
}

// One note after the other, for the commands that answer something about each: reads, analyzes, tells what was rejected, goes on.
// In: an input and what to do with each report. Out: the exit code of the worst that happened.
import type { Outcome, Service } from '../service.ts';
import { EXIT, type CliFailure, type ExitCode } from './exit.ts';
import { noteDefaults, type NoteFlags } from './flags.ts';
import { readInputs } from './inputs.ts';
import type { Io } from './io.ts';
import { rejectMessage } from './messages.ts';

export type Reported = Extract<Outcome, { kind: 'report' }>;

/** The input of one command: a file, "-" or nothing for standard input, and a service to analyze with. */
export interface NoteInput { readonly file: string | undefined; readonly flags: NoteFlags; readonly service: Service }

/** Calls `answer` for every note that could be read and analyzed, in order. */
export async function eachNote({ file, flags, service }: NoteInput, io: Io, answer: (reported: Reported) => Promise<void>): Promise<ExitCode> {
  const defaults = await noteDefaults(flags);
  const faults: CliFailure[] = [];
  const onFailure = (fault: CliFailure): void => { faults.push(fault); io.writeError(`lumbago: ${fault.message}\n`); };
  const entries = readInputs({ files: file === undefined ? [] : [file], input: flags.input, defaults, onFailure }, io);
  let worst: ExitCode = EXIT.done;
  for await (const outcome of service.analyzeEntries(entries)) {
    if (outcome.kind === 'report') {
      await answer(outcome);
      continue;
    }
    io.writeError(rejectMessage(outcome.reject));
    worst = outcome.kind === 'failed' ? EXIT.internal : worst === EXIT.internal ? worst : EXIT.rejected;
  }
  return worst === EXIT.internal ? worst : faults[0]?.exitCode ?? worst;
}

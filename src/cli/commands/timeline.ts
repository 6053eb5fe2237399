// `lumbago timeline`: what the notes of one input code in each release, and why that changed.
import { EXIT, type CliFailure, type ExitCode } from '../exit.ts';
import { noteDefaults, renderOptions, type NoteFlags } from '../flags.ts';
import { readInputs } from '../inputs.ts';
import type { Io } from '../io.ts';
import { rejectMessage } from '../messages.ts';
import { openOutput } from '../output.ts';

export interface TimelineFlags extends NoteFlags { readonly json?: boolean }

/** Shows the timeline of every note of the input. Text for people, or one JSON timeline a line. */
export async function runTimeline(file: string | undefined, flags: TimelineFlags, io: Io): Promise<ExitCode> {
  const defaults = await noteDefaults(flags);
  const output = await openOutput(undefined, [], io);
  const options = renderOptions(flags, io);
  const { createService } = await import('../../service.ts');
  const { renderTimeline } = await import('../../format/text/timeline.ts');
  const service = createService();
  const faults: CliFailure[] = [];
  const onFailure = (fault: CliFailure): void => { faults.push(fault); io.writeError(`lumbago: ${fault.message}\n`); };
  const entries = readInputs({ files: file === undefined ? [] : [file], input: flags.input, defaults, onFailure }, io);
  let worst: ExitCode = EXIT.done;
  let shown = 0;
  for await (const outcome of service.analyzeEntries(entries)) {
    if (outcome.kind !== 'report') {
      io.writeError(rejectMessage(outcome.reject));
      worst = outcome.kind === 'failed' ? EXIT.internal : worst === EXIT.internal ? worst : EXIT.rejected;
      continue;
    }
    const timeline = service.analyzer.timeline(outcome.note);
    await output.write(flags.json ? `${JSON.stringify(timeline)}\n` : (shown++ > 0 ? '\n' : '') + renderTimeline(timeline, options));
  }
  return worst === EXIT.internal ? worst : faults[0]?.exitCode ?? worst;
}

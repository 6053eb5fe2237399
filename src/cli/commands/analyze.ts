// `lumbago analyze`: notes from files or standard input to reports in a format, one at a time.
import type { Format, RenderOptions } from '../../format/parts/format.ts';
import type { Outcome } from '../../service.ts';
import { EXIT, type CliFailure, type ExitCode } from '../exit.ts';
import { openConceptMaps, type ConceptMaps } from '../concept-maps.ts';
import { chooseFormat, noteDefaults, renderOptions, type NoteFlags } from '../flags.ts';
import { readInputs } from '../inputs.ts';
import type { Io } from '../io.ts';
import { rejectMessage, summary } from '../messages.ts';
import { createAssembler } from '../../format/parts/assemble.ts';
import { openOutput } from '../output.ts';

export interface AnalyzeFlags extends NoteFlags {
  readonly format?: string;
  readonly output?: string;
  readonly full?: boolean;
  readonly snomed?: boolean;
}

/** Counts and faults of a run; the exit code is read off it at the end. */
interface Run { analyzed: number; rejected: number; failed: number; many: boolean; faults: CliFailure[] }

/** Runs the command. Flags are checked and the output opened before any note is read. */
export async function runAnalyze(files: readonly string[], flags: AnalyzeFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, io);
  const options = renderOptions(flags, io);
  const defaults = await noteDefaults(flags);
  const output = await openOutput(flags.output, files, io);
  const maps = await openConceptMaps(flags.snomed ?? false, io);
  const { createService } = await import('../../service.ts');
  const run: Run = { analyzed: 0, rejected: 0, failed: 0, many: files.length > 1, faults: [] };
  const assembler = createAssembler(format, output, () => run.many);
  const entries = readInputs({
    files, input: flags.input, defaults,
    onFailure: (fault) => noteFault(fault, run, io),
    onReader: (reader) => { run.many ||= reader.many; },
  }, io);
  for await (const outcome of createService().analyzeEntries(entries)) await assembleOutcome(outcome, { assembler, format, options, run, io, maps });
  await assembler.finish();
  if (run.rejected + run.failed > 0 && run.many) io.writeError(summary({ analyzed: run.analyzed, rejected: run.rejected + run.failed }));
  return exitCodeOf(run);
}

function noteFault(fault: CliFailure, run: Run, io: Io): void {
  run.faults.push(fault);
  io.writeError(`lumbago: ${fault.message}\n`);
}

interface Desk {
  readonly assembler: ReturnType<typeof createAssembler>; readonly format: Format; readonly options: RenderOptions; readonly run: Run; readonly io: Io; readonly maps: ConceptMaps;
}

async function assembleOutcome(outcome: Outcome, desk: Desk): Promise<void> {
  const { run, io } = desk;
  if (outcome.kind === 'report') {
    run.analyzed++;
    await desk.assembler.add(desk.format.render(desk.maps.addTo(outcome.report), outcome.note, desk.options));
    return;
  }
  io.writeError(rejectMessage(outcome.reject));
  if (outcome.kind === 'failed') {
    run.failed++;
    io.writeError(`${outcome.fault}\n`);
  } else run.rejected++;
}

function exitCodeOf(run: Run): ExitCode {
  if (run.failed > 0) return EXIT.internal;
  const [fault] = run.faults;
  return fault?.exitCode ?? (run.rejected > 0 ? EXIT.rejected : EXIT.done);
}

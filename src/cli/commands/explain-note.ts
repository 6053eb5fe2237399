// `lumbago why` and `lumbago why-not`: one code against the notes of one input.
import { EXIT, type CliFailure, type ExitCode } from '../exit.ts';
import { noteDefaults, renderOptions, type NoteFlags } from '../flags.ts';
import { readInputs } from '../inputs.ts';
import type { Io } from '../io.ts';
import { rejectMessage } from '../messages.ts';
import { openOutput } from '../output.ts';

export interface ExplainFlags extends NoteFlags { readonly format: 'text' | 'json'; readonly prove?: boolean }

/** Explains the code for every note of the input. Text for people, or one JSON explanation a line. */
export async function runExplain(asked: { readonly code: string; readonly file: string | undefined }, flags: ExplainFlags, io: Io): Promise<ExitCode> {
  const defaults = await noteDefaults(flags);
  const output = await openOutput(undefined, [], io);
  const options = renderOptions(flags, io);
  const faults: CliFailure[] = [];
  const { createService } = await import('../../service.ts');
  const { renderExplanation } = await import('../../format/text/explanation.ts');
  const { renderProof } = await import('../../format/text/proof.ts');
  const service = createService();
  const onFailure = (fault: CliFailure): void => { faults.push(fault); io.writeError(`lumbago: ${fault.message}\n`); };
  const entries = readInputs({ files: asked.file === undefined ? [] : [asked.file], input: flags.input, defaults, onFailure }, io);
  let worst: ExitCode = EXIT.done;
  let shown = 0;
  for await (const outcome of service.analyzeEntries(entries)) {
    if (outcome.kind !== 'report') {
      io.writeError(rejectMessage(outcome.reject));
      worst = outcome.kind === 'failed' ? EXIT.internal : worst === EXIT.internal ? worst : EXIT.rejected;
      continue;
    }
    const explanation = service.analyzer.explain(outcome.report, asked.code);
    const proof = flags.prove ? service.analyzer.prove(outcome.note, outcome.report, asked.code) : undefined;
    const rendered = flags.format === 'json' ? `${JSON.stringify({ note: outcome.note.id, ...explanation, ...(proof && { proof }) })}\n`
      : renderExplanation(explanation, outcome, options) + (flags.prove ? renderProof(proof, options) : '');
    await output.write((flags.format === 'text' && shown++ > 0 ? '\n' : '') + rendered);
  }
  return worst === EXIT.internal ? worst : faults[0]?.exitCode ?? worst;
}

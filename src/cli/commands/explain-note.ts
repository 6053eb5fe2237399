// `lumbago why` and `lumbago why-not`: one code against the notes of one input.
import { eachNote } from '../each-note.ts';
import type { ExitCode } from '../exit.ts';
import { renderOptions, type NoteFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';

export interface ExplainFlags extends NoteFlags { readonly format: 'text' | 'json'; readonly prove?: boolean }

/** Explains the code for every note of the input. Text for people, or one JSON explanation a line. */
export async function runExplain(asked: { readonly code: string; readonly file: string | undefined }, flags: ExplainFlags, io: Io): Promise<ExitCode> {
  const output = await openOutput(undefined, [], io);
  const options = renderOptions(flags, io);
  const { createService } = await import('../../service.ts');
  const { renderExplanation } = await import('../../format/text/explanation.ts');
  const { renderProof } = await import('../../format/text/proof.ts');
  const service = createService();
  let shown = 0;
  return eachNote({ file: asked.file, flags, service }, io, async (reported) => {
    const explanation = service.analyzer.explain(reported.report, asked.code);
    const proof = flags.prove ? service.analyzer.prove(reported.note, reported.report, asked.code) : undefined;
    const rendered = flags.format === 'json' ? `${JSON.stringify({ note: reported.note.id, ...explanation, ...(proof && { proof }) })}\n`
      : renderExplanation(explanation, reported, options) + (flags.prove ? renderProof(proof, options) : '');
    await output.write((flags.format === 'text' && shown++ > 0 ? '\n' : '') + rendered);
  });
}

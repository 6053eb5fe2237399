// `lumbago audit`: codes that someone already chose, alone or against the notes of one input.
import type { Audit, AuditRequest } from '../../audit.ts';
import { openBook } from '../book.ts';
import { eachNote } from '../each-note.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import { noteDefaults, renderOptions, type NoteFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';

export interface AuditFlags extends NoteFlags { readonly codes: string; readonly format: 'text' | 'json' }

/** Commas and white space part codes; an empty list is a mistake of use. */
function readCodes(written: string): readonly string[] {
  const codes = written.split(/[\s,;]+/).filter(Boolean);
  if (codes.length === 0) throw new CliFailure(EXIT.usage, '--codes: names no code; write them like --codes M54.50,M54.41');
  return codes;
}

/** Audits the codes, once for every note of the input, or once without a note. Text for people, or one JSON audit a line. */
export async function runAudit(file: string | undefined, flags: AuditFlags, io: Io): Promise<ExitCode> {
  const codes = readCodes(flags.codes);
  const { date, setting } = await noteDefaults(flags);
  const output = await openOutput(undefined, [], io);
  const options = renderOptions(flags, io);
  const { createService } = await import('../../service.ts');
  const { renderAudit } = await import('../../format/text/audit.ts');
  const service = createService();
  const { knowledge } = service.analyzer;
  let shown = 0;
  const answer = async (request: AuditRequest): Promise<void> => {
    const audit: Audit = service.analyzer.audit(request, await openBook(request.note?.date ?? date, knowledge, io));
    await output.write(flags.format === 'json' ? `${JSON.stringify(audit)}\n` : (shown++ > 0 ? '\n' : '') + renderAudit(audit, request.note?.text, options));
  };
  if (file !== undefined) return eachNote({ file, flags, service }, io, ({ note }) => answer({ codes, note }));
  await answer({ codes, ...(date !== undefined && { date }), ...(setting && { setting }) });
  return EXIT.done;
}

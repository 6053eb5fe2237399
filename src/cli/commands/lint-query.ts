// `lumbago query lint`: is a query compliant that a person wrote or edited? JSON documents, one or many, or plain text.
import type { LintFinding } from '../../index.ts';
import { QUERY_SEPARATOR, readQueryText } from '../../query/read-query-text.ts';
import { queryDocumentSchema, type QueryDocument } from '../../wire.ts';
import { eachNote, type Reported } from '../each-note.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import { renderOptions, type NoteFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { parseJsonValues } from '../parse-json.ts';
import { readTextFile } from '../read-text-file.ts';

export interface LintFlags extends NoteFlags { readonly note?: string; readonly format: 'text' | 'json' }

/** Every query of a file: JSON (one document, an array, or one a line) or text as lumbago writes it. */
function parseQueries(text: string, name: string): readonly QueryDocument[] {
  if (!/^\s*[[{]/.test(text)) return text.split(QUERY_SEPARATOR).filter((part) => part.trim() !== '').map(readQueryText);
  return parseJsonValues(text, name, { what: 'query', hint: 'give query documents of lumbago query --format json' }).map(({ json }, at) => {
    const checked = queryDocumentSchema.safeParse(json);
    const issue = checked.error?.issues[0];
    return checked.data ?? fail(`${name}: query ${at + 1}: ${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'is not a query'}; a query document has title, question, indicators and options`);
  });
}

const fail = (message: string): never => { throw new CliFailure(EXIT.unreadable, message); };

/** Lints the queries of a file. Exit 0 when none breaks an error rule, 3 when one does. */
export async function runLintQuery(file: string | undefined, flags: LintFlags, io: Io): Promise<ExitCode> {
  const { createService } = await import('../../service.ts');
  const { renderLint } = await import('../../format/text/lint.ts');
  const text = await readTextFile(file, io);
  const queries = parseQueries(text, file ?? 'standard input');
  if (queries.length === 0) fail(`${file ?? 'standard input'}: holds no query`);
  const service = createService();
  const notes: Reported[] = [];
  const code = flags.note === undefined ? EXIT.done : await eachNote({ file: flags.note, flags, service }, io, async (reported) => { notes.push(reported); });
  const results = queries.map((query, at) => {
    const note = (notes.find((one) => one.note.id === query.encounter) ?? (notes.length === 1 ? notes[0] : undefined))?.note;
    return { query: query.id ?? `query ${at + 1}`, compared: note !== undefined, findings: service.analyzer.lint(query, note) };
  });
  await io.writeOut(flags.format === 'json' ? results.map((result) => `${JSON.stringify(result)}\n`).join('') : renderLint(results, renderOptions(flags, io)));
  const broken = results.some(({ findings }) => findings.some(({ severity }: LintFinding) => severity === 'error'));
  return code === EXIT.done && broken ? EXIT.rejected : code;
}

// `lumbago query answer`: an answer to a query of a report, and what it changes in the codes.
import { AnswerError, createAnalyzer, reportSchema, type Answer, type Report } from '../../index.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import { renderOptions } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { parseJsonValues, type Parsed } from '../parse-json.ts';
import { readTextFile } from '../read-text-file.ts';

export interface AnswerFlags { readonly query: string; readonly choose?: string; readonly note?: string; readonly id?: string; readonly format: 'text' | 'json' | 'report'; readonly output?: string; readonly color?: boolean; readonly width?: number }

/** The report of a file, by its id where the file holds several. */
function parseReport(text: string, name: string, id: string | undefined): Report {
  const reports = parseJsonValues(text, name, { what: 'report', hint: 'give a report of lumbago analyze --format json' }).map(checkReport);
  const found = id === undefined ? reports : reports.filter(({ note }) => note.id === id);
  if (found.length === 1) return found[0]!;
  throw new CliFailure(EXIT.usage, found.length === 0 ? `${name}: holds no report of the note ${id ?? ''}` : `${name}: holds ${found.length} reports; name one with --id`);
}

function checkReport({ where, json }: Parsed): Report {
  const checked = reportSchema.safeParse(json);
  const issue = checked.error?.issues[0];
  if (checked.data) return checked.data;
  throw new CliFailure(EXIT.unreadable, `${where}: is not a report of this version (${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unknown'}); analyze the note again`);
}

/** Answers a query. Text and json tell the difference; `report` is the new report alone. */
export async function runAnswer(file: string | undefined, flags: AnswerFlags, io: Io): Promise<ExitCode> {
  const { renderRecoding } = await import('../../format/text/recoding.ts');
  const report = parseReport(await readTextFile(file, io), file ?? 'standard input', flags.id);
  const addendum = flags.note === undefined ? undefined : await readTextFile(flags.note, io);
  const answer: Answer = { query: flags.query, ...(flags.choose !== undefined && { choose: flags.choose }), ...(addendum !== undefined && { addendum }) };
  const output = await openOutput(flags.output, file === undefined ? [] : [file], io);
  try {
    const recoding = createAnalyzer().answer(report, answer);
    await output.write(flags.format === 'text' ? renderRecoding(recoding, renderOptions(flags, io)) : `${JSON.stringify(flags.format === 'report' ? recoding.report : recoding)}\n`);
  } catch (error) {
    if (error instanceof AnswerError) throw new CliFailure(EXIT.usage, error.message);
    throw error;
  } finally {
    await output.close();
  }
  return EXIT.done;
}

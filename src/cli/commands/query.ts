// `lumbago query`: the physician queries of the notes of one input, ready to send, or with what is behind them.
import { documentOf } from '../../query/document-of.ts';
import type { Query, Report } from '../../wire.ts';
import { QUERY_FORMATS } from '../../format/query/query-formats.ts';
import { eachNote, type Reported } from '../each-note.ts';
import type { ExitCode } from '../exit.ts';
import { renderOptions, type NoteFlags } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';

export interface QueryFlags extends NoteFlags { readonly view: 'provider' | 'internal'; readonly format: string; readonly output?: string; readonly templates?: string }

/** Writes the queries of every note. The provider view has no code, rule or outcome in it; the internal view has all of them. */
export async function runQuery(file: string | undefined, flags: QueryFlags, io: Io): Promise<ExitCode> {
  const { analyzerWith } = await import('../templates.ts');
  const { createService } = await import('../../service.ts');
  const { renderInternal } = await import('../../format/text/internal-query.ts');
  const service = createService(await analyzerWith(flags.templates));
  const output = await openOutput(flags.output, file === undefined ? [] : [file], io);
  const format = QUERY_FORMATS.find(({ name }) => name === flags.format)!;
  const internal = ({ report, note }: Reported): string => flags.format === 'json'
    ? report.queries.map((query) => `${JSON.stringify({ encounter: report.note.id, ...withCodes(query, report) })}\n`).join('')
    : renderInternal(report, note.text, renderOptions(flags, io));
  const code = await eachNote({ file, flags, service }, io, async (reported) => {
    const { report, note } = reported;
    const documents = report.queries.map((query) => documentOf(query, { id: note.id, date: note.date }, service.analyzer.knowledge));
    if (documents.length === 0 && flags.format !== 'json') io.writeError(`lumbago: ${note.id}: no query: the documentation leaves no code open\n`);
    else await output.write(flags.view === 'internal' ? internal(reported) : format.render(documents));
  });
  await output.close();
  return code;
}

/** The query with the codes that it is about, in place of their ids. */
const withCodes = (query: Query, { candidates }: Report): object => ({ ...query, codes: query.candidates.flatMap((id) => candidates.find((one) => one.id === id)?.code ?? []) });

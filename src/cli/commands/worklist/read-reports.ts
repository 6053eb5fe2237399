// Files of reports, JSON (one or an array) or JSON Lines, to checked reports. In: file names, "-" or nothing for standard input. Out: how many were
// rejected, each told on standard error with file, line and field, never with its content.
import { readFile } from 'node:fs/promises';
import { reportSchema, type Report } from '../../../wire.ts';
import { CliFailure, EXIT } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { parseJsonValues } from '../../parse-json.ts';

export interface ReportSink { readonly onReport: (report: Report) => void; readonly onFailure: (fault: CliFailure) => void }

/** Reads all files; one that cannot be read is told and the others go on. */
export async function readReports(files: readonly string[], { onReport, onFailure }: ReportSink, io: Io): Promise<number> {
  let rejected = 0;
  for (const file of files.length === 0 ? ['-'] : files) {
    const name = file === '-' ? 'standard input' : file;
    try {
      for (const { where, json } of parseJsonValues(await readText(file, io), name, { what: 'report', hint: 'give reports of lumbago analyze --format jsonl' })) {
        const checked = reportSchema.safeParse(json);
        if (checked.success) onReport(checked.data);
        else {
          rejected++;
          io.writeError(`lumbago: ${where}: is not a report of lumbago analyze (${checked.error.issues[0]?.path.join('.') || 'the whole'}); write it with --format jsonl\n`);
        }
      }
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      onFailure(error);
    }
  }
  return rejected;
}

async function readText(file: string, io: Io): Promise<string> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of io.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CliFailure(EXIT.noInput, `${file}: no such file; check the name`);
    throw new CliFailure(EXIT.unreadable, `${file}: cannot be read (${code ?? 'unknown fault'})`);
  }
}

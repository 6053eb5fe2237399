// A run → one file for other programs: CSV of codes, OMOP NOTE_NLP as CSV, Parquet of codes. Rows stream through; a file under construction
// has another name until it is whole. Out: how many rows, and how many note ids are no integer, which OMOP asks for.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { csvLine } from '../format/parts/csv.ts';
import type { Report } from '../wire.ts';
import { CODE_COLUMNS, codeRows, type Cell } from './code-rows.ts';
import { NOTE_NLP_COLUMNS, noteNlpRows, type NoteNlpFrame } from './note-nlp-rows.ts';
import { RunError } from './run-error.ts';

export const EXPORT_FORMATS = ['csv', 'omop', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportPlan extends NoteNlpFrame { readonly format: ExportFormat; readonly file: string }
export interface Exported { readonly notes: number; readonly rows: number; readonly idsNoInteger: number }

type Row = Readonly<Record<string, Cell>>;

/** Rows that a Parquet row group holds in memory at once. */
const ROW_GROUP = 20_000;

/** Writes the export; throws a RunError when it cannot be written. Nothing is left behind then. */
export async function exportRun(reports: AsyncIterable<Report>, plan: ExportPlan): Promise<Exported> {
  const partial = `${plan.file}.partial-${process.pid}`;
  const counted = { notes: 0, rows: 0, idsNoInteger: 0 };
  const rows = readRows(reports, plan, counted);
  try {
    await (plan.format === 'parquet' ? writeParquet(partial, rows) : writeCsv(partial, rows, plan.format));
    await rename(partial, plan.file);
  } catch (error) {
    await rm(partial, { force: true });
    throw asRunError(error, plan.file);
  }
  return counted;
}

async function* readRows(reports: AsyncIterable<Report>, plan: ExportPlan, counted: { notes: number; rows: number; idsNoInteger: number }): AsyncGenerator<Row> {
  for await (const report of reports) {
    counted.notes++;
    if (!/^-?\d+$/.test(report.note.id)) counted.idsNoInteger++;
    const rows: readonly Row[] = plan.format === 'omop' ? noteNlpRows(report, { firstId: plan.firstId + counted.rows, date: plan.date }) : codeRows(report);
    counted.rows += rows.length;
    yield* rows;
  }
}

/** People open the CSV of codes in spreadsheets, so it is guarded; a database loads NOTE_NLP, where an apostrophe would be a fault. */
async function writeCsv(file: string, rows: AsyncIterable<Row>, format: 'csv' | 'omop'): Promise<void> {
  const columns: readonly string[] = format === 'omop' ? NOTE_NLP_COLUMNS : CODE_COLUMNS.map(({ name }) => name);
  const stream = createWriteStream(file);
  await once(stream, 'open');
  const write = async (cells: readonly Cell[]): Promise<void> => {
    if (!stream.write(csvLine(cells.map((cell) => cell ?? ''), { guard: format === 'csv' }))) await once(stream, 'drain');
  };
  await write(columns);
  for await (const row of rows) await write(columns.map((name) => row[name] ?? ''));
  const closed = once(stream, 'close');
  stream.end();
  await closed;
}

async function writeParquet(file: string, rows: AsyncIterable<Row>): Promise<void> {
  const { fileWriter, parquetWriteRows } = await import('hyparquet-writer');
  await parquetWriteRows({ writer: fileWriter(file), rows, columns: CODE_COLUMNS.map(({ name, type }) => ({ name, type })), rowGroupSize: ROW_GROUP, createdBy: 'lumbago' });
}

function asRunError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  return error instanceof RunError || code === undefined ? error : new RunError('cannot-write', `${file}: cannot be written (${code}); choose another place with --out`);
}

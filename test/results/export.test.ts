// `lumbago export` from outside: the files are read back by other programs' rules (RFC 4180, OMOP columns, a Parquet reader).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/format/parts/csv.ts';
import { CODE_COLUMNS, codeRows } from '../../src/results/code-rows.ts';
import type { Report } from '../../src/wire.ts';
import { runCli, type Ran } from '../contract/run-cli.ts';
import { freshFolder, reportsOf, writeRun } from './run-folder.ts';

const TEXT = 'HPI: Low back pain, "sharp"; denies numbness. Father had spinal stenosis.\nAssessment: Lumbago with sciatica, left side.';

/** A reader of RFC 4180, written from its grammar. */
function readCsv(text: string): string[][] {
  const rows = [...text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/gy)].map(([, row]) => row as string);
  expect(rows.reduce((sum, row) => sum + row.length + 2, 0), 'every character belongs to a row').toBe(text.length);
  return rows.map((row) => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

async function exportAs(format: string, reports: readonly Report[], ...flags: string[]): Promise<Ran & { file: string; folder: string }> {
  const folder = freshFolder();
  const file = join(folder, `out.${format}`);
  return { ...await runCli(['export', writeRun({ parts: [reports] }), '--format', format, '--out', file, ...flags]), file, folder };
}

const tableOf = (file: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(readFileSync(file, 'utf8'));
  return rows.map((row) => { expect(row).toHaveLength(header.length); return Object.fromEntries(header.map((name, at) => [name, row[at] as string])); });
};

describe('CSV of codes', () => {
  it('has one row a candidate with its evidence, the excluded ones too', async () => {
    const reports = reportsOf({ text: TEXT, date: '2026-11-15' }, { text: 'No pain.' });
    const { file, code } = await exportAs('csv', reports);
    expect(code).toBe(0);
    const rows = tableOf(file);
    expect(rows.map((row) => row.code)).toEqual(reports.flatMap(({ candidates }) => candidates.map((candidate) => candidate.code)));
    expect(rows[0]).toMatchObject({ note_id: 'n1', note_date: '2026-11-15', code: 'M54.42', status: 'supported', sequence: '1', release: 'FY2027' });
    for (const row of rows) {
      const places = row.evidence_offsets?.split(' | ').map((place) => place.split('-').map(Number) as [number, number]) ?? [];
      expect(places.map(([start, end]) => TEXT.slice(start, end)).join(' | ')).toBe(row.evidence);
    }
    expect(rows.filter(({ status }) => status === 'excluded').map(({ sequence }) => sequence)).toContain('');
  });

  it('guards what a spreadsheet would run, and leaves numbers and what it would not run alone', async () => {
    const { file } = await exportAs('csv', reportsOf({ id: '=HYPERLINK("http://x")', text: TEXT }, { id: '-42', text: TEXT }, { id: '+cmd', text: TEXT }, { id: 'a=b', text: TEXT }));
    const ids = new Set(tableOf(file).map((row) => row.note_id));
    expect([...ids]).toEqual(['\'=HYPERLINK("http://x")', '-42', "'+cmd", 'a=b']);
  });

  it('quotes commas, quotes and line ends', () => {
    const cells = ['a,b', 'say "x"', 'two\r\nlines', ' plain ', '', 7];
    expect(readCsv(csvLine(cells, { guard: true }))).toEqual([cells.map(String)]);
    expect(csvLine(['@x'], { guard: false })).toBe('@x\r\n');
  });
});

describe('OMOP NOTE_NLP', () => {
  const COLUMNS = 'note_nlp_id,note_id,section_concept_id,snippet,offset,lexical_variant,note_nlp_concept_id,note_nlp_source_concept_id,nlp_system,nlp_date,nlp_datetime,term_exists,term_temporal,term_modifiers';

  it('has the columns of CDM 5.4 and one row a mention, with what is denied and of the family as not there', async () => {
    const reports = reportsOf({ id: '1001', text: TEXT }, { id: '1002', text: TEXT });
    const { file, err } = await exportAs('omop', reports, '--nlp-date', '2026-11-20', '--first-id', '500');
    expect(readFileSync(file, 'utf8').split('\r\n')[0]).toBe(COLUMNS);
    const rows = tableOf(file);
    expect(rows).toHaveLength(reports.reduce((sum, { mentions }) => sum + mentions.length, 0));
    expect(rows.map((row) => Number(row.note_nlp_id))).toEqual(rows.map((_, index) => 500 + index));
    const exists = (words: string): string[] => rows.filter((row) => row.note_id === '1001' && row.lexical_variant === words).map((row) => row.term_exists as string);
    expect([exists('numbness'), exists('spinal stenosis'), exists('sciatica')]).toEqual([['N'], ['N'], ['Y']]);
    for (const row of rows) {
      expect(TEXT.slice(Number(row.offset)).startsWith(row.lexical_variant as string)).toBe(true);
      expect(row).toMatchObject({ nlp_date: '2026-11-20', note_nlp_concept_id: '0', section_concept_id: '0' });
    }
    expect(rows.find((row) => row.lexical_variant === 'sciatica')?.term_modifiers).toContain('codes=M54.42');
    expect(err).not.toContain('no integers');
  });

  it('keeps a quote as it is, for a database loads it, and says when ids are no integers', async () => {
    const { file, err } = await exportAs('omop', reportsOf({ id: '-n1', text: TEXT }), '--nlp-date', '2026-11-20');
    expect(tableOf(file)[0]?.note_id).toBe('-n1');
    expect(err).toContain('the ids of 1 notes are no integers');
  });

  it('refuses a date that is none', async () => {
    const { code, file } = await exportAs('omop', reportsOf({ text: TEXT }), '--nlp-date', '2026-13-01');
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});

describe('Parquet', () => {
  const read = async (file: string): Promise<Record<string, unknown>[]> => parquetReadObjects({ file: await asyncBufferFromFile(file) });

  it('reads back as the rows that were written', async () => {
    const reports = reportsOf({ id: '=1+1', text: TEXT, date: '2026-11-15' }, { text: 'No pain.' }, { text: TEXT });
    const { file } = await exportAs('parquet', reports);
    expect(await read(file)).toEqual(reports.flatMap(codeRows));
  });

  it('has its columns where there is no row', async () => {
    const { file, err } = await exportAs('parquet', reportsOf({ text: 'No pain.' }));
    expect(await read(file)).toEqual([]);
    expect(err).toContain('0 rows of 1 note');
    expect(readFileSync(file).toString('latin1')).toContain(CODE_COLUMNS[0].name);
  });
});

describe('a failed export', () => {
  it('leaves nothing behind and says why', async () => {
    const folder = freshFolder();
    const broken = writeRun({ parts: [[...reportsOf({ text: TEXT }), { note: 'not a report' } as unknown as Report]] });
    expect(await runCli(['export', broken, '--format', 'csv', '--out', join(folder, 'codes.csv')])).toMatchObject({ code: 65 });
    expect(await runCli(['export', broken, '--format', 'parquet', '--out', join(folder, 'codes.parquet')])).toMatchObject({ code: 65 });
    expect(readdirSync(folder)).toEqual([]);
    expect(await runCli(['export', writeRun({ parts: [reportsOf({ text: TEXT })] }), '--format', 'csv', '--out', join(folder, 'none', 'codes.csv')])).toMatchObject({ code: 73 });
  });
});

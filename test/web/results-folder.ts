// A results folder as `lumbago batch` writes it: parts of reports of invented notes, some of them dated, rejects, a manifest.
import { gzipSync } from 'node:zlib';
import { createAnalyzer } from '../../src/index.ts';
import type { Report } from '../../src/wire.ts';

export interface WrittenFile { readonly name: string; readonly bytes: Buffer }

const TEXTS = ['Assessment: Sciatica.', 'Assessment: Lumbago with sciatica, left side.', 'Assessment: Radiculopathy.', 'No back pain.', 'Neck pain. 🙂', 'Assessment: Spinal stenosis.', 'Assessment: Disc degeneration of the lumbar spine.', 'Assessment: Low back pain. Right sacroiliac pain.'];

const { analyze } = createAnalyzer();

/** Reports of as many notes, over the months of 2026; every seventh has no date. */
export function someReports(count: number): readonly Report[] {
  return Array.from({ length: count }, (_, at) => analyze({
    id: `note-${String(at + 1).padStart(4, '0')}`, text: TEXTS[(at * 5 + Math.floor(at / 9)) % TEXTS.length] ?? '',
    ...(at % 7 === 6 ? {} : { date: `2026-${String(1 + (at % 9)).padStart(2, '0')}-1${at % 9}` }),
  }));
}

const lines = (rows: readonly object[]): Buffer => Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const inTens = (reports: readonly Report[]): readonly (readonly Report[])[] => Array.from({ length: Math.ceil(reports.length / 10) }, (_, at) => reports.slice(at * 10, at * 10 + 10));

/** The files of a run, the second part packed in members of ten reports, as `lumbago batch --gzip` packs its chunks. */
export function resultsFolder(reports: readonly Report[]): readonly WrittenFile[] {
  const half = Math.ceil(reports.length / 2);
  const rejects = [
    { id: 'x1', line: 3, reason: 'the note is empty; there is nothing to code', kind: 'rejected', categories: [] },
    { id: 'x2', line: 9, reason: 'may identify a person', kind: 'rejected', categories: ['phone', 'email'] },
    { id: null, line: 12, reason: 'may identify a person', kind: 'rejected', categories: ['phone'] },
  ];
  const counts = { read: reports.length + 3, ok: reports.length, rejected: 3, duplicate: 0, error: 0 };
  const manifest = { schema: 'lumbago/batch@1', run: 'r1', engine: { version: '0.1.0', knowledge: 'k', release: 'FY2027' }, counts, parts: [], rejects: { file: 'rejects.jsonl', lines: 3 } };
  return [
    { name: 'part-00000.jsonl', bytes: lines(reports.slice(0, half)) },
    { name: 'part-00001.jsonl.gz', bytes: Buffer.concat(inTens(reports.slice(half)).map((ten) => gzipSync(lines(ten)))) },
    { name: 'rejects.jsonl', bytes: lines(rejects) },
    { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, null, 2)) },
  ];
}

// Run folders for the tests, written from reports of invented notes as a batch run would write them: parts, rejects, manifest.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import type { NoteInput, Report } from '../../src/wire.ts';

export const { analyze } = createAnalyzer();

/** A folder that goes with the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-results-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Written { readonly parts: readonly (readonly Report[])[]; readonly rejects?: readonly object[]; readonly gzip?: boolean; readonly ok?: number; readonly given?: Readonly<Record<string, unknown>> }

/** Writes a finished run and gives its folder. */
export function writeRun({ parts, rejects = [], gzip = false, ok, given = {} }: Written): string {
  const folder = freshFolder();
  const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  parts.forEach((reports, index) => {
    const name = `part-${String(index).padStart(5, '0')}.jsonl${gzip ? '.gz' : ''}`;
    writeFileSync(join(folder, name), gzip ? gzipSync(lines(reports)) : lines(reports));
  });
  writeFileSync(join(folder, 'rejects.jsonl'), lines(rejects));
  const count = ok ?? parts.flat().length;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ counts: { read: count + rejects.length, ok: count, rejected: rejects.length, duplicate: 0, error: 0 }, arguments: given }));
  return folder;
}

/** Reports of notes, ids n1, n2 … where none is given. */
export const reportsOf = (...notes: readonly (Omit<NoteInput, 'id'> & { readonly id?: string })[]): Report[] => notes.map((note, index) => analyze({ id: `n${index + 1}`, ...note }));

// Reading results outside a browser: the tally of the files is the tally of their reports, every note is found again, every bad line is told.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/tally/create-tally.ts';
import type { NotePlace } from '../../src/web/views/batch/note-index.ts';
import { readReportAt } from '../../src/web/views/batch/open-note.ts';
import { readLines } from '../../src/web/views/batch/read-lines.ts';
import { createResultsReader, type ResultsReader } from '../../src/web/views/batch/read-results.ts';
import { sortResultFiles, type ResultFile } from '../../src/web/views/batch/result-files.ts';
import { resultsFolder, someReports } from './results-folder.ts';

const given = (files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[], folder = 'run/'): readonly ResultFile[] =>
  sortResultFiles(files.map(({ name, bytes }) => ({ path: folder + name, file: new File([bytes as string], name) })));

async function readAll(files: readonly ResultFile[]): Promise<ResultsReader & { readonly bytes: number }> {
  const reader = createResultsReader(files);
  let bytes = 0;
  await reader.read(new AbortController().signal, (count) => { bytes += count; });
  return { ...reader, bytes };
}

const reports = someReports(40);
const folder = given(resultsFolder(reports));

describe('a results folder', () => {
  it('gives the tally of its reports and rejects, and all its bytes are counted', async () => {
    const { soFar, bytes } = await readAll(folder);
    const counter = createTally();
    reports.forEach((report) => counter.addReport(report));
    const { rejects: _, ...expected } = counter.read();
    const { tally, faults, manifests } = soFar();
    expect(tally).toMatchObject(expected);
    expect(tally.rejects.byReason).toEqual([{ name: 'may identify a person', count: 2 }, { name: 'the note is empty; there is nothing to code', count: 1 }]);
    expect(faults).toEqual([]);
    expect(manifests).toMatchObject([{ ok: 40, rejects: 3, release: 'FY2027' }]);
    expect(bytes).toBe(folder.reduce((sum, { file }) => sum + file.size, 0));
  });

  it('every note is found again at its place, in plain and packed parts', async () => {
    const { index } = await readAll(folder);
    const { total, notes } = index.list(undefined, 0, 100);
    expect(total).toBe(40);
    expect(notes.map(({ id }) => id)).toEqual(reports.map(({ note }) => note.id));
    for (const { number } of notes) {
      const place = index.placeOf(number) as NotePlace;
      expect(await readReportAt(folder[place.file]?.file as File, place)).toEqual(reports[number]);
    }
  });

  it('behind a bar lie the notes of its count', async () => {
    const { index, soFar } = await readAll(folder);
    for (const { code, notes } of soFar().tally.byCode) expect(index.list(`code ${code}`, 0, 5).total).toBe(notes);
    const [code] = soFar().tally.byCode;
    const wanted = reports.flatMap(({ note, candidates }) => (candidates.some((one) => one.code === code?.code && one.status !== 'excluded') ? [note.id] : []));
    expect(index.list(`code ${code?.code}`, 0, 3).notes.map(({ id }) => id)).toEqual(wanted.slice(0, 3));
    expect(index.list(`code ${code?.code}`, 3, 100).notes.map(({ id }) => id)).toEqual(wanted.slice(3));
    expect(index.list('code Z99.9', 0, 5)).toEqual({ total: 0, notes: [] });
  });

  it('reading ends early when it is told to', async () => {
    const reader = createResultsReader(folder);
    const stop = new AbortController();
    stop.abort();
    await reader.read(stop.signal, () => undefined);
    expect(reader.soFar().tally.notes).toBe(0);
  });
});

describe('what cannot be taken', () => {
  const good = JSON.stringify(reports[0]);
  const bad = `${good}\n{"schema":"lumbago/report@1","note":{"id":"Zanzibar"\n\n\r\n[1]\n${good.replace('report@1', 'report@2')}\n{"a":"Zanzibar"}\n${good.replace('"status":"', '"status":"un')}\n${good}`;

  it('is told by file and line, without what it says, and the rest is read', async () => {
    const { soFar } = await readAll(given([{ name: 'part-00000.jsonl', bytes: bad }, { name: 'rejects.jsonl', bytes: '{"id":"x"}\n' }, { name: 'manifest.json', bytes: '{}' }]));
    const { tally, faults, faultCount } = soFar();
    expect(tally.notes).toBe(2);
    expect(faults.map(({ path, line, says }) => `${path} ${line ?? '-'} ${says}`)).toEqual([
      expect.stringMatching(/^run\/manifest\.json - is not the manifest/),
      'run/part-00000.jsonl 2 is not JSON; it may be cut off',
      'run/part-00000.jsonl 5 is JSON, but not an object; a report is expected',
      'run/part-00000.jsonl 6 is a report of another version (lumbago/report@2); this page reads lumbago/report@1',
      'run/part-00000.jsonl 7 is not a report (lumbago/report@1 is expected)',
      'run/part-00000.jsonl 8 is a report whose "candidates" is not of the shape of lumbago/report@1',
      expect.stringMatching(/^run\/rejects\.jsonl 1 is not a reject/),
    ]);
    expect(faultCount).toBe(7);
    expect(JSON.stringify(faults)).not.toContain('Zanzibar');
  });

  it('a packed part that is cut off gives what stands before the cut', async () => {
    const packed = gzipSync(Buffer.from(someReports(30).map((report) => `${JSON.stringify(report)}\n`).join('')));
    const { soFar } = await readAll(given([{ name: 'part-00000.jsonl.gz', bytes: packed.subarray(0, packed.length - 200) }]));
    expect(soFar().faults).toEqual([{ path: 'run/part-00000.jsonl.gz', says: expect.stringMatching(/cannot be read to its end/) }]);
    expect(soFar().tally.notes).toBeGreaterThan(0);
  });

  it.each([1, 7, 64, 1000])('packed members that follow each other are read whole, in chunks of %d bytes', async (size) => {
    const members = ['{"a":1}\n{"b":2}\n', '', '{"c":3}\n{"d', '":4}\n'].map((text) => gzipSync(Buffer.from(text)));
    const packed = Buffer.concat(members);
    const chunks = Array.from({ length: Math.ceil(packed.length / size) }, (_, at) => packed.subarray(at * size, (at + 1) * size));
    const file = { slice: () => new Blob([packed.subarray(0, 2)]), stream: () => new ReadableStream<Uint8Array>({ start(controller) { for (const chunk of chunks) controller.enqueue(chunk); controller.close(); } }) } as unknown as Blob;
    const read: string[] = [];
    for await (const { bytes } of readLines(file)) read.push(Buffer.from(bytes ?? []).toString());
    expect(read).toEqual(['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}']);
  });

  it('bytes that are no UTF-8', async () => {
    const { soFar } = await readAll(given([{ name: 'a.jsonl', bytes: Buffer.from([0x7b, 0xff, 0x0a]) }]));
    expect(soFar().faults).toEqual([{ path: 'run/a.jsonl', line: 1, says: expect.stringMatching(/not UTF-8: invalid at byte 1/) }]);
  });

  it('an endless list of faults is bounded, and counted whole', async () => {
    const { soFar } = await readAll(given([{ name: 'a.jsonl', bytes: '7\n'.repeat(500) }]));
    expect(soFar().faults).toHaveLength(100);
    expect(soFar().faultCount).toBe(500);
  });
});

describe('other files', () => {
  it('JSON as lumbago analyze writes it, one report or an array, is read too', async () => {
    const files = given([{ name: 'one.json', bytes: JSON.stringify(reports[0], null, 2) }, { name: 'some.json', bytes: JSON.stringify(reports.slice(1, 4), null, 2) }]);
    const { index, soFar } = await readAll(files);
    expect(soFar().tally.notes).toBe(4);
    const place = index.placeOf(2) as NotePlace;
    expect(await readReportAt(files[place.file]?.file as File, place)).toEqual(reports[2]);
  });

  it('files beside the results and hidden files are left alone, parts come in order', () => {
    const names = ['run/part-00001.jsonl', 'run/.state/part-00009.jsonl', 'run/part-00000.jsonl.gz', 'run/report.html', 'run/rejects.jsonl'];
    expect(sortResultFiles(names.map((path) => ({ path, file: new File([], path) }))).map(({ path, kind }) => `${kind} ${path}`))
      .toEqual(['reports run/part-00000.jsonl.gz', 'reports run/part-00001.jsonl', 'rejects run/rejects.jsonl']);
  });
});

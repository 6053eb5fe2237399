// The importer on the official files: counts as published, time and memory, codes of FY2027 and of a Tabular List alone.
// Needs the folder ../shared; the run of the built program needs dist.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFiles } from '../../src/codeset/import-files.ts';
import { loadRelease } from '../../src/codeset/store.ts';
import { describeWithShared, sharedPath } from '../shared.ts';
import { createBench, type Bench } from './fixture.ts';

const FILES = {
  order: 'icd10cm/icd10cm-order-2026.txt.gz', descriptions: 'icd10cm/icd10cm-Code Descriptions-2026.zip', xml: 'icd10cm/ICD10CM_FY2017_Full_XML.zip',
  tabular: 'icd10cm/icd10cm_tabular_2021.xml.gz', addenda: 'icd10cm/code-addenda/icd10cm_codes_addenda_2027.txt', codes2027: 'icd10cm/icd10cm-codes-2027.rebuilt.txt.gz',
  extract: 'icd10cm/icd10cm-tabular-2027.spine-extract.xml',
} as const;

describeWithShared('official files', Object.values(FILES), () => {
  let bench: Bench;
  beforeAll(() => { bench = createBench(); });
  afterAll(() => bench.clear());
  const bring = (...files: readonly (keyof typeof FILES)[]) => importFiles(files.map((file) => sharedPath(FILES[file])), { folder: bench.data });
  const billableOf = async (release: string) => (await loadRelease(release, bench.data))!.entries.filter(({ billable }) => billable);

  const bin = fileURLToPath(new URL('../../bin/lumbago.js', import.meta.url));
  const isBuilt = existsSync(new URL('../../dist/codeset/import-files.js', import.meta.url));

  it.runIf(isBuilt)('FY2026 order file: 98,186 rows in less than 5 s and 300 MB, in a process of its own', () => {
    const started = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [bin, 'codeset', 'import', '--json', '--quiet', sharedPath(FILES.order)], { encoding: 'utf8', env: { ...process.env, LUMBAGO_DATA: bench.data } });
    const seconds = (performance.now() - started) / 1000;
    expect(status).toBe(0);
    const { imported, releases, peakMebibytes } = JSON.parse(stdout);
    expect(imported[0]).toMatchObject({ sha256: '6dc95c9c7e96c734806e1682f4bf9df76251d60e99199bba0d375ba3dd11026b', counts: { rows: 98_186, billable: 74_719 } });
    expect(releases[0]).toMatchObject({ release: 'FY2026', whole: true, counts: { codes: 98_186, billable: 74_719 } });
    expect([seconds < 5, peakMebibytes < 286], `${seconds.toFixed(1)} s, ${peakMebibytes} MiB`).toEqual([true, true]);
  });

  it('FY2026 zip as published: order and codes file agree, the PDFs and addenda are left out; loads fast', async () => {
    const { imported, leftOut, releases } = await bring('descriptions');
    expect(imported.map(({ kind, counts }) => [kind, counts['rows']])).toEqual([['order', 98_186], ['codes', 74_719]]);
    expect(leftOut).toHaveLength(4);
    expect(releases[0]?.conflicts).toEqual([]);
    const started = performance.now();
    const source = await loadRelease('FY2026', bench.data);
    const milliseconds = performance.now() - started;
    expect(source?.entries).toHaveLength(98_186);
    expect(source?.entries.find(({ code }) => code === 'M54.50')).toEqual({ code: 'M54.50', title: 'Low back pain, unspecified', level: 'code', billable: true });
    expect(milliseconds).toBeLessThan(1000);
  });

  it('FY2027: the addenda applied to FY2026 give all 74,879 codes with their titles, in tabular order', async () => {
    await bring('addenda');
    const expected = gunzipSync(readFileSync(sharedPath(FILES.codes2027))).toString('utf8').split('\r\n').filter(Boolean).map((line) => `${line.slice(0, 7).trimEnd()} ${line.slice(8)}`);
    const codes = await billableOf('FY2027');
    expect(codes.map(({ code, title }) => `${code.replace('.', '')} ${title}`).sort()).toEqual(expected.sort());
    expect(codes.map(({ code }) => code).filter((code) => /^(?:C78\.3|D69\.1)/.test(code))).toEqual(['C78.30', 'C78.31', 'C78.32', 'C78.39', 'D69.11', 'D69.19']);
    expect((await loadRelease('FY2027', bench.data))?.entries.find(({ code }) => code === 'D69.1')?.billable).toBe(false);
  });

  it('FY2027: the spine part of the Tabular List brings notes to that list and does not contradict it', async () => {
    const { releases } = await bring('extract');
    expect(releases[0]).toMatchObject({ whole: true, counts: { billable: 74_879 }, conflicts: [] });
    expect((await loadRelease('FY2027', bench.data))?.entries.find(({ code }) => code === 'M54.5')?.notes?.excludes1).toContain('low back strain (S39.012)');
  });

  it('FY2017 zip: Tabular List and both indexes whole, as many as counted officially', async () => {
    const { imported, releases, leftOut } = await bring('xml');
    expect(imported.map(({ kind }) => kind)).toEqual(['tabular', 'index', 'external-index']);
    expect(imported[1]?.counts).toMatchObject({ letter: 26, mainTerm: 7_973, term: 69_226, code: 59_412, see: 11_979, nemod: 11_968, manif: 746, subcat: 130 });
    expect(leftOut.map(({ why }) => why).filter((why) => why.startsWith('a table of'))).toHaveLength(2);
    expect(releases[0]).toMatchObject({ release: 'FY2017', whole: true, counts: { billable: 71_486 } });
    const { index } = (await loadRelease('FY2017', bench.data))!;
    expect(index.filter(({ path }) => path.length === 1)).toHaveLength(7_973 + 314);
    expect(index.find(({ path }) => path.join(' > ') === 'Pain > back')?.code).toBe('M54.9');
  });

  it('FY2021 Tabular List: whole, and the codes made from its 7th characters are as many as its order file had (72,621)', async () => {
    const { imported, releases } = await bring('tabular');
    expect(imported[0]?.counts).toMatchObject({ chapter: 22, diag: 45_017, excludes1: 2_625, excludes2: 1_045, sevenChrDef: 507 });
    expect(releases[0]).toMatchObject({ release: 'FY2021', whole: true, counts: { billable: 72_621 } });
    const codes = new Set((await billableOf('FY2021')).map(({ code }) => code));
    expect(['S39.012A', 'S33.5XXA', 'M48.56XA', 'S32.010A', 'M54.5'].filter((code) => !codes.has(code))).toEqual([]);
    expect(['S39.012', 'S33.5', 'S06.1X7D', 'M54', 'S33.5XXB'].filter((code) => codes.has(code))).toEqual([]);
    expect(codes.has('S06.1X7A')).toBe(true);
  });
});

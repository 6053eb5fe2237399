// Importing official files: what a release holds afterwards, how files of one release come together, what the command line says.
// Bad files are in refuse.test.ts, the official files in official.test.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../../src/codeset/data-folder.ts';
import { releaseInName } from '../../src/codeset/release-name.ts';
import { listReleases, loadRelease, releaseFor } from '../../src/codeset/store.ts';
import { ADDENDA, codesFile, createBench, EXTERNAL_INDEX, gzipped, INDEX, NEOPLASMS, orderFile, ROWS, runCli, TABULAR, zipped, type Bench, type Row } from './fixture.ts';

let bench: Bench;
beforeEach(() => { bench = createBench(); });
afterEach(() => bench.clear());

const load = async (release: string) => (await loadRelease(release, bench.data))!;
const codesOf = async (release: string): Promise<string[]> => (await load(release)).entries.map(({ code, billable }) => `${code}${billable ? '' : ' -'}`);

describe('one file', () => {
  it('reads an order file: headers and codes with their dots, in its order', async () => {
    const { code, out } = await bench.run('codeset', 'import', bench.put('icd10cm-order-2019.txt', orderFile()));
    expect(code).toBe(0);
    expect(out).toContain('counts   rows 14, headers 6, billable 8');
    expect(out).toContain('FY2019: 8 billable codes, 6 headers');
    const { entries, whole } = await load('FY2019');
    expect(whole).toBe(true);
    expect(entries.slice(3, 6)).toEqual([
      { code: 'M54', title: 'Dorsalgia', level: 'code', billable: false }, { code: 'M54.5', title: 'Low back pain', level: 'code', billable: false },
      { code: 'M54.50', title: 'Low back pain, unspecified', level: 'code', billable: true },
    ]);
    expect(entries.map(({ code }) => code)).toContain('S33.5XXA');
  });

  it('reads a codes file: billable codes alone', async () => {
    await bench.run('codeset', 'import', bench.put('icd10cm_codes_2019.txt', codesFile()));
    expect(await codesOf('FY2019')).toEqual(['A00.0', 'A00.9', 'M54.50', 'M54.59', 'M54.6', 'S33.5XXA', 'S33.5XXD', 'Z99.89']);
  });

  it('reads a Tabular List: notes where they are printed, blocks, chapters, and forms of the 7th character made out', async () => {
    expect((await bench.run('codeset', 'import', bench.put('tabular.xml', TABULAR))).code).toBe(0);
    const { entries, whole } = await load('FY2019');
    expect(whole).toBe(false);
    expect(entries[0]).toEqual({ code: '13', title: 'Diseases of the musculoskeletal system', level: 'chapter', billable: false, notes: { notes: ['Use an external cause code'] }, range: ['M00', 'M99'] });
    expect(entries[1]).toEqual({ code: 'M40-M54', title: 'Dorsopathies', level: 'block', billable: false });
    expect(entries[2]).toMatchObject({ code: 'M54-M54', level: 'block', notes: { excludes1: ['current injury'] } });
    expect(entries[3]).toEqual({ code: 'M54', title: 'Dorsalgia', level: 'code', billable: false, notes: { codeAlso: ['a cause & its place'] } });
    expect(entries[4]).toMatchObject({ code: 'M54.5', notes: { inclusionTerm: ['Loin pain'] } });
    expect(entries.find(({ code }) => code === 'S33')).toMatchObject({ sevenths: { A: 'initial encounter', D: 'subsequent encounter' }, notes: { sevenChrNote: ['add a 7th character', 'A: first visit NOS'] } });
    expect((await codesOf('FY2019')).slice(-8)).toEqual(['S30-S39 -', 'S33 -', 'S33.5 -', 'S33.5XXA', 'S33.5XXD', 'S33.607 -', 'S33.607A', 'S33.7X11']);
    expect(entries.find(({ code }) => code === 'S33.5XXA')?.title).toBe('Sprain of lumbar spine, initial encounter');
  });

  it('reads both indexes: paths, modifiers, references', async () => {
    await bench.run('codeset', 'import', bench.put('icd10cm_index_2019.xml', INDEX), bench.put('icd10cm_eindex_2019.xml', EXTERNAL_INDEX));
    expect((await load('FY2019')).index).toEqual([
      { path: ['Pain'], modifiers: '(s)', code: 'R52', seeAlso: 'Disorder, painful' },
      { path: ['Pain', 'back, lumbar'], modifiers: '(low)', code: 'M54.5-' },
      { path: ['Pain', 'back, lumbar', 'and ear'], code: 'H92.0-' },
      { path: ['Pain', 'joint'], see: 'category M01' },
      { path: ['Pain', 'in amyloid'], modifiers: '(any)', code: 'E85.4', manifestation: 'I43' },
      { path: ['Fall'], code: 'W19' },
    ]);
  });
});

describe('a release', () => {
  it('is completed file by file: the list decides what is billable, the Tabular List gives notes and place', async () => {
    await bench.run('codeset', 'import', bench.put('icd10cm-order-2019.txt', orderFile()));
    await bench.run('codeset', 'import', bench.put('icd10cm_tabular_2019.xml', TABULAR));
    const { out } = await bench.run('codeset', 'import', '--json', bench.put('icd10cm_index_2019.xml', INDEX));
    const after = await codesOf('FY2019');
    expect(after).toEqual(['A00 -', 'A00.0', 'A00.9', '13 -', 'M40-M54 -', 'M54-M54 -', 'M54 -', 'M54.5 -', 'M54.50', 'M54.59', 'M54.6', '19 -', 'S30-S39 -', 'S33 -', 'S33.5 -', 'S33.5XXA', 'S33.5XXD', 'Z99 -', 'Z99.89', 'S33.607 -', 'S33.7X11 -']);
    expect(JSON.parse(out).releases[0].conflicts.map(({ code }: { code: string }) => code)).toEqual(['S33.607', 'S33.7X11']);
    expect((await listReleases(bench.data))[0]?.files.map(({ kind }) => kind)).toEqual(['order', 'tabular', 'index']);
  });

  it('is the same in whatever order its files come', async () => {
    const files = [bench.put('icd10cm-order-2019.txt', orderFile()), bench.put('icd10cm_tabular_2019.xml', TABULAR), bench.put('icd10cm_index_2019.xml', INDEX), bench.put('icd10cm_codes_2019.txt', codesFile())];
    await bench.run('codeset', 'import', ...files);
    const together = await load('FY2019');
    await bench.run('codeset', 'remove', 'FY2019');
    for (const file of files.toReversed()) await bench.run('codeset', 'import', file);
    expect(await load('FY2019')).toEqual(together);
  });

  it('tells codes on which its files do not agree, and not those on which they do', async () => {
    const other = ROWS.map(([code, flag, title]): Row => [code, flag, code === 'M5459' ? 'Another low back pain' : title]);
    const files = [bench.put('icd10cm-order-2019.txt', orderFile()), bench.put('icd10cm-codes-2019.txt', codesFile(other))];
    const { out } = await bench.run('codeset', 'import', ...files);
    expect(out).toContain('1 code on which its files do not agree:\n  M54.59: order "Other low back pain", codes "Another low back pain"');
    expect((await load('FY2019')).entries.find(({ code }) => code === 'M54.59')?.title).toBe('Other low back pain');
    bench.put('icd10cm-codes-2019.txt', codesFile(ROWS.map(([code, flag, title]) => [code, flag, title.replace('back', 'b\u00e4ck')])));
    expect((await bench.run('codeset', 'import', ...files)).out).not.toContain('do not agree');
  });

  it('comes from a zip with inner folders, and says what it left out', async () => {
    const zip = bench.put('2019-release.zip', zipped({ 'inner/folder/icd10cm-order-2019.txt': orderFile(), 'inner/icd10cm_tabular_2019.xml': TABULAR, 'inner/icd10cm_neoplasm_2019.xml': NEOPLASMS, 'readme.pdf': '%PDF-1.4', 'licence.txt': 'Words.' }));
    const { out, err } = await bench.run('codeset', 'import', zip);
    expect(err).toBe('lumbago: reading 2019-release.zip\n');
    for (const line of [/icd10cm-order-2019\.txt · FY2019 order · from 2019-release\.zip/, /neoplasm_2019\.xml: a table of neoplasms/, /readme\.pdf: a PDF/, /licence\.txt: no file of/]) expect(out).toMatch(line);
    expect(await bench.run('codeset', 'list')).toMatchObject({ code: 0, out: expect.stringMatching(/^FY2019 +8 billable codes +0 index lines +whole +order, tabular\n$/) });
  });

  it('comes from code addenda and the release before', async () => {
    const addenda = bench.put('icd10cm-codes-addenda-2020.txt', ADDENDA);
    expect(await bench.run('codeset', 'import', addenda)).toMatchObject({ code: 65, err: expect.stringContaining('changes a release of 8 codes (none is imported); import the order file of the release before') });
    expect((await bench.run('codeset', 'import', addenda, bench.put('icd10cm-order-2019.txt.gz', gzipped(orderFile())))).code).toBe(0);
    expect(await codesOf('FY2020')).toEqual(['A00 -', 'A00.0', 'A00.1', 'A00.9', 'M54 -', 'M54.5 -', 'M54.50', 'M54.59', 'M54.6 -', 'M54.60', 'S33 -', 'S33.5 -', 'S33.5XXA', 'S33.5XXD', 'Z99 -', 'Z99.89']);
    expect((await load('FY2020')).entries.at(-1)?.title).toBe('Dependence on other enabling devices');
    expect(await codesOf('FY2019')).toHaveLength(14);
  });

  it('is found by the date of service', async () => {
    const order = bench.put('order.txt', orderFile());
    for (const release of ['FY2019', 'FY2020', 'FY2020-04']) await bench.run('codeset', 'import', '--release', release, order);
    const dates = ['2018-09-30', '2018-10-01', '2019-09-30', '2019-10-01', '2020-03-31', '2020-04-01', '2020-09-30', '2020-10-01'];
    expect(await Promise.all(dates.map((date) => releaseFor(date, bench.data)))).toEqual([undefined, 'FY2019', 'FY2019', 'FY2020', 'FY2020', 'FY2020-04', 'FY2020-04', undefined]);
    expect(await loadRelease('FY2031', bench.data)).toBeUndefined();
  });

  it.each([
    ['icd10cm_order_2021.txt', 'FY2021'], ['icd10cm-tabular_-2027.xml', 'FY2027'], ['ICD10CM_FY2017_Full_XML.zip', 'FY2017'], ['icd10cm-order-April-2025.txt', 'FY2025-04'],
    ['ICD-10-CM-October-2025.zip', 'FY2026'], ['april-1-2024-code-descriptions.zip', 'FY2024-04'], ['map_20260301.txt', undefined], ['order.txt', undefined],
  ])('the name %s tells %s', (name, release) => expect(releaseInName(name)).toBe(release));
});

describe('the store', () => {
  it('says that a stored file is damaged, and what to do', async () => {
    await bench.run('codeset', 'import', bench.put('icd10cm-order-2019.txt', orderFile()));
    const path = join(bench.data, 'releases', 'FY2019.lines.gz');
    const bytes = readFileSync(path);
    for (const damaged of [bytes.subarray(0, bytes.length - 9), Buffer.from('nothing'), gzipped('{"schema":"lumbago/release@1","sha256":"0"}\nx')]) {
      writeFileSync(path, damaged);
      await expect(loadRelease('FY2019', bench.data)).rejects.toThrow(/FY2019\.lines\.gz: is damaged; remove it/);
    }
    writeFileSync(path, gzipped('{"schema":"lumbago/release@9"}\n'));
    await expect(loadRelease('FY2019', bench.data)).rejects.toThrow(/written by another version/);
    expect((await bench.run('codeset', 'remove', 'FY2019')).code).toBe(0);
  });

  it('lies where the system has it', () => {
    expect(dataFolder({ LUMBAGO_DATA: '/a', XDG_DATA_HOME: '/b' }, 'linux')).toBe('/a');
    expect(dataFolder({ XDG_DATA_HOME: '/b' }, 'linux')).toBe('/b/lumbago');
    expect(dataFolder({ HOME: '/u' }, 'linux')).toBe('/u/.local/share/lumbago');
    expect(dataFolder({ HOME: '/u' }, 'darwin')).toBe('/u/Library/Application Support/lumbago');
    expect(dataFolder({ LOCALAPPDATA: '/l' }, 'win32')).toMatch(/lumbago$/);
  });
});

describe('the command line', () => {
  it.each([['import'], ['list'], ['remove']])('codeset %s --help shows examples', async (command) => {
    const { code, out, err } = await bench.run('codeset', command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Examples:\n {2}lumbago codeset/);
    expect(out).toContain('66 no such input');
  });

  it.each([
    [['import'], 2, /missing required argument/], [['import', '--release', '26', 'x'], 2, /such as FY2026/], [['remove', 'everything'], 2, /is not a release/],
    [['remove', 'FY2019'], 66, /is not imported/], [['import', 'nowhere.zip'], 66, /no such file/], [['list'], 0, /nothing is imported/],
  ])('codeset %j ends with %i', async (argv, expected, message) => {
    const { code, out, err } = await bench.run('codeset', ...argv as string[]);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(message as RegExp);
  });

  it('ends with 73 where it cannot write', async () => {
    const file = bench.put('icd10cm-order-2019.txt', orderFile());
    expect(await runCli(['codeset', 'import', file], { LUMBAGO_DATA: join(file, 'below') })).toMatchObject({ code: 73, err: expect.stringContaining('set LUMBAGO_DATA') });
  });

  it('draws progress again on a terminal, writes a line a file elsewhere, and nothing with --quiet', async () => {
    const file = bench.put('icd10cm-order-2019.txt', orderFile());
    expect((await runCli(['codeset', 'import', file], { LUMBAGO_DATA: bench.data }, true)).err).toMatch(/\r\u001b\[Klumbago: reading icd10cm-order-2019\.txt \d+ %.*\r\u001b\[K$/);
    expect((await bench.run('codeset', 'import', file)).err).toBe('lumbago: reading icd10cm-order-2019.txt\n');
    expect((await bench.run('codeset', 'import', '--quiet', file)).err).toBe('');
  });

  it('gives sha256, counts and folder as JSON', async () => {
    await bench.run('codeset', 'import', bench.put('icd10cm-order-2019.txt', orderFile()));
    const { folder, releases } = JSON.parse((await bench.run('codeset', 'list', '--json')).out);
    expect(folder).toBe(bench.data);
    expect(releases).toMatchObject([{ release: 'FY2019', whole: true, counts: { codes: 14, billable: 8 }, files: [{ kind: 'order', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] }]);
    expect(bench.stored()).toEqual(['releases/FY2019.lines.gz']);
  });
});

describe('headers', () => {
  it('stay when a codes file says the same codes, and go with a list that says others', async () => {
    const order = bench.put('icd10cm-order-2019.txt', orderFile());
    const after: Row[] = [['A000', '1', ROWS[1]![2]], ['A001', '1', 'Cholera due to Vibrio cholerae 01, biovar eltor'], ['A009', '1', ROWS[2]![2]], ['M5450', '1', ROWS[5]![2]], ['M5459', '1', ROWS[6]![2]],
      ['M5460', '1', 'Pain in thoracic spine, unspecified'], ['S335XXA', '1', ROWS[10]![2]], ['S335XXD', '1', ROWS[11]![2]], ['Z9989', '1', 'Dependence on other enabling devices']];
    const codes = bench.put('icd10cm-codes-2020.txt', codesFile(after));
    const addenda = bench.put('icd10cm-codes-addenda-2020.txt', ADDENDA);
    await bench.run('codeset', 'import', order, addenda);
    const whole = await codesOf('FY2020');
    for (const files of [[codes], [codes, addenda], [addenda]]) {
      expect((await bench.run('codeset', 'import', ...files)).code).toBe(0);
      expect(await codesOf('FY2020')).toEqual(whole);
    }
    await bench.run('codeset', 'import', '--release', 'FY2020', bench.put('codes.txt', codesFile()));
    expect(await codesOf('FY2020')).toHaveLength(8);
    expect((await bench.run('codeset', 'import', codes, addenda)).out).toContain('FY2020: 9 billable codes, 7 headers');
  });
});

// Files that are cut, damaged, foreign or empty: each is refused with what, where and what to do, and the old state stays.
// Beside each stands a file that is right and is taken.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADDENDA, codesFile, createBench, gzipped, INDEX, mapFile, orderFile, ROWS, TABULAR, zipped, type Bench } from './fixture.ts';

let bench: Bench;
beforeEach(() => { bench = createBench(); });
afterEach(() => bench.clear());

const order = orderFile();
const lines = order.split('\r\n').slice(0, -1);
const asFile = (rows: readonly string[]): string => rows.map((row) => `${row}\r\n`).join('');
const PCS = '00001 001     0 Central Nervous System and Cranial Nerves, Bypass            Central Nervous System and Cranial Nerves, Bypass\r\n00002 0016070 1 Bypass Cereb Vent to Nasophar with Autol Sub, Open Approach  Bypass Cerebral Ventricle\r\n';
const twice = ROWS.map(([code, flag, title], at) => [at === 2 ? 'A000' : code, flag, title] as const);

/** name of the file, content, what the message says. */
const BAD: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
  ['cut in a row', 'icd10cm-order-2019.txt', asFile(lines.slice(0, 2)) + lines[2]!.slice(0, 40), /line 3 is not a row of the order file .* fetch the file again/],
  ['cut between rows', 'icd10cm-order-2019.txt', asFile(lines.slice(0, 8)), /ends with M54\.6, but the codes of FY2019 go on to chapter Z: the file is cut/],
  ['cut behind a header', 'icd10cm-order-2019.txt', asFile(lines.slice(0, 13)), /ends with the header Z99/],
  ['cut in the last title', 'icd10cm-order-2019.txt', order.slice(0, -15), /its last row, number 14, is cut in the title/],
  ['without chapter U in FY2022', 'icd10cm-order-2022.txt', order, /go on to chapter U/],
  ['without its beginning', 'icd10cm-order-2019.txt', asFile(lines.slice(3)), /line 1 has number 4 where 1 is due/],
  ['with a gap', 'icd10cm-order-2019.txt', asFile([...lines.slice(0, 5), ...lines.slice(6)]), /line 6 has number 7 where 6 is due: rows are missing/],
  ['with a code twice', 'icd10cm-order-2019.txt', orderFile(twice), /line 3 has the code A00\.0 a second time/],
  ['not UTF-8', 'icd10cm-order-2019.txt', Buffer.from(order.replace('Dorsalgia', 'Dors\u00e4lgia'), 'latin1'), /line 4 \(from byte \d+\) is not UTF-8/],
  ['of ICD-10-PCS', 'icd10pcs_order_2019.txt', PCS, /which is not of ICD-10-CM: this is an order file of ICD-10-PCS/],
  ['of ICD-9', 'CMS32_DESC_LONG_DX_2015.txt', '0010  Cholera due to vibrio cholerae\r\n0011  Cholera due to vibrio cholerae el tor\r\n', /is a list of ICD-9, which ended on 2015-09-30/],
  ['of WHO', 'icd102019.txt', 'A00.0;Cholera due to Vibrio cholerae 01, biovar cholerae\n', /is none of: order file/],
  ['of WHO, ClaML', 'icd10_2019.xml', '<?xml version="1.0"?><ClaML version="2.0.0"><Title name="ICD-10-2019"/></ClaML>', /in ClaML, as WHO/],
  ['a web page', 'icd10cm-order-2019.txt', '<!DOCTYPE html>\n<html><body>404 Not Found</body></html>', /is an HTML page/],
  ['empty', 'icd10cm-order-2019.txt', '', /is empty/],
  ['a codes file cut in its last line', 'icd10cm-codes-2019.txt', codesFile().slice(0, -8), /its last line has no line end/],
  ['a codes file with a foreign line', 'icd10cm-codes-2019.txt', codesFile().replace('M546   ', 'M54.6  '), /line 5 is not a row of the codes file/],
  ['of a release that nobody tells', 'order.txt', order, /its name does not tell its fiscal year; say it, for example with --release FY2026/],
  ['a Tabular List that is cut', 'icd10cm_tabular_2019.xml', TABULAR.slice(0, 1800), /line \d+, column \d+: the XML is cut or damaged \(unclosed tag: \w+\); fetch/],
  ['a Tabular List with a wrong tag', 'icd10cm_tabular_2019.xml', TABULAR.replace('</desc>', '</desk>'), /line 4, column \d+: the XML is cut or damaged/],
  ['a Tabular List with a document type', 'icd10cm_tabular_2019.xml', TABULAR.replace('<ICD10CM', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><ICD10CM'), /has a document type/],
  ['a Tabular List of another year', 'icd10cm_tabular_2021.xml', TABULAR, /says inside that it is version 2019, but its name says FY2021/],
  ['a Tabular List with dotless codes', 'icd10cm_tabular_2019.xml', TABULAR.replace('>M54.50<', '>M5450<'), /has not the form of an ICD-10-CM code/],
  ['an index that is cut', 'icd10cm_index_2019.xml', INDEX.slice(0, 500), /the XML is cut or damaged/],
  ['addenda without totals', 'icd10cm-codes-addenda-2019.txt', ADDENDA.slice(0, ADDENDA.indexOf('  9 codes')), /the totals at its end are missing, so it is cut/],
  ['addenda with a change too few', 'icd10cm-codes-addenda-2019.txt', ADDENDA.replace(/^Add.*\r\n/, ''), /has 1 additions, but its totals say 2/],
  ['addenda with half a revision', 'icd10cm-codes-addenda-2019.txt', ADDENDA.replace(/^Revise to.*\r\n/m, ''), /line 4 revises Z99\.89 without its other half/],
  ['a gz that is cut', 'icd10cm-order-2019.txt.gz', gzipped(order).slice(0, 200), /cannot be unpacked behind byte \d+ \(it ends too early\)/],
  ['a zip that is cut', '2019.zip', zipped({ 'icd10cm-order-2019.txt': order }).slice(0, -30), /the directory at the end of the zip is missing/],
  ['a zip with a damaged file', '2019.zip', damage(zipped({ 'icd10cm-order-2019.txt': order })), /2019\.zip > icd10cm-order-2019\.txt: (?:cannot be unpacked|its checksum)/],
  ['a zip with a web page in it', '2019.zip', zipped({ 'in/icd10cm-order-2019.txt': '<html>sorry</html>' }), /2019\.zip > in\/icd10cm-order-2019\.txt: is an HTML page/],
  ['a zip of nothing useful', '2019.zip', zipped({ 'a.pdf': '%PDF-1.4' }), /nothing to import: 2019\.zip > a\.pdf: a PDF/],
  ['a zip that swells', '2019.zip', zipped({ 'icd10cm-order-2019.txt': order + '\r\n'.repeat(4 * 2 ** 20) }), /swells to more than \d+ MiB, which no official file does/],
  ['a line without end', 'icd10cm-order-2019.txt', order + ' '.repeat(2 ** 21), /line 15 is longer than 1 MiB/],
  ['a map that is cut', 'map.txt', mapFile().slice(0, -40), /line 8 is not a row of an extended map/],
  ['a map of other columns', 'map.txt', mapFile().replace('mapGroup', 'group'), /is a SNOMED CT file, but not an extended map/],
  ['a map to the ICD-10 of WHO', 'map.txt', mapFile([['900000005', 1, 1, 'TRUE', 'M54.5', '1', '447562003']]), /has no active row of a map to ICD-10-CM/],
];

function damage(zip: Uint8Array): Uint8Array {
  const damaged = zip.slice();
  damaged[120] = (damaged[120] ?? 0) ^ 0xff;
  return damaged;
}

const refused = new Set<string>();
afterAll(() => expect(refused.size).toBe(BAD.length));

describe('refused', () => {
  it.each(BAD)('%s', async (title, name, content, message) => {
    const { code, out, err } = await bench.run('codeset', 'import', '--quiet', bench.put(name, content));
    expect([code, out]).toEqual([65, '']);
    expect(err).toMatch(message);
    expect(bench.stored()).toEqual([]);
    refused.add(title);
  });

  it('leaves the old state when one of several files is bad', async () => {
    const good = bench.put('icd10cm-order-2019.txt', order);
    expect((await bench.run('codeset', 'import', good)).code).toBe(0);
    const before = (await bench.run('codeset', 'list', '--json')).out;
    const files = [bench.put('icd10cm_tabular_2019.xml', TABULAR), bench.put('icd10cm_index_2019.xml', INDEX.slice(0, 500))];
    expect((await bench.run('codeset', 'import', ...files)).code).toBe(65);
    expect((await bench.run('codeset', 'list', '--json')).out).toBe(before);
    expect(bench.stored()).toEqual(['releases/FY2019.lines.gz']);
  });

  it('refuses two files that both claim to be the order file of a release, but takes the same one twice', async () => {
    const [one, same] = [bench.put('icd10cm-order-2019.txt', order), bench.put('icd10cm_order_2019.txt', order)];
    expect((await bench.run('codeset', 'import', one, same)).code).toBe(0);
    const other = bench.put('order-2019.txt', orderFile(ROWS.map(([code, flag, title]) => [code, flag, `${title}!`])));
    expect(await bench.run('codeset', 'import', one, other)).toMatchObject({ code: 65, err: expect.stringContaining('is a second order file of FY2019, and differs from icd10cm-order-2019.txt') });
  });
});

describe('taken all the same', () => {
  it.each([
    ['a row that stands twice', 'icd10cm-order-2019.txt', asFile([...lines.slice(0, 3), lines[2]!, ...lines.slice(3)]), /skipped {2}1: the same row twice \(first: line 4\)/],
    ['line feeds alone and blank lines', 'icd10cm-order-2019.txt', `${lines.join('\n')}\n\n`, /rows 14/],
    ['codes sorted by code, so that U stands before Z', 'icd10cm-codes-2027.txt', codesFile([...ROWS.slice(0, -2), ['U099', '1', 'Post COVID-19 condition, unspecified'], ...ROWS.slice(-2)]), /rows 9/],
  ['no line end behind the last row', 'icd10cm-order-2019.txt', order.trimEnd(), /rows 14/],
    ['a byte order mark', 'icd10cm_tabular_2019.xml', `\ufeff${TABULAR}`, /diag 9/],
    ['a stored zip', '2019.zip', zipped({ 'a/icd10cm-order-2019.txt': order, 'a/empty/': '' }), /rows 14/],
  ])('%s', async (_title, name, content, summary) => {
    const { code, out } = await bench.run('codeset', 'import', bench.put(name, content));
    expect(code).toBe(0);
    expect(out).toMatch(summary);
  });
});

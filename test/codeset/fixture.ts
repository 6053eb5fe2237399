// Tiny invented files in the official formats, a folder for them, and the command line over a data folder of its own.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { runCli as runInProcess, type Ran } from '../contract/run-cli.ts';

export type Row = readonly [code: string, flag: '0' | '1', title: string];

/** FY2019 in small: it begins with A00 and ends in chapter 21, as official lists before FY2022 do. */
export const ROWS: readonly Row[] = [
  ['A00', '0', 'Cholera'], ['A000', '1', 'Cholera due to Vibrio cholerae 01, biovar cholerae'], ['A009', '1', 'Cholera, unspecified'],
  ['M54', '0', 'Dorsalgia'], ['M545', '0', 'Low back pain'], ['M5450', '1', 'Low back pain, unspecified'], ['M5459', '1', 'Other low back pain'], ['M546', '1', 'Pain in thoracic spine'],
  ['S33', '0', 'Dislocation and sprain'], ['S335', '0', 'Sprain of lumbar spine'], ['S335XXA', '1', 'Sprain of lumbar spine, initial encounter'], ['S335XXD', '1', 'Sprain of lumbar spine, subsequent encounter'],
  ['Z99', '0', 'Dependence'], ['Z9989', '1', 'Dependence on other devices'],
];

export const orderFile = (rows: readonly Row[] = ROWS): string => rows.map(([code, flag, title], at) =>
  `${String(at + 1).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${title.slice(0, 60).padEnd(60)} ${title}\r\n`).join('');

export const codesFile = (rows: readonly Row[] = ROWS): string => rows.filter(([, flag]) => flag === '1').map(([code, , title]) => `${code.padEnd(7)} ${title}\r\n`).join('');

export const ADDENDA = [
  'Add:         A001    Cholera due to Vibrio cholerae 01, biovar eltor', 'Delete:      M546    Pain in thoracic spine', 'Add:         M5460   Pain in thoracic spine, unspecified',
  'Revise from: Z9989   Dependence on other devices', 'Revise to:   Z9989   Dependence on other enabling devices', '', 'Codes',
  '  8 codes in icd10cm_order_2019.txt', '  9 codes in icd10cm_order_2020.txt', '    2 additions', '    1 deletions', '    1 revisions',
].map((line) => `${line}\r\n`).join('');

export const TABULAR = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2019</version>
<introduction><introSection type="instruction"><title>Includes:</title><instruction><note>not of an entry</note></instruction></introSection></introduction>
<chapter><name>13</name><desc>Diseases of the musculoskeletal system (M00-M99)</desc>
  <notes><note>Use an external cause code</note></notes>
  <sectionIndex><sectionRef first="M40" last="M54" id="M40-M54">Dorsopathies</sectionRef></sectionIndex>
  <section id="M40-M54"><desc>Dorsopathies (M40-M54)</desc></section>
  <section id="M54"><desc>Other dorsopathies (M54)</desc><excludes1><note>current injury</note></excludes1>
    <diag><name>M54</name><desc>Dorsalgia</desc><codeAlso><note></note><note>a cause &amp; its place</note></codeAlso>
      <diag><name>M54.5</name><desc>Low back pain</desc><inclusionTerm><note>Loin
        pain</note></inclusionTerm>
        <diag><name>M54.50</name><desc>Low back pain, unspecified</desc></diag>
        <diag><name>M54.59</name><desc>Other low back pain</desc></diag></diag>
      <diag><name>M54.6</name><desc>Pain in thoracic spine</desc></diag></diag></section></chapter>
<chapter><name>19</name><desc>Injury (S00-T88)</desc><section id="S30-S39"><desc>Injuries to the lower back (S30-S39)</desc>
    <diag><name>S33</name><desc>Dislocation and sprain</desc><sevenChrNote><note>add a 7th character</note></sevenChrNote>
      <sevenChrDef><extension char="A">initial encounter</extension><note>first visit NOS</note><extension char="D">subsequent encounter</extension></sevenChrDef>
      <notes><note>7th characters D do not apply to codes in category S33 with 6th character 7 - made up, or 8 - made up too.</note></notes>
      <diag><name>S33.5</name><desc>Sprain of lumbar spine</desc></diag>
      <diag><name>S33.607</name><desc>Made up sprain</desc></diag>
      <diag><name>S33.7X11</name><desc>Made up, seven characters</desc></diag></diag></section></chapter>
</ICD10CM.tabular>`;

export const INDEX = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>2019</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
<letter><title>P</title>
  <mainTerm><title>Pain<nemod>(s)</nemod></title><seeAlso>Disorder,  painful</seeAlso><code>R52</code>
    <term level="1"><title>back<nemod>(low)</nemod>, lumbar</title><code>M54.5-</code>
      <term level="2"><title>and ear</title><subcat>H92.0</subcat></term></term>
    <term level="1"><title>joint</title><seecat>M01</seecat></term>
    <term level="1"><title>in <nemod>(any)</nemod> amyloid</title><code>E85.4</code><manif>I43</manif></term>
  </mainTerm></letter></ICD10CM.index>`;

export const EXTERNAL_INDEX = `<ICD10CM.index><version>2019</version><title>ICD-10-CM External Cause of Injuries Index</title><letter><title>F</title><mainTerm><title>Fall</title><code>W19</code></mainTerm></letter></ICD10CM.index>`;
export const NEOPLASMS = '<ICD10CM.index><version>2019</version><indexHeading><head col="1">Neoplasm</head></indexHeading><letter><title>N</title></letter></ICD10CM.index>';

const MAP_HEADER = 'id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tmapGroup\tmapPriority\tmapRule\tmapAdvice\tmapTarget\tcorrelationId\tmapCategoryId';
export type MapLine = readonly [concept: string, group: number, priority: number, rule: string, target: string, active?: '0' | '1', refset?: string];

/** A map with invented concepts: no line of it is of SNOMED CT. */
export const MAP_LINES: readonly MapLine[] = [
  ['900000001', 1, 2, 'OTHERWISE TRUE', 'M54.50'], ['900000001', 1, 1, 'IFA 248152002 | Female (finding) |', 'M54.59'], ['900000001', 2, 1, 'TRUE', 'Z99.89'],
  ['900000002', 1, 1, 'TRUE', 'S33.5??'], ['900000003', 1, 1, 'TRUE', ''], ['900000004', 1, 1, 'TRUE', 'M54.50', '0'], ['900000005', 1, 1, 'TRUE', 'M54.5', '1', '447562003'],
];
export const mapFile = (lines: readonly MapLine[] = MAP_LINES): string => [MAP_HEADER, ...lines.map(([concept, group, priority, rule, target, active = '1', refset = '990001'], at) =>
  [`row${at}`, '20260301', active, '1', refset, concept, group, priority, rule, `ALWAYS ${target}`, target, '1', '447637006'].join('\t'))].map((line) => `${line}\r\n`).join('');

export const zipped = (files: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
export const gzipped = (text: string): Uint8Array => gzipSync(strToU8(text));

/** A folder of its own for input files and for the data that an import stores. */
export interface Bench {
  readonly data: string;
  readonly put: (name: string, content: string | Uint8Array) => string;
  readonly run: (...argv: string[]) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  /** Names of all that is stored, temporary files too. */
  readonly stored: () => readonly string[];
  readonly clear: () => void;
}

export function createBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-codeset-'));
  const data = join(folder, 'data');
  return {
    data,
    put: (name, content) => { writeFileSync(join(folder, name), content); return join(folder, name); },
    run: (...argv) => runCli(argv, { LUMBAGO_DATA: data }),
    stored: () => existsSync(data) ? readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.')).sort() : [],
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The command line with an environment, and maybe a terminal for its messages. */
export const runCli = (argv: readonly string[], env: Readonly<Record<string, string>>, errorIsTerminal = false): Promise<Ran> => runInProcess(argv, { env, errorIsTerminal });

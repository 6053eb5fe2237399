// The official code lists of the years, as far as they are at hand in ../shared/icd10cm: the FY2027 list, walked back along the yearly code
// addenda, and the tabular lists of FY2017 and FY2021. Codes are without dots; titles where the source gives them.
import { readFileSync } from 'node:fs';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { sharedPath } from './shared.ts';

/** Code without dot → long title; "" where the source has no title of the full form. */
export type CodeList = ReadonlyMap<string, string>;

export const LIST_2027 = 'icd10cm/icd10cm-codes-2027.rebuilt.txt.gz';
export const TABULAR_2021 = 'icd10cm/icd10cm_tabular_2021.xml.gz';
export const TABULAR_2017 = 'icd10cm/ICD10CM_FY2017_Full_XML.zip';
const addendaOf = (year: number): string => year === 2027 ? 'icd10cm/code-addenda/icd10cm_codes_addenda_2027.txt' : `icd10cm/code-addenda/icd10cm-codes-addenda-${year}.txt.gz`;
export const CONVERSIONS = 'icd10cm/ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx';
export const ADDENDA_YEARS = [2027, 2026, 2025, 2024, 2023, 2022] as const;
export const OFFICIAL_FILES: readonly string[] = [LIST_2027, TABULAR_2021, TABULAR_2017, CONVERSIONS, ...ADDENDA_YEARS.map(addendaOf)];

function readText(path: string): string {
  const bytes = readFileSync(sharedPath(path));
  return path.endsWith('.gz') ? strFromU8(gunzipSync(bytes)) : strFromU8(bytes);
}

const linesOf = (path: string): readonly string[] => readText(path).split(/\r?\n/).filter(Boolean);

/** The FY2027 list: columns 1-7 the code, from 9 the title. */
export const readList2027 = (): CodeList => new Map(linesOf(LIST_2027).map((line) => [line.slice(0, 7).trim(), line.slice(8).trim()] as const));

/** The list of the year before, from a list and the addenda that led to it. */
function walkBack(list: CodeList, year: number): CodeList {
  const before = new Map(list);
  for (const line of linesOf(addendaOf(year))) {
    const [, what, code, title] = /^(Add|Delete|Revise from|Revise to):\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (what === 'Add') before.delete(code!);
    if (what === 'Delete' || what === 'Revise from') before.set(code!, title!.trim());
  }
  return before;
}

interface Node { readonly code: string; readonly seventh: readonly string[]; text: string; children: number; own: string[] }

/** The billable forms of a tabular list: leaves, padded with X up to the 7th character where one is inherited. */
function readTabular(xml: string): CodeList {
  const codes = new Map<string, string>();
  const open: Node[] = [];
  let path: string[] = [];
  let text = '';
  const close = ({ code, seventh, own, text: title, children }: Node): void => {
    if (children > 0 || code.length < 3) return;
    const signs = own.length ? own : seventh;
    if (!signs.length) codes.set(code, title);
    for (const sign of signs) codes.set(code.padEnd(6, 'X') + sign, '');
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    path = [...path, name];
    text = '';
    if (name === 'diag') {
      const parent = open.at(-1);
      if (parent) parent.children += 1;
      open.push({ code: '', seventh: parent ? (parent.own.length ? parent.own : parent.seventh) : [], text: '', children: 0, own: [] });
    }
    if (name === 'extension' && path.at(-2) === 'sevenChrDef' && path.at(-3) === 'diag') open.at(-1)!.own.push(String(attributes['char']));
  });
  parser.on('text', (piece) => { text += piece; });
  parser.on('closetag', ({ name }) => {
    const node = open.at(-1);
    if (node && path.at(-2) === 'diag' && name === 'name') open[open.length - 1] = { ...node, code: text.trim().replace('.', '') };
    if (node && path.at(-2) === 'diag' && name === 'desc') node.text = text.trim();
    if (name === 'diag') close(open.pop()!);
    path = path.slice(0, -1);
  });
  parser.write(xml).close();
  return codes;
}

function readTabular2017(): CodeList {
  const files = unzipSync(readFileSync(sharedPath(TABULAR_2017)), { filter: ({ name }) => /tabular.*\.xml$/i.test(name) });
  const [bytes] = Object.values(files);
  return readTabular(strFromU8(bytes!));
}

const cellText = (xml: string): string => xml.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&').trim();

/** From the official conversion table: code (with dot) → the year in which it came (as printed) and the codes used before. */
export function readConversions(): ReadonlyMap<string, { readonly year: string; readonly before: string }> {
  const files = unzipSync(readFileSync(sharedPath(CONVERSIONS)), { filter: ({ name }) => /sharedStrings|sheet1\.xml$/.test(name) });
  const part = (ending: string): string => strFromU8(Object.entries(files).find(([name]) => name.endsWith(ending))![1]);
  const strings = [...part('sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => cellText(inner!));
  const rows = [...part('sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    new Map([...row!.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>.*?<v>(.*?)<\/v>/gs)].map(([, column, attributes, value]) => [column!, attributes!.includes('t="s"') ? strings[Number(value)]! : value!] as const)));
  return new Map(rows.map((row) => [row.get('A') ?? '', { year: row.get('B') ?? '', before: row.get('C') ?? '' }] as const));
}

/** Fiscal year → its list: FY2017, FY2021 (from the tabular) and FY2021 to FY2027 (from the lists). */
export function readOfficialYears(): ReadonlyMap<string, CodeList> {
  const years = new Map<string, CodeList>();
  let list = readList2027();
  for (const year of ADDENDA_YEARS) {
    years.set(`FY${year}`, list);
    list = walkBack(list, year);
  }
  years.set('FY2021', list);
  years.set('FY2021 tabular', readTabular(readText(TABULAR_2021)));
  years.set('FY2017 tabular', readTabular2017());
  return years;
}

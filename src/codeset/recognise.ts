// What a file is, by its first bytes, and by its name where those do not tell.
// Out: a kind to import, a reason to leave it out, or a reason to refuse it. Reads nothing itself.
import type { FileKind } from './parts.ts';

export type Recognised =
  | { readonly kind: FileKind }
  | { readonly skip: string }
  | { readonly refuse: string };

/** How many bytes of a file `recognise` wants to see. */
export const HEAD = 4096;

interface Sign { readonly head: RegExp; readonly is: Recognised }

/** Looked through from the top; the first that fits decides. */
const SIGNS: readonly Sign[] = [
  { head: /^%PDF/, is: { skip: 'a PDF, of which nothing can be read in' } },
  { head: /^PK\x03\x04/, is: { skip: 'a zip or office file inside the zip; unpack it and import what it holds' } },
  { head: /^\s*<(?:!doctype html|html|head|body)\b/i, is: { refuse: 'is an HTML page, perhaps the error page of a download; fetch the file again' } },
  { head: /<xs:schema\b/, is: { skip: 'an XML schema' } },
  { head: /<ICD10CM\.tabular\b/, is: { kind: 'tabular' } },
  { head: /<ICD10CM\.index\b[\s\S]*<indexHeading>/, is: { skip: 'a table of neoplasms or of drugs and chemicals, which lumbago does not use' } },
  { head: /<ICD10CM\.index\b[\s\S]*<title>[^<]*external cause/i, is: { kind: 'external-index' } },
  { head: /<ICD10CM\.index\b/, is: { kind: 'index' } },
  { head: /<ICD10PCS\b|<ICD10PCS\./, is: { refuse: 'belongs to ICD-10-PCS (procedures); fetch the file of ICD-10-CM' } },
  { head: /<ClaML\b/, is: { refuse: 'is a classification in ClaML, as WHO and other countries publish theirs; fetch the files of ICD-10-CM' } },
  { head: /^id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tmapGroup\tmapPriority\tmapRule\tmapAdvice\tmapTarget\tcorrelationId\tmapCategoryId\r?\n/, is: { kind: 'snomed-map' } },
  { head: /^id\teffectiveTime\t/, is: { refuse: 'is a SNOMED CT file, but not an extended map (mapGroup … mapCategoryId); fetch der2_iisssccRefset_ExtendedMapSnapshot_US…' } },
  { head: /^(?:Add|Delete|Revise from|Revise to|No change):\s+[01] [A-Z]/, is: { skip: 'addenda of the order file; the code addenda, or the order file itself, say the same' } },
  { head: /^(?:Add|Delete|Revise from|Revise to):\s+[A-Z]\w{2,6}\s/, is: { kind: 'addenda' } },
  { head: /^\d{5} [0-9A-Z]{3,7} +[01] /, is: { kind: 'order' } },
  { head: /^[A-Z][0-9A-Z]{2,6} +\S/, is: { kind: 'codes' } },
  { head: /^(?:[0-9]{3,5}|[EV][0-9]{2,4}) +\S/, is: { refuse: 'is a list of ICD-9, which ended on 2015-09-30; fetch the files of ICD-10-CM' } },
];

/** Names that promise an importable file: with other content the file is damaged, and must not be passed over. */
const PROMISES = /icd.?10.?cm[-_ ].*(?:order|codes|tabular|index).*\.(?:txt|xml)$|ExtendedMap(?:Snapshot|Full)/i;
const OTHER_NAMES = /\.(?:pdf|xsd|xlsx?|docx?|rtf|html?|csv)$/i;

/** What a file is. `path` is its path inside a zip or its own name; a top-level file that nobody knows is refused, one inside a zip left out. */
export function recognise(head: Uint8Array, path: string, { insideZip }: { readonly insideZip: boolean }): Recognised {
  if (head.length === 0) return { refuse: 'is empty; fetch the file again' };
  const text = Buffer.from(head).toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?/, '');
  const sign = SIGNS.find(({ head: pattern }) => pattern.test(text));
  if (sign) return insideZip && 'refuse' in sign.is && !PROMISES.test(path) ? { skip: `it ${sign.is.refuse}` } : sign.is;
  if (OTHER_NAMES.test(path)) return { skip: 'a kind of file that is not imported' };
  if (insideZip && !PROMISES.test(path)) return { skip: 'no file of the ICD-10-CM release or SNOMED CT map' };
  return { refuse: 'is none of: order file, codes file, code addenda, Tabular List XML, Alphabetic Index XML, SNOMED CT extended map; if its name is right it is cut or damaged, fetch it again' };
}

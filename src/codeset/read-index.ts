// The Alphabetic Index XML, or that of external causes → its lines, main terms and subterms as paths.
// Nonessential modifiers leave the title; "subcat" becomes a code with a dash, "seecat" a "see category".
import type { IndexLine } from '../book/book.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import { tidy } from './code-form.ts';
import type { IndexList, NamedBytes } from './parts.ts';
import { readXml } from './read-xml.ts';
import { createTally, type Tally } from './tally.ts';

/** A term while its element is open. Codes and references are lists, for a term may have several. */
interface Draft {
  path: readonly string[];
  title: string;
  modifiers: string;
  readonly codes: string[];
  readonly see: string[];
  readonly seeAlso: string[];
  readonly manifestations: string[];
}

const TERMS: ReadonlySet<string> = new Set(['mainTerm', 'term']);
const COUNTED: ReadonlySet<string> = new Set(['letter', 'mainTerm', 'term', 'code', 'see', 'seeAlso', 'nemod', 'manif', 'subcat', 'seecat']);

/** Where the text of an element goes. */
const FIELDS: Readonly<Record<string, (draft: Draft, text: string) => void>> = {
  code: ({ codes }, text) => void codes.push(text),
  subcat: ({ codes }, text) => void codes.push(text.endsWith('-') ? text : `${text}-`),
  manif: ({ manifestations }, text) => void manifestations.push(text),
  see: ({ see }, text) => void see.push(text),
  seecat: ({ see }, text) => void see.push(`category ${text}`),
  seeAlso: ({ seeAlso }, text) => void seeAlso.push(text),
  nemod: (draft, text) => { draft.modifiers = tidy(`${draft.modifiers} ${text}`); },
};

/** What is known while the document streams by: terms in their order, and those that are open. */
interface Reading { readonly tally: Tally; readonly drafts: Draft[]; readonly open: Draft[]; year?: string }

/** Reads a whole index; throws UnreadableInput with the place of what is cut or foreign. */
export async function readIndex(source: NamedBytes): Promise<IndexList> {
  const tally = createTally([...COUNTED]);
  const reading: Reading = { tally, drafts: [], open: [] };
  await readXml(source, {
    root: 'ICD10CM.index',
    open: (element) => openElement(reading, element),
    before: (child, text, parent) => { if (child === 'nemod' && parent === 'title') joinTitle(reading.open.at(-1), text); },
    close: (element, text, parent) => closeElement(reading, { element, text, parent: parent ?? '' }),
  });
  if (reading.drafts.length === 0) throw new UnreadableInput(`${source.name}: holds no terms; fetch the file again`);
  return { lines: reading.drafts.flatMap(finishLines), year: reading.year, counts: tally.counts(), skipped: tally.skipped() };
}

function openElement({ tally, drafts, open }: Reading, element: string): void {
  if (COUNTED.has(element)) tally.count(element);
  if (!TERMS.has(element)) return;
  const started: Draft = { path: [], title: '', modifiers: '', codes: [], see: [], seeAlso: [], manifestations: [] };
  drafts.push(started);
  open.push(started);
}

interface Closed { readonly element: string; readonly text: string; readonly parent: string }

function closeElement(reading: Reading, { element, text, parent }: Closed): void {
  if (element === 'version') reading.year = text;
  const { open } = reading;
  const draft = open.at(-1);
  if (!draft) return;
  FIELDS[element]?.(draft, text);
  if (element === 'title' && TERMS.has(parent)) {
    joinTitle(draft, text);
    draft.path = [...(open.at(-2)?.path ?? []), draft.title];
  }
  if (TERMS.has(element)) open.pop();
}

/** "auricle" and ", congenital" round a modifier are "auricle, congenital". */
function joinTitle(draft: Draft | undefined, text: string): void {
  if (!draft || text === '') return;
  draft.title += draft.title === '' || /^[,;)]/.test(text) ? text : ` ${text}`;
}

/** One line, or as many as the term has codes or references. */
function finishLines({ path, modifiers, codes, see, seeAlso, manifestations }: Draft): readonly IndexLine[] {
  const lines = Math.max(1, codes.length, see.length, seeAlso.length, manifestations.length);
  return Array.from({ length: lines }, (_, at) => ({
    path, ...(modifiers && { modifiers }),
    ...(codes[at] && { code: codes[at] }), ...(manifestations[at] && { manifestation: manifestations[at] }),
    ...(see[at] && { see: see[at] }), ...(seeAlso[at] && { seeAlso: seeAlso[at] }),
  }));
}

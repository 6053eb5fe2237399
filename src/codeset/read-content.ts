// One table: which reader reads which kind of file. In: a stream and its kind. Out: the content under the name of the kind.
import { UnreadableInput } from '../read/parts/reader.ts';
import type { CodeList, Counts, FileKind, IndexList, NamedBytes, Skipped, TabularList } from './parts.ts';
import { readAddenda, type Addenda } from './read-addenda.ts';
import { readCodes } from './read-codes.ts';
import { readIndex } from './read-index.ts';
import { readOrder } from './read-order.ts';
import { readSnomedMap, type SnomedRows } from './read-snomed-map.ts';
import { readTabular } from './read-tabular.ts';

/** What a file holds; the field named after the reader is there. `year` is the fiscal year that stands inside an XML. */
export interface Content {
  readonly list?: CodeList;
  readonly tabular?: TabularList;
  readonly index?: IndexList;
  readonly addenda?: Addenda;
  readonly map?: SnomedRows;
  readonly year: string | undefined;
  readonly counts: Counts;
  readonly skipped: readonly Skipped[];
}

type Read = (source: NamedBytes, release: string) => Promise<Content>;

const readIndexContent: Read = async (source) => asContent('index', await readIndex(source));

const READERS: Readonly<Record<FileKind, Read>> = {
  order: async (source, release) => asContent('list', await readOrder(source, release)),
  codes: async (source, release) => asContent('list', await readCodes(source, release)),
  tabular: async (source) => asContent('tabular', await readTabular(source)),
  index: readIndexContent,
  'external-index': readIndexContent,
  addenda: async (source) => asContent('addenda', await readAddenda(source)),
  'snomed-map': async (source) => asContent('map', await readSnomedMap(source)),
};

/** Kinds that do not say their year inside, and are checked by it. */
const NEED_RELEASE: ReadonlySet<FileKind> = new Set(['order', 'codes', 'addenda']);

/** Reads a file of a kind. A text file whose release nobody tells is refused before it is read. */
export function readContent(source: NamedBytes, kind: FileKind, release: string | undefined): Promise<Content> {
  if (release === undefined && NEED_RELEASE.has(kind)) throw new UnreadableInput(`${source.name}: its name does not tell its fiscal year; say it, for example with --release FY2026`);
  return READERS[kind](source, release ?? '');
}

interface ReadList { readonly counts: Counts; readonly year?: string | undefined; readonly skipped?: readonly Skipped[] }

const asContent = (field: 'list' | 'tabular' | 'index' | 'addenda' | 'map', read: ReadList): Content =>
  ({ [field]: read, year: read.year, counts: read.counts, skipped: read.skipped ?? [] });

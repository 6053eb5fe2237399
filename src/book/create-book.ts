// The content of one release → look-ups: what stands under what, and which notes reach a code.
// In: a BookSource in tabular order. Out: a CodeBook. Not its job: where the content comes from.
import { groupBy } from '../group.ts';
import { NOTE_KINDS, type BookSource, type CodeBook, type NoteKind, type PrintedNote, type TabularEntry } from './book.ts';
import { readReferences } from './references.ts';

/** Chapters and blocks by the categories they hold, the widest first. */
type Shelf = readonly { readonly entry: TabularEntry; readonly first: string; readonly last: string }[];

function shelfOf(entries: readonly TabularEntry[]): Shelf {
  const shelf = entries.filter(({ level }) => level !== 'code').map((entry) => {
    const [first, last] = entry.range ?? (entry.code.split('-') as [string, string?]);
    return { entry, first: first!, last: last ?? first! };
  });
  const rank = ({ entry }: Shelf[number]): number => entry.level === 'chapter' ? 0 : 1;
  return shelf.sort((a, b) => rank(a) - rank(b) || (a.first === b.first ? compare(b.last, a.last) : compare(a.first, b.first)));
}

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0;

/** Blocks and chapter above a category or block, nearest first: "M45-M49" stands under "M40-M54". */
function above(shelf: Shelf, [first, last]: readonly [string, string], self?: string): readonly TabularEntry[] {
  return shelf.filter((place) => place.entry.code !== self && place.first <= first && last <= place.last).map(({ entry }) => entry).reverse();
}

/** The nearest header above a code: its own first characters, placeholders left out. */
function headerOf(code: string, byCode: ReadonlyMap<string, TabularEntry>): TabularEntry | undefined {
  for (let end = code.length - 1; end >= 3; end -= 1) {
    const header = byCode.get(code.slice(0, end));
    if (header) return header;
  }
  return undefined;
}

/** Memoises a pure function of one code. */
function remember<T>(make: (code: string) => T): (code: string) => T {
  const known = new Map<string, T>();
  return (code) => {
    if (!known.has(code)) known.set(code, make(code));
    return known.get(code)!;
  };
}

/** Entry and note text → the codes meant by a note that names none. */
export type Readings = ReadonlyMap<string, string>;

/** Notes that point to other codes; the others only describe what their entry holds. */
const POINTING: ReadonlySet<NoteKind> = new Set(['excludes1', 'excludes2', 'codeFirst', 'useAdditionalCode', 'codeAlso']);

const printedAt = (entry: TabularEntry, readings: Readings): readonly PrintedNote[] => NOTE_KINDS.flatMap((kind) =>
  (entry.notes?.[kind] ?? []).map((text): PrintedNote => ({ kind, text, at: entry.code, ranges: POINTING.has(kind) ? readReferences(readings.get(`${entry.code} ${text}`) ?? text) : [] })));

/** Makes a book of one release. */
export function createBook(source: BookSource, readings: Readings = new Map()): CodeBook {
  const { entries } = source;
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const codes = entries.filter(({ level }) => level === 'code');
  const shelf = shelfOf(entries);
  const parent = (code: string): TabularEntry | undefined => lineage(code)[byCode.has(code) ? 1 : 0];
  const lineage = remember((code: string): readonly TabularEntry[] => {
    const entry = byCode.get(code);
    if (entry && entry.level !== 'code') return [entry, ...above(shelf, rangeOf(entry), entry.code)];
    const header = headerOf(code, byCode);
    const upward = header ? lineage(header.code) : above(shelf, [code.slice(0, 3), code.slice(0, 3)]);
    return entry ? [entry, ...upward] : header ? upward : [];
  });
  let ofCategory: ReadonlyMap<string, readonly TabularEntry[]> | undefined;
  const children = remember((code: string): readonly TabularEntry[] => {
    ofCategory ??= groupBy(codes, (entry) => entry.code.slice(0, 3));
    const near = byCode.get(code)?.level === 'code' ? ofCategory.get(code.slice(0, 3)) ?? [] : entries;
    return near.filter((entry) => parent(entry.code)?.code === code);
  });
  const printed = remember((code: string) => printedAt(byCode.get(code)!, readings));
  return {
    release: source.release, whole: source.whole, codes, divisions: entries.filter(({ level }) => level !== 'code'), get index() { return source.index; },
    entry: (code) => byCode.get(code),
    parent, lineage,
    children,
    notes: remember((code) => lineage(code).flatMap(({ code: at }) => printed(at))),
    sevenths: (code) => lineage(code).find(({ sevenths }) => sevenths)?.sevenths,
  };
}

const rangeOf = ({ code, range }: TabularEntry): readonly [string, string] => {
  const [first, last] = range ?? code.split('-');
  return [first!, last ?? first!];
};

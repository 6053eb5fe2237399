// The code list and the Tabular List of one release → its entries in tabular order, and back again.
// The list (order file, codes file, addenda) is the truth for what is billable and its titles, the Tabular List for headers, notes and place.
import type { TabularEntry } from '../book/book.ts';
import { withoutDot } from './code-form.ts';
import { expandSevenths } from './expand-sevenths.ts';
import type { CodeRow, Conflict, FileKind } from './parts.ts';

/** Which files an entry comes from; one made from a 7th-character definition comes from none. */
export interface MergedEntry { readonly entry: TabularEntry; readonly listed: boolean; readonly tabular: boolean }

/** What an entry stands on, by its place in the stored form. */
export function mergeEntries(list: readonly CodeRow[] | undefined, tabular: readonly TabularEntry[] | undefined): readonly MergedEntry[] {
  if (!tabular) return (list ?? []).map((row) => ({ entry: asEntry(row), listed: true, tabular: false }));
  if (!list) return expandSevenths(tabular).map(({ entry, made }) => ({ entry, listed: false, tabular: !made }));
  const { listed, extras } = placeRows(list, tabular);
  const below = (at: number): readonly MergedEntry[] => (extras.get(at) ?? []).map((row) => ({ entry: asEntry(row), listed: true, tabular: false }));
  return [...below(-1), ...tabular.flatMap((entry, at) => {
    const row = listed.get(entry.code);
    const merged: TabularEntry = { ...entry, title: row?.billable ? row.title : entry.title, billable: row?.billable ?? false };
    return [{ entry: merged, listed: row !== undefined, tabular: true }, ...below(at)];
  })];
}

const asEntry = ({ code, title, billable }: CodeRow): TabularEntry => ({ code, title, level: 'code', billable });

interface Placed { readonly listed: ReadonlyMap<string, CodeRow>; readonly extras: ReadonlyMap<number, readonly CodeRow[]> }

/** Rows that the Tabular List has, and the others by the index of the entry behind which they stand (-1: before all). */
function placeRows(list: readonly CodeRow[], tabular: readonly TabularEntry[]): Placed {
  const at = new Map(tabular.flatMap(({ code, level }, index) => level === 'code' ? [[code, index] as const] : []));
  const listed = new Map<string, CodeRow>();
  const extras = new Map<number, CodeRow[]>();
  let last = -1;
  for (const row of list) {
    const index = at.get(row.code);
    if (index !== undefined) {
      last = index;
      listed.set(row.code, row);
      continue;
    }
    const header = headerOf(row.code, at);
    const isInside = header === undefined || tabular[last]?.code.startsWith(header.code);
    const anchor = isInside ? last : header.index;
    const rows = extras.get(anchor);
    if (rows) rows.push(row);
    else extras.set(anchor, [row]);
  }
  return { listed, extras };
}

function headerOf(code: string, at: ReadonlyMap<string, number>): { readonly code: string; readonly index: number } | undefined {
  for (let end = code.length - 1; end >= 3; end--) {
    const index = at.get(code.slice(0, end));
    if (index !== undefined) return { code: code.slice(0, end), index };
  }
  return undefined;
}

/** What the list said, out of merged entries. */
export const listOf = (entries: readonly MergedEntry[]): readonly CodeRow[] =>
  entries.filter(({ listed }) => listed).map(({ entry: { code, title, billable } }) => ({ code, title, billable }));

/** What the Tabular List said, out of merged entries; titles that the list corrected stay corrected. */
export const tabularOf = (entries: readonly MergedEntry[]): readonly TabularEntry[] =>
  entries.filter(({ tabular }) => tabular).map(({ entry }) => entry.level === 'code' && entry.billable ? { ...entry, billable: false } : entry);

/** Codes on which two lists of one release do not agree, by title or because one has not got them. */
export function compareLists(one: { readonly kind: FileKind; readonly rows: readonly CodeRow[] }, other: { readonly kind: FileKind; readonly rows: readonly CodeRow[] }): readonly Conflict[] {
  const [mine, theirs] = [one, other].map(({ rows }) => new Map(rows.map(({ code, title }) => [code, title]))) as [Map<string, string>, Map<string, string>];
  return [...new Set([...mine.keys(), ...theirs.keys()])].filter((code) => !isSameTitle(mine.get(code), theirs.get(code)))
    .map((code) => ({ code, says: [say(one.kind, mine.get(code)), say(other.kind, theirs.get(code))] }));
}

/** Codes whose titles differ between the list and the Tabular List, and codes of the latter that the list has not got. */
export function compareWithTabular(list: { readonly kind: FileKind; readonly rows: readonly CodeRow[] }, tabular: readonly TabularEntry[]): readonly Conflict[] {
  const hasHeaders = list.kind === 'order';
  const titles = new Map(list.rows.filter(({ billable }) => billable || hasHeaders).map(({ code, title }) => [code, title]));
  return tabular.filter(({ code, level, title }, at) => {
    const known = titles.get(code);
    const isDue = hasHeaders || !(tabular[at + 1]?.code.startsWith(code)) && withoutDot(code).length === 7;
    return level === 'code' && (known === undefined ? isDue : !isSameTitle(known, title));
  }).map(({ code, title }) => ({ code, says: [say(list.kind, titles.get(code)), say('tabular', title)] }));
}

/** The text files have no accents, the Tabular List has: "Boutonnière" and "Boutonniere" agree. */
const isSameTitle = (one: string | undefined, other: string | undefined): boolean => one === other || (one !== undefined && other !== undefined && withoutAccents(one) === withoutAccents(other));

const withoutAccents = (title: string): string => title.normalize('NFKD').replace(/\p{M}/gu, '');

const say = (kind: FileKind, title: string | undefined): Conflict['says'][number] => ({ in: kind, ...(title !== undefined && { title }) });

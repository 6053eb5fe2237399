// One read file and the releases as they stand → the release it belongs to, more complete. In memory; nothing is stored.
// Order of trust for codes and titles: order file, codes file, addenda, Tabular List; where they differ is kept as a conflict.
import { UnreadableInput } from '../read/parts/reader.ts';
import { applyAddenda } from './apply-addenda.ts';
import { compareLists, compareWithTabular, listOf, mergeEntries, tabularOf } from './merge-release.ts';
import type { CodeRow, Conflict, FileKind, ImportedFile, ReleaseParts } from './parts.ts';
import type { Addenda } from './read-addenda.ts';
import type { ReadFile } from './read-files.ts';
import { compareReleases, fiscalYear } from './release-name.ts';
import type { StoredRelease } from './store.ts';

/** Releases at hand by name: stored ones, and those that this import has begun. */
export interface Drafts { readonly open: Map<string, StoredRelease> }

/** A file that was read, but adds nothing. */
export interface NotUsed { readonly file: ImportedFile; readonly why: string }

const LIST_KINDS: readonly FileKind[] = ['order', 'codes', 'addenda'];

/** Puts the content of a file into its release. Throws UnreadableInput when addenda do not fit. Out: the file itself when it adds nothing. */
export function completeRelease(read: ReadFile, drafts: Drafts): readonly NotUsed[] {
  const { file, content } = read;
  const before = drafts.open.get(file.release);
  const standing: Standing = { before, parts: before ? partsOf(before) : {}, known: listKindOf(before) };
  if (content.addenda) return completeByAddenda({ file, addenda: content.addenda }, standing, drafts);
  drafts.open.set(file.release, assemble({ ...standing.parts, ...additionOf(read, standing) }, { before, file, conflicts: conflictsOf(read, standing) }));
  return [];
}

/** A release before a file is added: its parts, and the kind of file that its code list came from. */
interface Standing { readonly parts: ReleaseParts; readonly known: FileKind | undefined; readonly before: StoredRelease | undefined }

/** An order file replaces any list; a codes file one that is not of an order file and says something else, for it has no headers to give. */
function replaces({ file: { kind }, content }: ReadFile, { parts, known }: Standing): boolean {
  if (!content.list || !known || !parts.list || kind === 'order') return content.list !== undefined;
  return known !== 'order' && compareBillable({ kind: known, rows: parts.list }, { kind, rows: content.list.rows }).length > 0;
}

interface KindRows { readonly kind: FileKind; readonly rows: readonly CodeRow[] }

/** Only an order file has headers, so lists are compared by their billable codes. */
const compareBillable = (one: KindRows, other: KindRows): readonly Conflict[] =>
  compareLists({ ...one, rows: one.rows.filter(isBillable) }, { ...other, rows: other.rows.filter(isBillable) });

const listKindOf = (stored: StoredRelease | undefined): FileKind | undefined =>
  LIST_KINDS.find((kind) => stored?.header.files.some((file) => file.kind === kind));

function partsOf({ entries, index, externalIndex }: StoredRelease): ReleaseParts {
  const [list, tabular] = [listOf(entries), tabularOf(entries)];
  return { ...(list.length > 0 && { list }), ...(tabular.length > 0 && { tabular }), index, externalIndex };
}

/** What a file brings. A list that does not replace the one at hand is only compared with it. */
function additionOf(read: ReadFile, standing: Standing): ReleaseParts {
  const { file: { kind }, content } = read;
  if (kind === 'index') return { index: content.index?.lines ?? [] };
  if (kind === 'external-index') return { externalIndex: content.index?.lines ?? [] };
  if (content.tabular) return { tabular: content.tabular.entries };
  return content.list && replaces(read, standing) ? { list: content.list.rows } : {};
}

/** Where the new file does not agree with what is there. */
function conflictsOf(read: ReadFile, standing: Standing): readonly Conflict[] {
  const { file: { kind }, content } = read;
  const { parts, known } = standing;
  const rows = content.list?.rows;
  const amongLists = rows && parts.list && known && known !== 'addenda' && known !== kind ? compareBillable({ kind: known, rows: parts.list }, { kind, rows }) : [];
  const list = rows && replaces(read, standing) ? { kind, rows } : content.tabular && parts.list && known ? { kind: known, rows: parts.list } : undefined;
  const tabular = content.tabular?.entries ?? parts.tabular;
  return list && tabular ? [...amongLists, ...compareWithTabular(list, tabular)] : amongLists;
}

const isBillable = ({ billable }: CodeRow): boolean => billable;

interface Addition { readonly before: StoredRelease | undefined; readonly file: ImportedFile; readonly conflicts: readonly Conflict[] }

/** A file replaces the one of its kind that was there, and the conflicts that named it. */
function assemble({ list, tabular, index = [], externalIndex = [] }: ReleaseParts, { before, file, conflicts }: Addition): StoredRelease {
  const files = [...(before?.header.files ?? []).filter(({ kind }) => kind !== file.kind), file];
  const kept = (before?.header.conflicts ?? []).filter(({ says }) => !says.some((said) => said.in === file.kind));
  const whole = list !== undefined || isCompleteTabular(tabular);
  return { header: { release: file.release, whole, files, conflicts: [...kept, ...conflicts] }, entries: mergeEntries(list, tabular), index, externalIndex };
}

/** Whether chapters 1 to 21 at least stand there in order, from A00 on. */
function isCompleteTabular(tabular: ReleaseParts['tabular'] = []): boolean {
  const chapters = tabular.filter(({ level }) => level === 'chapter');
  return chapters.length >= 21 && chapters.every(({ code }, at) => code === String(at + 1)) && tabular.some(({ code }) => code === 'A00');
}

/** Addenda make the code list of a release from the one before; beside a better list they only have to agree, and may add headers to a codes file. */
function completeByAddenda({ file, addenda }: { readonly file: ImportedFile; readonly addenda: Addenda }, { parts, known, before }: Standing, drafts: Drafts): readonly NotUsed[] {
  const isCovered = known === 'order' || known === 'codes';
  const base = findBase(file, addenda, drafts);
  const list = base && known !== 'order' ? applyAddenda(rowsOf(base), addenda, file.name) : undefined;
  const addsHeaders = list && known === 'codes' && compareBillable({ kind: 'codes', rows: parts.list ?? [] }, { kind: 'addenda', rows: list }).length === 0;
  if (isCovered && !addsHeaders) return [{ file, why: redundancy(parts.list ?? [], addenda, file) }];
  if (!list) throw new UnreadableInput(`${file.name}: changes a release of ${addenda.totals.before} codes (${describeBases(file, drafts)}); import the order file of the release before first, or with it`);
  const conflicts = parts.tabular ? compareWithTabular({ kind: 'addenda', rows: list }, parts.tabular) : [];
  drafts.open.set(file.release, assemble({ ...parts, list }, { before, file, conflicts }));
  return [];
}

/** All codes of a release, those too that were made from its Tabular List. */
const rowsOf = ({ entries }: StoredRelease): readonly CodeRow[] =>
  entries.filter(({ entry }) => entry.level === 'code').map(({ entry: { code, title, billable } }) => ({ code, title, billable }));

function redundancy(rows: readonly CodeRow[], { totals }: Addenda, { release }: ImportedFile): string {
  const billable = rows.filter(isBillable).length;
  const verdict = billable === totals.after ? `and its ${billable} codes are as many as the addenda say` : `but it has ${billable} codes, where the addenda say ${totals.after}`;
  return `the list of codes of ${release} is at hand, ${verdict}`;
}

/** Releases of this fiscal year or the last that come before, the newest first, with the number of their billable codes. */
function earlierReleases({ release }: ImportedFile, { open }: Drafts): readonly { readonly stored: StoredRelease; readonly billable: number }[] {
  const years = [Number(fiscalYear(release)) - 1, Number(fiscalYear(release))].map(String);
  return [...open.values()].filter(({ header }) => years.includes(fiscalYear(header.release)) && compareReleases(header.release, release) < 0)
    .sort((a, b) => compareReleases(b.header.release, a.header.release))
    .map((stored) => ({ stored, billable: stored.entries.filter(({ entry }) => entry.billable).length }));
}

/** The one that has as many codes as the addenda start from. */
const findBase = (file: ImportedFile, { totals }: Addenda, drafts: Drafts): StoredRelease | undefined =>
  earlierReleases(file, drafts).find(({ billable }) => billable === totals.before)?.stored;

const describeBases = (file: ImportedFile, drafts: Drafts): string =>
  earlierReleases(file, drafts).map(({ stored, billable }) => `${stored.header.release} has ${billable}`).join(', ') || 'none is imported';

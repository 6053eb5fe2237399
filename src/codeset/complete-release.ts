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

const isTrusted = (kind: FileKind, known: FileKind | undefined): boolean => known === undefined || LIST_KINDS.indexOf(kind) <= LIST_KINDS.indexOf(known);

const listKindOf = (stored: StoredRelease | undefined): FileKind | undefined =>
  LIST_KINDS.find((kind) => stored?.header.files.some((file) => file.kind === kind));

function partsOf({ entries, index, externalIndex }: StoredRelease): ReleaseParts {
  const [list, tabular] = [listOf(entries), tabularOf(entries)];
  return { ...(list.length > 0 && { list }), ...(tabular.length > 0 && { tabular }), index, externalIndex };
}

/** What a file brings. A codes file beside an order file is only compared. */
function additionOf({ file: { kind }, content }: ReadFile, { known }: Standing): ReleaseParts {
  if (kind === 'index') return { index: content.index?.lines ?? [] };
  if (kind === 'external-index') return { externalIndex: content.index?.lines ?? [] };
  if (content.tabular) return { tabular: content.tabular.entries };
  return content.list && isTrusted(kind, known) ? { list: content.list.rows } : {};
}

/** Where the new file does not agree with what is there. Lists are compared by their billable codes: only an order file has headers. */
function conflictsOf({ file: { kind }, content }: ReadFile, { parts, known }: Standing): readonly Conflict[] {
  const rows = content.list?.rows;
  const amongLists = rows && parts.list && known && known !== 'addenda' && known !== kind
    ? compareLists({ kind: known, rows: parts.list.filter(isBillable) }, { kind, rows: rows.filter(isBillable) }) : [];
  const list = rows && isTrusted(kind, known) ? { kind, rows } : content.tabular && parts.list && known ? { kind: known, rows: parts.list } : undefined;
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

/** Addenda make the code list of a release from the one before; where a better list is at hand they only have to agree with it. */
function completeByAddenda({ file, addenda }: { readonly file: ImportedFile; readonly addenda: Addenda }, { parts, known, before }: Standing, drafts: Drafts): readonly NotUsed[] {
  if (known === 'order' || known === 'codes') return [{ file, why: redundancy(parts.list ?? [], addenda, file) }];
  const base = findBase(file, addenda, drafts);
  const list = applyAddenda(listOf(base.entries), addenda, file.name);
  const conflicts = parts.tabular ? compareWithTabular({ kind: 'addenda', rows: list }, parts.tabular) : [];
  drafts.open.set(file.release, assemble({ ...parts, list }, { before, file, conflicts }));
  return [];
}

function redundancy(rows: readonly CodeRow[], { totals }: Addenda, { release }: ImportedFile): string {
  const billable = rows.filter(isBillable).length;
  const verdict = billable === totals.after ? `and its ${billable} codes are as many as the addenda say` : `but it has ${billable} codes, where the addenda say ${totals.after}`;
  return `the list of codes of ${release} is at hand, ${verdict}`;
}

/** The release before, of this fiscal year or the last, that has as many codes as the addenda start from. */
function findBase(file: ImportedFile, { totals }: Addenda, { open }: Drafts): StoredRelease {
  const years = [Number(fiscalYear(file.release)) - 1, Number(fiscalYear(file.release))].map(String);
  const earlier = [...open.values()].filter(({ header: { release } }) => years.includes(fiscalYear(release)) && compareReleases(release, file.release) < 0)
    .map((stored) => ({ stored, billable: listOf(stored.entries).filter(isBillable).length }));
  const base = earlier.sort((a, b) => compareReleases(b.stored.header.release, a.stored.header.release)).find(({ billable }) => billable === totals.before);
  if (base) return base.stored;
  const found = earlier.map(({ stored, billable }) => `${stored.header.release} has ${billable || 'no list of'}`).join(', ') || 'none is imported';
  throw new UnreadableInput(`${file.name}: changes a release of ${totals.before} codes (${found}); import the order file of the release before first, or with it`);
}

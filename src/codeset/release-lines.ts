// A release as lines of text and back: one line an entry, one line a term of the index. Compact, and fast to read.
// Entry: marks, code, title, and JSON of notes where there are any. Index: depth, term, modifiers, code, manifestation, see, see also.
import type { IndexLine, TabularEntry } from '../book/book.ts';
import type { MergedEntry } from './merge-release.ts';

/** What the body of a release file holds. */
export interface ReleaseBody {
  readonly entries: readonly MergedEntry[];
  readonly index: readonly IndexLine[];
  readonly externalIndex: readonly IndexLine[];
}

export interface LineCounts { readonly entries: number; readonly index: number; readonly externalIndex: number }

const LEVELS = ['code', 'block', 'chapter'] as const;
const BILLABLE = 1;
const LISTED = 2;
const TABULAR = 4;
const LEVEL_SHIFT = 3;
/** Marks are one printable character: this one and the bits above it. */
const FIRST_MARK = 48;

export function writeReleaseLines({ entries, index, externalIndex }: ReleaseBody): string {
  return [...entries.map(writeEntry), ...writeIndex(index), ...writeIndex(externalIndex)].map((line) => `${line}\n`).join('');
}

function writeEntry({ entry, listed, tabular }: MergedEntry): string {
  const { code, title, level, billable, notes, sevenths, range } = entry;
  const marks = (billable ? BILLABLE : 0) | (listed ? LISTED : 0) | (tabular ? TABULAR : 0) | (LEVELS.indexOf(level) << LEVEL_SHIFT);
  const more = notes || sevenths || range ? `\t${JSON.stringify({ notes, sevenths, range })}` : '';
  return `${String.fromCharCode(FIRST_MARK + marks)}\t${code}\t${title}${more}`;
}

/** The path of a term is that of the line before it, cut to its depth, with the term behind it. */
const writeIndex = (lines: readonly IndexLine[]): readonly string[] => lines.map(({ path, modifiers = '', code = '', manifestation = '', see = '', seeAlso = '' }) =>
  `${path.length}\t${path.at(-1) ?? ''}\t${modifiers}\t${code}\t${manifestation}\t${see}\t${seeAlso}`.replace(/\t+$/, ''));

export function readReleaseLines(body: string, counts: LineCounts): ReleaseBody {
  const lines = body.split('\n');
  const indexEnd = counts.entries + counts.index;
  return {
    entries: lines.slice(0, counts.entries).map(readEntry),
    index: readIndexLines(lines.slice(counts.entries, indexEnd)),
    externalIndex: readIndexLines(lines.slice(indexEnd, indexEnd + counts.externalIndex)),
  };
}

function readEntry(line: string): MergedEntry {
  const marks = line.charCodeAt(0) - FIRST_MARK;
  const [codeEnd, titleEnd] = [line.indexOf('\t', 2), endOfTitle(line)];
  const more = titleEnd === line.length ? undefined : JSON.parse(line.slice(titleEnd + 1)) as Pick<TabularEntry, 'notes' | 'sevenths' | 'range'>;
  const entry: TabularEntry = {
    code: line.slice(2, codeEnd), title: line.slice(codeEnd + 1, titleEnd), level: LEVELS[marks >> LEVEL_SHIFT] ?? 'code', billable: (marks & BILLABLE) !== 0, ...more,
  };
  return { entry, listed: (marks & LISTED) !== 0, tabular: (marks & TABULAR) !== 0 };
}

function endOfTitle(line: string): number {
  const tab = line.indexOf('\t', line.indexOf('\t', 2) + 1);
  return tab === -1 ? line.length : tab;
}

function readIndexLines(lines: readonly string[]): readonly IndexLine[] {
  let above: readonly string[] = [];
  return lines.map((line) => {
    const [depth, term = '', modifiers, code, manifestation, see, seeAlso] = line.split('\t');
    const path = [...above.slice(0, Number(depth) - 1), term];
    above = path;
    return { path, ...(modifiers && { modifiers }), ...(code && { code }), ...(manifestation && { manifestation }), ...(see && { see }), ...(seeAlso && { seeAlso }) };
  });
}

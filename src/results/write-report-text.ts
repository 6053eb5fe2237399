// The tally of a run → text for a terminal: the headline numbers, then one list with bars for each question. The same words as the page.
import type { CodeCount, Tally } from '../tally/tally.ts';
import { writeCount, writePercent, writePerHundred, writeShare } from '../tally/write-share.ts';
import { nameEngine, type RunsTally } from './tally-runs.ts';
import { facts } from './write-report-page.ts';

/** Rows of a list; what is left out is told. */
const MOST_ROWS = 15;
const BAR = 20;

interface Row { readonly label: string; readonly count: number; readonly says: string }

/** The text, within a width in columns. */
export function writeReportText({ runs, engines, tally }: RunsTally, width: number): string {
  const head = `${runs.map(printable).join(', ')}\n${engines.map(nameEngine).join(' + ')}\n\n${facts(tally).map(({ name, value, of }) => `${name.padEnd(26)}${value.padStart(10)}   ${of}\n`).join('')}`;
  const lists = listsOf(tally).map(({ title, rows }) => writeList(title, rows, width));
  return `${head}${lists.join('')}${writeMonths(tally)}`;
}

function listsOf({ byCode, notes, gaps, queries, rejects }: Tally): { readonly title: string; readonly rows: readonly Row[] }[] {
  const name = ({ code, title }: CodeCount): string => `${code.padEnd(9)}${title}`;
  const open = byCode.filter(({ underspecified }) => underspecified > 0).sort((one, other) => other.underspecified - one.underspecified);
  const share = (count: number, of: number): string => `${writeCount(count)} · ${writePercent({ count, of })}`;
  return [
    { title: 'Codes reported, of all notes', rows: byCode.filter((code) => code.notes > 0).map((code) => ({ label: name(code), count: code.notes, says: share(code.notes, notes) })) },
    { title: 'Underspecified, of the notes that report the code', rows: open.map((code) => ({ label: name(code), count: code.underspecified, says: writeShare({ count: code.underspecified, of: code.notes }) })) },
    { title: 'Gaps by axis, of the reported codes whose family has it', rows: gaps.map(({ label, missing, conflicting, of }) => ({ label, count: missing + conflicting, says: writeShare({ count: missing + conflicting, of }) })) },
    { title: 'Queries per hundred notes', rows: queries.byAxis.map((axis) => ({ label: axis.name, count: axis.count, says: `${writePerHundred(axis.count, notes)} · ${writeCount(axis.count)}` })) },
    { title: 'Rejects by reason', rows: rejects.byReason.map((reason) => ({ label: printable(reason.name), count: reason.count, says: writeCount(reason.count) })) },
    { title: 'Identifiers found in rejects', rows: rejects.byCategory.map((category) => ({ label: printable(category.name), count: category.count, says: writeCount(category.count) })) },
  ];
}

function writeList(title: string, rows: readonly Row[], width: number): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS);
  const longest = Math.max(...shown.map(({ count }) => count));
  const labels = Math.max(20, width - BAR - 2 - 2 - Math.max(...shown.map(({ says }) => says.length)));
  const lines = shown.map(({ label, count, says }) => `${fit(label, labels)}  ${'█'.repeat(Math.max(1, Math.round((count / longest) * BAR))).padEnd(BAR)}  ${says}\n`);
  return `\n${title}\n${lines.join('')}${rows.length > MOST_ROWS ? `… and ${rows.length - MOST_ROWS} more; --json and --html have them all\n` : ''}`;
}

const fit = (label: string, width: number): string => (label.length <= width ? label.padEnd(width) : `${label.slice(0, width - 1)}…`);

function writeMonths({ months, undated, notes }: Tally): string {
  if (months.length === 0) return '';
  const rows = months.map(({ month, notes: count, codes, unspecified, queries }) => [month, writeCount(count), writePercent({ count: unspecified, of: codes }), writePerHundred(queries, count)]);
  const table = [['Month', 'Notes', 'Unspecified', 'Queries per 100'], ...rows].map((cells) => `${cells.map((cell, at) => (at === 0 ? cell.padEnd(9) : cell.padStart(16))).join('')}\n`);
  return `\nBy month of service, of the ${writeShare({ count: notes - undated, of: notes })} notes with a date\n${table.join('')}`;
}

const printable = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');

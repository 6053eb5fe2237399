// A tally → its charts in the order in which one reads them: codes, unspecified rate, gaps, queries, rejects, months.
// Each says what it is a part of. Not its job: counting (tally/), the page around them.
import { writeCount, writePercent, writePerHundred } from '../tally/write-share.ts';
import type { CodeCount, MonthCount, NamedCount, Tally } from '../tally/tally.ts';
import { drawBars, type Bar } from './draw-bars.ts';
import { drawLine, type Point } from './draw-line.ts';
import type { ChartTable } from './figure.ts';

/** Charts that belong together, each a string of HTML. */
export interface ChartGroup { readonly title: string; readonly charts: readonly string[] }

const MOST_BARS = 15;

export interface DrawOptions {
  /** Bars and rows of codes and axes carry a key, by which a host that can show the notes behind them does so. */
  readonly reach: boolean;
}

/** What stands behind a bar: a reported code, a code that stands underspecified, an axis that a code lacks, an axis that is asked about. */
export type ReachKind = 'code' | 'unspecified' | 'gap' | 'query';

/** The key of a bar: `code M54.2`. */
export const reachKey = (kind: ReachKind, name: string): string => `${kind} ${name}`;

type KeyOf = (kind: ReachKind, name: string) => { readonly key?: string };

/** All charts of a tally; trends only where notes carry dates. */
export function drawTally(tally: Tally, { reach }: DrawOptions = { reach: false }): readonly ChartGroup[] {
  const keyOf: KeyOf = (kind, name) => (reach ? { key: reachKey(kind, name) } : {});
  return [
    { title: 'Codes', charts: [drawCodes(tally, keyOf), drawUnspecified(tally, keyOf)] },
    { title: 'Gaps and queries', charts: [drawGaps(tally, keyOf), drawQueries(tally, keyOf)] },
    ...(tally.months.length === 0 ? [] : [{ title: 'By month of service', charts: drawMonths(tally) }]),
    { title: 'Rejects', charts: drawRejects(tally) },
  ];
}

const first = (shown: number, all: number, what: string): string => (shown < all ? ` The ${shown} most frequent of ${writeCount(all)} ${what}; the table has them all.` : '');

function drawCodes({ byCode, notes }: Tally, keyOf: KeyOf): string {
  const reported = byCode.filter((code) => code.notes > 0);
  const shown = reported.slice(0, MOST_BARS);
  return drawBars({
    id: 'codes', title: 'Codes reported',
    caption: `Notes that report the code, and their share of all ${writeCount(notes)} notes.${first(shown.length, reported.length, 'codes')}`,
    bars: shown.map((code): Bar => ({ ...keyOf('code', code.code), label: nameCode(code), parts: statusParts(code), says: `${writeCount(code.notes)} · ${writePercent({ count: code.notes, of: notes })}` })),
    table: {
      columns: ['Code', 'Title', 'Notes', 'Supported', 'Underspecified', 'Conflicting', 'Considered, not coded'],
      rows: byCode.map((code) => ({ ...(code.notes > 0 && keyOf('code', code.code)), cells: [code.code, code.title, ...[code.notes, code.supported, code.underspecified, code.conflicting, code.excluded].map(writeCount)] })),
    },
  });
}

/** Titles as long as a bar on a wide screen; the table has them whole. */
const LONGEST_LABEL = 52;

function nameCode({ code, title }: CodeCount): string {
  const name = `${code} ${title}`;
  return name.length <= LONGEST_LABEL ? name : `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

const statusParts = ({ supported, underspecified, conflicting }: CodeCount): Bar['parts'] => [
  { kind: 'plain', name: 'Supported', count: supported }, { kind: 'open', name: 'Underspecified', count: underspecified }, { kind: 'clash', name: 'Conflicting', count: conflicting },
];

function drawUnspecified({ byCode, unspecified }: Tally, keyOf: KeyOf): string {
  const open = byCode.filter((code) => code.underspecified > 0).sort((one, other) => other.underspecified - one.underspecified);
  const shown = open.slice(0, MOST_BARS);
  const rate = (code: CodeCount): string => writePercent({ count: code.underspecified, of: code.notes });
  return drawBars({
    id: 'unspecified', title: `Unspecified rate: ${writePercent(unspecified)}`,
    caption: `${writeCount(unspecified.count)} of ${writeCount(unspecified.of)} reported codes are underspecified. Notes in which the code stands underspecified, and their share of the notes that report it.${first(shown.length, open.length, 'codes')}`,
    bars: shown.map((code): Bar => ({ ...keyOf('unspecified', code.code), label: nameCode(code), parts: [{ kind: 'open', count: code.underspecified }], says: `${writeCount(code.underspecified)} · ${rate(code)}` })),
    table: { columns: ['Code', 'Title', 'Underspecified', 'Notes', 'Rate'], rows: open.map((code) => ({ ...keyOf('unspecified', code.code), cells: [code.code, code.title, writeCount(code.underspecified), writeCount(code.notes), rate(code)] })) },
  });
}

function drawGaps({ gaps }: Tally, keyOf: KeyOf): string {
  return drawBars({
    id: 'gaps', title: 'Gaps by axis',
    caption: 'Reported codes that lack the axis or find it contradicted, and their share of the reported codes whose family has it.',
    bars: gaps.map(({ axis, label, missing, conflicting, of }): Bar => ({
      ...keyOf('gap', axis), label, parts: [{ kind: 'open', name: 'Not documented', count: missing }, { kind: 'clash', name: 'Conflicting', count: conflicting }], says: `${writeCount(missing + conflicting)} · ${writePercent({ count: missing + conflicting, of })}`,
    })),
    table: { columns: ['Axis', 'Not documented', 'Conflicting', 'Codes that have it'], rows: gaps.map(({ axis, label, missing, conflicting, of }) => ({ ...keyOf('gap', axis), cells: [label, ...[missing, conflicting, of].map(writeCount)] })) },
  });
}

function drawQueries({ queries, notes }: Tally, keyOf: KeyOf): string {
  const perHundred = ({ count }: NamedCount): string => writePerHundred(count, notes);
  return drawBars({
    id: 'queries', title: `Queries per hundred notes: ${writePerHundred(queries.total, notes)}`,
    caption: `By axis, per hundred notes: ${writeCount(queries.total)} queries. ${writePercent({ count: queries.notes, of: notes })} of the notes raise one (${writeCount(queries.notes)} of ${writeCount(notes)}).`,
    bars: queries.byAxis.map((axis): Bar => ({ ...keyOf('query', axis.name), label: axis.name, parts: [{ kind: 'plain', count: axis.count }], says: perHundred(axis) })),
    table: { columns: ['Axis', 'Queries', 'Per hundred notes'], rows: queries.byAxis.map((axis) => ({ ...keyOf('query', axis.name), cells: [axis.name, writeCount(axis.count), perHundred(axis)] })) },
  });
}

function drawRejects({ rejects, notes }: Tally): string[] {
  const read = notes + rejects.total;
  const reasons = drawNamed({
    id: 'rejects', title: `Rejects: ${writePercent({ count: rejects.total, of: read })}`, of: rejects.total, names: rejects.byReason,
    caption: `${writeCount(rejects.total)} of ${writeCount(read)} notes and lines were not taken: by reason, and the share of all rejects.`, column: 'Reason',
  });
  const categories = drawNamed({
    id: 'categories', title: 'Identifiers found in rejects', of: rejects.total, names: rejects.byCategory, column: 'Category',
    caption: 'Rejects in which a pattern of the kind was found; one may have several.',
  });
  return rejects.byCategory.length === 0 ? [reasons] : [reasons, categories];
}

interface Named { readonly id: string; readonly title: string; readonly caption: string; readonly column: string; readonly of: number; readonly names: readonly NamedCount[] }

function drawNamed({ id, title, caption, column, of, names }: Named): string {
  const shown = names.slice(0, MOST_BARS);
  const table: ChartTable = { columns: [column, 'Rejects'], rows: names.map(({ name, count }) => ({ cells: [name, writeCount(count)] })) };
  const bars = shown.map(({ name, count }): Bar => ({ label: name, parts: [{ kind: 'plain', count }], says: `${writeCount(count)} · ${writePercent({ count, of })}` }));
  return drawBars({ id, title, caption: caption + first(shown.length, names.length, 'kinds'), bars, table });
}

function drawMonths({ months, undated, notes }: Tally): string[] {
  const trend = ({ id, title, caption }: { readonly id: string; readonly title: string; readonly caption: string }, read: (month: MonthCount) => Omit<Point, 'label'>): string => {
    const points = months.map((month): Point => ({ label: month.month, ...read(month) }));
    return drawLine({ id, title, caption, points, table: { columns: ['Month', title], rows: points.map(({ label, says }) => ({ cells: [label, says] })) } });
  };
  return [
    trend({ id: 'month-notes', title: 'Notes', caption: `${writeCount(notes - undated)} of ${writeCount(notes)} notes carry a date of service.` }, (month) => ({ value: month.notes, says: writeCount(month.notes) })),
    trend({ id: 'month-unspecified', title: 'Unspecified rate', caption: 'Underspecified, of the codes reported in the month.' }, ({ unspecified, codes }) => ({ value: codes === 0 ? undefined : unspecified / codes, says: writePercent({ count: unspecified, of: codes }) })),
    trend({ id: 'month-queries', title: 'Queries per hundred notes', caption: 'Queries raised, per hundred notes of the month.' }, (month) => ({ value: month.queries / month.notes, says: writePerHundred(month.queries, month.notes) })),
  ];
}

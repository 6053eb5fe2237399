// `lumbago worklist measures`: the rates of the worklist, each with its denominator and what it means.
import type { Grouping, Measure, Rate, Turnaround } from '../../../store/measures.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { withStore, type StoreFlags } from './desk.ts';
import { textTable } from './words.ts';

const shownRate = ({ numerator, denominator, value }: Rate, of: string): string =>
  (value === null ? `n/a (0 ${of})` : `${(value * 100).toFixed(1)}% (${numerator} of ${denominator} ${of})`);

const shownTurnaround = ({ over, median, p90 }: Turnaround): string =>
  (median === null || p90 === null ? 'n/a (0 answered)' : `${median.toFixed(1)} h, p90 ${p90.toFixed(1)} h (${over} answered)`);

const row = (measure: Measure): readonly string[] => [
  measure.group, shownRate(measure.queryRate, 'notes'), shownRate(measure.responseRate, 'sent'), shownRate(measure.agreeRate, 'judged'),
  shownTurnaround(measure.turnaroundHours), String(measure.drafts), String(measure.closedWithoutQuery),
];

/** Writes the measures of all, or one line for each group. */
export async function runMeasures({ by, format, ...flags }: { readonly store?: string; readonly by?: Grouping; readonly format: 'text' | 'json' }, io: Io): Promise<ExitCode> {
  const { DEFINITIONS, measureWorklist } = await import('../../../store/measures.ts');
  const measures = await withStore(flags satisfies StoreFlags, io, (database) => measureWorklist(database, by));
  if (format === 'json') {
    await io.writeOut(`${JSON.stringify({ by: by ?? null, measures, definitions: DEFINITIONS }, undefined, 2)}\n`);
    return EXIT.done;
  }
  const table = textTable([(by ?? 'queries').toUpperCase(), 'QUERY RATE', 'RESPONSE RATE', 'AGREE RATE', 'TURNAROUND, MEDIAN', 'DRAFTS', 'CLOSED UNASKED'], measures.map(row));
  const meaning = [['Query rate', DEFINITIONS.queryRate], ['Response rate', DEFINITIONS.responseRate], ['Agree rate', DEFINITIONS.agreeRate], ['Turnaround', DEFINITIONS.turnaroundHours]];
  await io.writeOut(`${table}\n${meaning.map(([name, says]) => `${name}: ${says}.\n`).join('')}`);
  return EXIT.done;
}

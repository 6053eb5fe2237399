// The measures of the worklist as small charts, one idea each, every rate with its denominator and what it means.
import { useMemo } from 'preact/hooks';
import { drawBars, type Bar } from '../../../charts/draw-bars.ts';
import { GROUPINGS, type Measure, type Rate } from '../../../store/measures.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import type { Measured } from './ask-server.ts';
import { chooseGrouping, grouping, measured } from './desk.ts';
import { capital } from './filters.tsx';

/** Measures, by axis, template, author or provider. */
export function Measures() {
  const shown = measured.value;
  const charts = useMemo(() => (shown ? drawMeasures(shown) : []), [shown]);
  return (
    <section class="measures" aria-labelledby="measures-title">
      <div class="view-head">
        <h2 id="measures-title">Measures</h2>
        <span class="labelled"><label for="measures-by">By</label><select id="measures-by" value={grouping.value} onChange={({ currentTarget }) => void chooseGrouping(currentTarget.value as typeof grouping.value)}>
          {GROUPINGS.map((by) => <option key={by} value={by}>{capital(by)}</option>)}
        </select></span>
      </div>
      <div class="chart-grid">{charts.map((chart) => <ChartFigure key={chart.id} drawn={chart.drawn} />)}</div>
    </section>
  );
}

interface Drawn { readonly id: string; readonly drawn: string }

function drawMeasures({ measures, definitions, by }: Measured): readonly Drawn[] {
  const rate = (id: 'queryRate' | 'responseRate' | 'agreeRate', title: string, of: string): Drawn => ({
    id,
    drawn: drawBars({
      id, title, caption: `${capital(definitions[id] ?? '')}.`, full: 1,
      bars: measures.map((measure): Bar => ({ label: measure.group, parts: [{ kind: 'plain', count: measure[id].value ?? 0 }], says: sayRate(measure[id], of) })),
      table: { columns: [capital(by ?? 'all'), title, 'Counted', `Of ${of}`], rows: measures.map((measure) => ({ cells: [measure.group, percent(measure[id]), String(measure[id].numerator), String(measure[id].denominator)] })) },
    }),
  });
  return [rate('queryRate', 'Query rate', 'notes'), rate('responseRate', 'Response rate', 'sent'), rate('agreeRate', 'Agree rate', 'judged'), drawTurnaround({ measures, definitions, by })];
}

const percent = ({ value }: Rate): string => (value === null ? 'n/a' : `${(value * 100).toFixed(1)}%`);
const sayRate = (rate: Rate, of: string): string => `${percent(rate)} (${rate.numerator} of ${rate.denominator} ${of})`;
const hours = (value: number | null): string => (value === null ? 'n/a' : `${value.toFixed(1)} h`);

function drawTurnaround({ measures, definitions, by }: Measured): Drawn {
  const says = ({ turnaroundHours: { median, p90, over } }: Measure): string => (median === null ? 'n/a (0 answered)' : `${hours(median)}, p90 ${hours(p90)} (${over} answered)`);
  return {
    id: 'turnaround',
    drawn: drawBars({
      id: 'turnaround', title: 'Turnaround, median', caption: `${capital(definitions['turnaroundHours'] ?? '')}.`,
      bars: measures.map((measure): Bar => ({ label: measure.group, parts: [{ kind: 'plain', count: measure.turnaroundHours.median ?? 0 }], says: says(measure) })),
      table: { columns: [capital(by ?? 'all'), 'Median', 'p90', 'Answered'], rows: measures.map(({ group, turnaroundHours }) => ({ cells: [group, hours(turnaroundHours.median), hours(turnaroundHours.p90), String(turnaroundHours.over)] })) },
    }),
  };
}

// Points in order of time → one line with its first, last, highest and lowest value written at it, as a string of SVG.
// The scale starts at zero, so that the height tells. Not its job: choosing what is drawn; a month without a rate breaks the line.
import { escapeHtml } from '../format/html/escape.ts';
import { drawFigure, type ChartFrame } from './figure.ts';

/** One point. `value` is undefined where there is nothing to divide by; `says` is the label, such as "25.0". */
export interface Point { readonly label: string; readonly value: number | undefined; readonly says: string }

export interface LineChart extends ChartFrame { readonly points: readonly Point[] }

const HEIGHT = 132;
const TOP = 24;
const FLOOR = 104;
/** Percent of the width on each side, for the labels of the ends. */
const MARGIN = 7;

/** Draws a line as a figure; with one point it is a dot, with none it says so. */
export function drawLine(chart: LineChart): string {
  const { points } = chart;
  if (!points.some(({ value }) => value !== undefined)) return drawFigure(chart, '<p class="chart-none">None.</p>\n');
  const highest = Math.max(...points.map(({ value }) => value ?? 0)) || 1;
  const places = points.map((point, at) => ({ ...point, x: placeOf(at, points.length), y: FLOOR - ((point.value ?? 0) / highest) * (FLOOR - TOP) }));
  const shown = labelled(points);
  return drawFigure(chart, `<svg class="chart-picture" role="img" aria-label="${escapeHtml(sayEnds(chart))}" width="100%" height="${HEIGHT}" focusable="false">
<line class="chart-floor" x1="0" y1="${FLOOR}" x2="100%" y2="${FLOOR}"/>
<svg width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none"><path class="chart-line" vector-effect="non-scaling-stroke" d="${pathOf(places)}"/></svg>
${places.map(({ x, y, value, says }, at) => (value === undefined ? '' : `<circle class="chart-dot" cx="${x}%" cy="${short(y)}" r="${shown.has(at) ? 3.5 : 2}"/>${shown.has(at) ? `<text class="chart-says" x="${x}%" y="${short(y - 8)}" text-anchor="middle">${escapeHtml(says)}</text>` : ''}`)).join('')}
${drawEnds(places)}
</svg>
`);
}

const short = (value: number): number => Number(value.toFixed(2));

const placeOf = (at: number, count: number): number => (count === 1 ? 50 : short(MARGIN + (at / (count - 1)) * (100 - 2 * MARGIN)));

/** The path, broken where a value is missing. */
function pathOf(places: readonly { readonly x: number; readonly y: number; readonly value: number | undefined }[]): string {
  return places.map(({ x, y, value }, at) => (value === undefined ? '' : `${places[at - 1]?.value === undefined ? 'M' : 'L'}${x} ${short(y)}`)).join('');
}

/** First, last, highest and lowest; where two would lie on each other only the first of these. */
function labelled(points: readonly Point[]): Set<number> {
  const known = points.flatMap(({ value }, at) => (value === undefined ? [] : [{ at, value }]));
  const order = [...known].sort((a, b) => a.value - b.value);
  const wanted = [known[0], known.at(-1), order.at(-1), order[0]].flatMap((one) => (one === undefined ? [] : [one.at]));
  const apart = points.length / 8;
  return new Set(wanted.filter((at, place) => wanted.slice(0, place).every((other) => other === at || Math.abs(other - at) >= apart)));
}

function drawEnds(places: readonly { readonly label: string; readonly x: number }[]): string {
  const ends = places.length === 1 ? places.slice(0, 1) : [places[0], places.at(-1)].flatMap((end) => (end === undefined ? [] : [end]));
  return ends.map(({ label, x }, at) => {
    const anchor = places.length === 1 ? 'middle' : at === 0 ? 'start' : 'end';
    const edge = places.length === 1 ? `${x}%` : at === 0 ? '0' : '100%';
    return `<text class="chart-label" x="${edge}" y="${FLOOR + 20}" text-anchor="${anchor}">${escapeHtml(label)}</text>`;
  }).join('');
}

function sayEnds({ title, points }: LineChart): string {
  const known = points.filter(({ value }) => value !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return title;
  return known.length === 1 ? `${title}: ${first.label}, ${first.says}` : `${title}: from ${first.says} in ${first.label} to ${last.says} in ${last.label}; the table has all months`;
}

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
  const rises = labelled(places);
  return drawFigure(chart, `<svg class="chart-picture" role="img" aria-label="${escapeHtml(sayEnds(chart))}" width="100%" height="${HEIGHT}" focusable="false">
<line class="chart-floor" x1="0" y1="${FLOOR}" x2="100%" y2="${FLOOR}"/>
<svg width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none"><path class="chart-line" vector-effect="non-scaling-stroke" d="${pathOf(places)}"/></svg>
${places.map((place, at) => drawDot(place, rises.get(at))).join('')}
${drawEnds(places)}
</svg>
`);
}

/** A point on the picture: percent of the width, pixels from the top. */
interface Place extends Point { readonly x: number; readonly y: number }

/** A dot; one with a label is larger, and the label stands so many pixels off it. */
function drawDot({ x, y, value, says }: Place, rise: number | undefined): string {
  if (value === undefined) return '';
  const label = rise === undefined ? '' : `<text class="chart-says" x="${x}%" y="${short(y + rise)}" text-anchor="middle">${escapeHtml(says)}</text>`;
  return `<circle class="chart-dot" cx="${x}%" cy="${short(y)}" r="${rise === undefined ? 2 : 3.5}"/>${label}`;
}

const short = (value: number): number => Number(value.toFixed(2));

const placeOf = (at: number, count: number): number => (count === 1 ? 50 : short(MARGIN + (at / (count - 1)) * (100 - 2 * MARGIN)));

/** The path, broken where a value is missing. */
function pathOf(places: readonly Place[]): string {
  return places.map(({ x, y, value }, at) => (value === undefined ? '' : `${places[at - 1]?.value === undefined ? 'M' : 'L'}${x} ${short(y)}`)).join('');
}

/** First, last and highest are written above their dots, the lowest below; where two would lie on each other only the first of these. */
function labelled(places: readonly Place[]): Map<number, number> {
  const known = places.flatMap(({ value, y }, at) => (value === undefined ? [] : [{ at, value, y }]));
  const order = [...known].sort((one, other) => one.value - other.value);
  const [highest, lowest] = [order.at(-1), order[0]];
  const rises = new Map<number, number>();
  for (const [one, isLowest] of [[known[0], false], [known.at(-1), false], [highest, false], [lowest, true]] as const) {
    if (one === undefined || rises.has(one.at)) continue;
    const below = isLowest && one.y < FLOOR - 16;
    if (below || [...rises.keys()].every((other) => Math.abs(other - one.at) >= places.length / 8)) rises.set(one.at, below ? 18 : -8);
  }
  return rises;
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

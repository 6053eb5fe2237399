// Rows with counts → horizontal bars with direct labels, as a string of SVG. The picture takes the width it gets and its words keep their size.
// Not its job: choosing and ordering the rows; the caller says how many it left out.
import { escapeHtml } from '../format/html/escape.ts';
import { drawFigure, type ChartFrame } from './figure.ts';

/** A part of a bar. Kinds differ by fill and by hatch, never by colour alone. */
export interface BarPart { readonly kind: 'plain' | 'open' | 'clash'; readonly name?: string; readonly count: number }

/** One row: what it is, its parts from the left, and the label at its right, such as "12 · 15.0%". */
export interface Bar { readonly key?: string; readonly label: string; readonly parts: readonly BarPart[]; readonly says: string }

export interface BarChart extends ChartFrame {
  readonly bars: readonly Bar[];
  /** What fills the width, such as 1 for rates; else the longest bar does. */
  readonly full?: number;
}

const ROW = 44;
const TEXT_AT = 15;
const BAR_AT = 22;
const THICK = 12;

/** Draws a bar chart as a figure. Without rows it says that there are none. */
export function drawBars(chart: BarChart): string {
  const longest = chart.full ?? (Math.max(...chart.bars.map(({ parts }) => total(parts))) || 1);
  if (chart.bars.length === 0) return drawFigure(chart, '<p class="chart-none">None.</p>\n');
  const rows = chart.bars.map((bar, at) => drawRow(bar, { top: at * ROW, longest }));
  return drawFigure(chart, `${drawLegend(chart.bars)}<svg class="chart-picture" role="img" aria-label="${escapeHtml(sayAll(chart))}" width="100%" height="${chart.bars.length * ROW}" focusable="false">
${rows.join('\n')}
</svg>
`);
}

const total = (parts: readonly BarPart[]): number => parts.reduce((sum, { count }) => sum + count, 0);

const sayAll = ({ title, bars }: BarChart): string => `${title}: ${bars.slice(0, 5).map(({ label, says }) => `${label}, ${says}`).join('; ')}${bars.length > 5 ? '; the table has them all' : ''}`;


function drawRow({ key, label, parts, says }: Bar, { top, longest }: { readonly top: number; readonly longest: number }): string {
  let from = 0;
  const bars = parts.filter(({ count }) => count > 0).map(({ kind, count }) => {
    const x = percent(from, longest);
    from += count;
    return `<rect class="chart-${kind}" x="${x}" y="${top + BAR_AT}" width="${percent(count, longest)}" height="${THICK}"/>`;
  });
  const reach = key === undefined ? '' : ` class="chart-reach" data-key="${escapeHtml(key)}"`;
  return `<g${reach}><rect class="chart-row" x="0" y="${top}" width="100%" height="${ROW - 4}"/><svg x="0" y="${top}" width="100%" height="${BAR_AT}"><text class="chart-label" x="0" y="${TEXT_AT}">${escapeHtml(label)}</text></svg>${drawSays(says, top)}
<rect class="chart-track" x="0" y="${top + BAR_AT}" width="100%" height="${THICK}"/>${bars.join('')}</g>`;
}

/** Widest width of a character, in pixels. */
const CHARACTER = 7.6;
/** A label that is too long fades out in these steps before what is said at the right; a gradient would need a url. */
const FADE = [0.2, 0.4, 0.6, 0.8] as const;
const STEP = 6;

function drawSays(says: string, top: number): string {
  const width = Math.ceil(says.length * CHARACTER) + 6;
  const fade = FADE.map((opacity, at) => `<rect class="chart-cover" x="${-width - (FADE.length - at) * STEP}" width="${STEP}" height="${BAR_AT - 2}" opacity="${opacity}"/>`).join('');
  return `<svg x="100%" y="${top}" overflow="visible">${fade}<rect class="chart-cover" x="${-width}" width="${width}" height="${BAR_AT - 2}"/><text class="chart-says" x="0" y="${TEXT_AT}" text-anchor="end">${escapeHtml(says)}</text></svg>`;
}

const percent = (count: number, of: number): string => `${Number(((count / of) * 100).toFixed(2))}%`;

/** Names of the parts, where they have any. */
function drawLegend(bars: readonly Bar[]): string {
  const kinds: readonly BarPart['kind'][] = ['plain', 'open', 'clash'];
  const named = new Map(bars.flatMap(({ parts }) => parts).filter(({ name, count }) => name !== undefined && count > 0).map(({ kind, name }) => [kind, name as string]));
  if (named.size < 2) return '';
  return `<p class="chart-legend">${[...named].sort(([one], [other]) => kinds.indexOf(one) - kinds.indexOf(other)).map(([kind, name]) => `<span><svg width="14" height="12" aria-hidden="true" focusable="false"><rect class="chart-${kind}" x="0.5" y="0.5" width="13" height="11"/></svg>${escapeHtml(name)}</span>`).join('')}</p>
`;
}

// A picture with its caption and the table behind it → one <figure> as a string, the same bytes every time.
// For the page and for self-contained HTML: no script, no inline style, nothing loaded. Not its job: counting, colours (chart-style.ts).
import { escapeHtml } from '../format/html/escape.ts';

/** The numbers of a chart as rows; the first column names the row. A row with a key can be asked for (`data-key`). */
export interface ChartTable { readonly columns: readonly string[]; readonly rows: readonly { readonly key?: string; readonly cells: readonly string[] }[] }

/** What every chart has: an id of its own on the page, a title, a caption that gives the denominator, and the table behind. */
export interface ChartFrame { readonly id: string; readonly title: string; readonly caption: string; readonly table: ChartTable }

/** Wraps a picture. The picture is one image to a screen reader; the table holds all it shows. */
export function drawFigure({ id, title, caption, table }: ChartFrame, picture: string): string {
  return `<figure class="chart" id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-title"><h3 class="chart-title" id="${escapeHtml(id)}-title">${escapeHtml(title)}</h3>
${picture}<figcaption>${escapeHtml(caption)}</figcaption>
<details class="chart-table"><summary>${escapeHtml(`Table: ${title}`)}</summary>${drawTable(table, title)}</details></figure>
`;
}

function drawTable({ columns, rows }: ChartTable, title: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(({ key, cells }) => `<tr>${cells.map((cell, at) => (at === 0 ? `<th scope="row">${drawKey(cell, key)}</th>` : `<td>${escapeHtml(cell)}</td>`)).join('')}</tr>`);
  return `<div class="chart-scroll" tabindex="0" role="region" aria-label="${escapeHtml(`Table: ${title}`)}"><table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

const drawKey = (cell: string, key: string | undefined): string => (key === undefined ? escapeHtml(cell) : `<button type="button" data-key="${escapeHtml(key)}">${escapeHtml(cell)}</button>`);

// A chart, drawn as a string by charts/, in the page. Its style is adopted once; the page's own colours stand in charts.css.
// A click or Enter on something with a key (a bar, a row of the table) asks for what is behind it.
import { CHART_STYLE } from '../../charts/chart-style.ts';
import './charts.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(CHART_STYLE);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

export interface ChartFigureProps { readonly drawn: string; readonly onReach?: (key: string) => void }

/** One chart. `drawn` comes from charts/, which escapes every word that it is given. */
export function ChartFigure({ drawn, onReach }: ChartFigureProps) {
  const reach = ({ target }: MouseEvent): void => {
    const key = target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') : undefined;
    if (key !== undefined && key !== null) onReach?.(key);
  };
  return <div class="card chart-card" onClick={reach} dangerouslySetInnerHTML={{ __html: drawn }} />;
}

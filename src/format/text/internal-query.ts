// The internal view of the queries of a note for a terminal: codes, what each answer would code, and the rule behind.
import type { Report } from '../../wire.ts';
import type { RenderOptions } from '../parts/format.ts';
import { indexLines } from '../parts/positions.ts';
import { oneLine } from '../parts/visible.ts';
import { queryBlock, type Page } from './blocks.ts';
import { createPainter } from './paint.ts';

/** All queries of a report, ending with a line break. */
export function renderInternal(report: Report, text: string, options: RenderOptions): string {
  const page: Page = { report, lineStarts: indexLines(text), painter: createPainter(options), width: Math.max(options.width, 40) };
  const head = page.painter.dim(`${oneLine(report.note.id)} · internal view: never send this to a provider`);
  return `${[head, ...report.queries.map((query) => `${queryBlock(query, page)}\n   ${page.painter.dim(`template ${query.via}`)}`)].join('\n\n')}\n`;
}

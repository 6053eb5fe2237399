// What the linter says of queries, for a terminal.
import type { LintFinding } from '../../index.ts';
import type { RenderOptions } from '../parts/format.ts';
import { oneLine } from '../parts/visible.ts';
import { createPainter, paintStatus } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

/** `compared`: the note was at hand, so quotes and documented conditions were compared with it. */
export interface LintResult { readonly query: string; readonly compared: boolean; readonly findings: readonly LintFinding[] }

/** One block a query, ending with a line break. */
export function renderLint(results: readonly LintResult[], options: RenderOptions): string {
  const painter = createPainter(options);
  const width = Math.max(options.width, 40);
  const blocks = results.map(({ query, compared, findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const verdict = errors > 0 ? paintStatus(painter, 'error', `✗ not compliant: ${errors} error${errors === 1 ? '' : 's'}`) : paintStatus(painter, 'supported', '✓ compliant');
    return [
      `${painter.bold(oneLine(query))} ${verdict}${compared ? '' : painter.dim(' (quotes not compared: give the note with --note)')}`,
      ...findings.flatMap(({ rule, severity, place, words, says, remedy }) => [
        wrapWords(`${paintStatus(painter, severity, severity)} in ${place}${words === undefined ? '' : ` (“${oneLine(words)}”)`}: ${says}.`, { first: ` ${padTo(rule, 6)}`, width }),
        wrapWords(`${remedy}.`, { first: `       ${painter.dim('do')} `, width }),
      ]),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

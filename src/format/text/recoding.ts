// What an answer to a query changes, for a terminal. Internal view.
import type { Recoding } from '../../index.ts';
import type { RenderOptions } from '../parts/format.ts';
import { createPainter, paintStatus } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

/** The codes before and after, ending with a line break. */
export function renderRecoding({ query, chosen, before, after, removed, report, says }: Recoding, options: RenderOptions): string {
  const painter = createPainter(options);
  const width = Math.max(options.width, 40);
  const label = query.options.find(({ value }) => value === chosen)?.label ?? 'free text';
  const line = (code: string): string => {
    const title = report.candidates.find((one) => one.code === code)?.title ?? '';
    const sign = before.includes(code) ? ' ' : '+';
    return wrapWords(title, { first: ` ${sign === '+' ? paintStatus(painter, 'supported', sign) : sign} ${padTo(code, 9)}`, width });
  };
  return [
    `${painter.bold(query.title)} · ${query.id} · answered: ${label}`,
    ...removed.map((code) => ` ${paintStatus(painter, 'conflicting', '-')} ${code}`), ...after.map(line),
    ...(before.join() === after.join() ? ['   no code changes'] : []),
    ...says.map((sentence) => wrapWords(sentence, { first: '   ', width })), '',
  ].join('\n');
}

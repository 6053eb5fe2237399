// A timeline for a terminal: the releases, the codes of the note in each, and why they changed.
// In: a timeline. Out: lines ending with a line break. It explains nothing itself.
import type { Period, Timeline } from '../../timeline.ts';
import type { RenderOptions } from '../parts/format.ts';
import { oneLine } from '../parts/visible.ts';
import { createPainter, type Painter } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

/** The timeline of one note. */
export function renderTimeline({ note, periods }: Timeline, options: RenderOptions): string {
  const painter = createPainter(options);
  const width = Math.max(options.width, 40);
  const changes = periods.length - 1;
  const verdict = changes === 0 ? 'the same codes in every release' : `${changes} ${changes === 1 ? 'change' : 'changes'}`;
  const head = wrapWords(`${painter.bold(oneLine(note))} — ${spanOf(periods)}: ${verdict}`, { first: '', width });
  return `${[head, ...periods.map((period) => renderPeriod(period, painter, width))].join('\n\n')}\n`;
}

const nameOf = (releases: readonly string[]): string => releases.length === 1 ? releases[0]! : `${releases[0]}–${releases.at(-1)}`;

const spanOf = (periods: readonly Period[]): string => nameOf(periods.flatMap(({ releases }) => releases));

/** Why it changed stands over the codes that it led to. */
function renderPeriod({ releases, from, until, codes, changes }: Period, painter: Painter, width: number): string {
  const days = until === undefined ? `from ${from}` : `from ${from}, before ${until}`;
  return [
    `${painter.bold(padTo(nameOf(releases), 19))} ${painter.dim(days)}`,
    ...changes.map(({ says }) => wrapWords(painter.dim(says), { first: ' ↳ ', width })),
    ...(codes.length ? codes.map(({ code, title }) => wrapWords(title, { first: `   ${padTo(code, 9)}`, width })) : ['   no code']),
  ].join('\n');
}

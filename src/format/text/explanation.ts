// An explanation (why, why-not) for a terminal: the verdict, the derivation, what is missing, what stands beside the code.
import type { Explanation } from '../../index.ts';
import type { Note, Report } from '../../wire.ts';
import type { RenderOptions } from '../parts/format.ts';
import { indexLines } from '../parts/positions.ts';
import { oneLine } from '../parts/visible.ts';
import { candidateBlock, type Page } from './blocks.ts';
import { createPainter, paintStatus } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

const VERDICT: Readonly<Record<Explanation['verdict'], { word: string; status: string }>> = {
  coded: { word: 'coded', status: 'supported' },
  excluded: { word: 'considered and not coded', status: 'conflicting' },
  'not-considered': { word: 'not coded: nothing in the note leads to it', status: 'underspecified' },
  'unknown-code': { word: 'not a code this release knows', status: 'conflicting' },
};

/** The explanation of one code in one note, ending with a line break. */
export function renderExplanation(explanation: Explanation, from: { readonly report: Report; readonly note: Note }, options: RenderOptions): string {
  const painter = createPainter(options);
  const page: Page = { report: from.report, lineStarts: indexLines(from.note.text), painter, width: Math.max(options.width, 40) };
  const verdict = VERDICT[explanation.verdict];
  const named = explanation.title === undefined ? '' : ` ${explanation.title}`;
  const lines = [
    wrapWords(`${painter.bold(explanation.code)}${named} — ${paintStatus(painter, verdict.status, verdict.word)}`, { first: '', width: page.width }),
    painter.dim(`in ${oneLine(from.report.note.id)}, ${from.report.note.setting}, ${from.report.engine.codeSet.system} ${from.report.engine.codeSet.release}`),
    ...said(explanation).map((sentence) => wrapWords(sentence, { first: ' · ', width: page.width })),
    ...(explanation.candidate ? ['', candidateBlock(explanation.candidate, page)] : []),
    ...missingLines(explanation, page),
    ...neighbourLines(explanation, page),
  ];
  return `${lines.join('\n')}\n`;
}

/** The candidate block below gives reasons and axes with their places; without one the sentences stand alone. */
function said({ says, candidate }: Explanation): readonly string[] {
  return candidate ? says.slice(0, 1) : says;
}

function missingLines(explanation: Explanation, page: Page): readonly string[] {
  if (explanation.missing.length === 0) return [];
  const list = explanation.missing.map((gap) => gap.label).join(', ');
  return ['', wrapWords(`${page.painter.bold('Not documented:')} ${list}`, { first: '', width: page.width })];
}

function neighbourLines(explanation: Explanation, page: Page): readonly string[] {
  if (explanation.neighbours.length === 0) return [];
  const lines = explanation.neighbours.map((neighbour) =>
    wrapWords(`${neighbour.title}: ${neighbour.differs}`, { first: `   ${padTo(neighbour.code, 9)}`, width: page.width }));
  return ['', page.painter.bold('Codes beside it'), ...lines];
}

// The report for a terminal: the note with its evidence lit up, the codes in order, what was not coded, the queries.
// Readable at 80 columns, with or without colour.
import type { Note, Report } from '../wire.ts';
import type { Format, RenderOptions } from './parts/format.ts';
import { collectMarks } from './parts/marks.ts';
import { circumstances, codedCandidates, excludedCandidates, tally } from './parts/outline.ts';
import { indexLines } from './parts/positions.ts';
import { oneLine } from './parts/visible.ts';
import { candidateBlock, diagnosticBlock, editBlock, queryBlock, type Page } from './text/blocks.ts';
import { viewNote } from './text/note-view.ts';
import { createPainter } from './text/paint.ts';
import { heading } from './text/section.ts';
import { wrapWords } from './text/wrap.ts';

export const text: Format = {
  name: 'text',
  extension: 'txt',
  describe: 'for reading on a terminal: evidence lit up, codes, reasons, queries',
  render: renderText,
  wrap: { when: 'many', open: '', between: '\n\n', close: '', empty: '' },
};

function renderText(report: Report, note: Note, options: RenderOptions): string {
  const painter = createPainter(options);
  const page: Page = { report, lineStarts: indexLines(note.text), painter, width: Math.max(options.width, 40) };
  const coded = codedCandidates(report);
  const blocks = [
    head(page),
    viewNote(note.text, collectMarks(report), { width: page.width, full: options.full, painter }).join('\n'),
    ...titled('Codes', coded.map((candidate) => candidateBlock(candidate, page)), page),
    ...(coded.length === 0 ? [`${heading('Codes', page)}\n   none: the note supports no code of this domain`] : []),
    ...titled('Queries', report.queries.map((query) => queryBlock(query, page)), page),
    ...titled('Considered and not coded', excludedCandidates(report).map((candidate) => candidateBlock(candidate, page)), page),
    ...titled('Edits', report.edits.map((edit) => editBlock(edit, page)), page),
    ...titled('About this note', report.diagnostics.map((diagnostic) => diagnosticBlock(diagnostic, page)), page),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function head(page: Page): string {
  const { painter, report, width } = page;
  return [
    painter.bold(oneLine(report.note.id)),
    wrapWords(circumstances(report).join(' · '), { first: '', width }),
    tally(report),
  ].join('\n');
}

function titled(title: string, blocks: readonly string[], page: Page): readonly string[] {
  return blocks.length === 0 ? [] : [`${heading(title, page)}\n${blocks.join('\n\n')}`];
}

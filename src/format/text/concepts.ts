// Rows of the user's SNOMED CT map, for a terminal: the concepts that lead to a code, or the codes that a concept leads to.
import type { ConceptMap } from '../../wire.ts';
import type { RenderOptions } from '../parts/format.ts';
import { conceptLines } from './blocks.ts';
import { createPainter } from './paint.ts';
import { heading } from './section.ts';
import { wrapWords } from './wrap.ts';

/** The section, beginning with an empty line and ending with a line break. */
export function renderConcepts(rows: readonly ConceptMap[], options: RenderOptions): string {
  const painter = createPainter(options);
  const lines = rows.length ? conceptLines(rows) : ['nothing in the imported map'];
  return `\n${heading('SNOMED CT', { painter, width: options.width })}\n${lines.map((line) => wrapWords(line, { first: '   ', width: options.width })).join('\n')}\n`;
}

// `lumbago search` on a terminal: codes in order, each with its title and how it was found.
// In: hits. Out: text; where nothing was found, what to try.
import type { SearchHit } from '../../search/search-codes.ts';
import type { RenderOptions } from '../parts/format.ts';
import { oneLine } from '../parts/visible.ts';
import { createPainter } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

const CODE = 10;
/** So many codes below a header are listed. */
const BELOW = 6;

function belowLines({ below = [] }: SearchHit, width: number): readonly string[] {
  const lines = below.slice(0, BELOW).map(({ code, title }) => wrapWords(title, { first: `   ${' '.repeat(CODE)}${padTo(code, CODE)}`, width }));
  return below.length > BELOW ? [...lines, `   ${' '.repeat(CODE)}… and ${below.length - BELOW} more: lumbago explain CODE`] : lines;
}

/** The hits as text, ending with a line break. `asked` is shown on one line, control characters made visible. */
export function renderSearchHits(asked: { readonly words: string; readonly release: string; readonly whole: boolean }, hits: readonly SearchHit[], options: RenderOptions): string {
  const { bold, dim } = createPainter(options);
  const width = Math.max(options.width, 40);
  const head = `${bold(oneLine(asked.words))} ${dim(`in ICD-10-CM ${asked.release}`)}`;
  if (hits.length === 0) {
    const scope = asked.whole ? [] : ['lumbago carries the families of back and spine pain; import a release to search all: lumbago codeset import FILE…'];
    const advice = ['Nothing found. Try fewer words, the main term alone, or another word for it.', ...scope];
    return `${[head, ...advice.map((sentence) => wrapWords(sentence, { first: ' · ', width }))].join('\n')}\n`;
  }
  const blocks = hits.map((hit) => [
    wrapWords(`${hit.title}${hit.billable ? '' : ` ${dim('(header: choose below it)')}`}`, { first: `   ${bold(padTo(hit.code, CODE))}`, width }),
    wrapWords(hit.why, { first: `   ${' '.repeat(CODE)}${dim('↳')} `, width }), ...belowLines(hit, width),
  ].join('\n'));
  return `${[head, ...blocks].join('\n\n')}\n`;
}

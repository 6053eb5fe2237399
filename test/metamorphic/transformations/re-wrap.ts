// Long lines wrapped at a width, and line ends written in another way: the report stays.
import { unchanged } from '../compare.ts';
import type { Subject, Transformation } from '../transformation.ts';

const WIDTHS = [60, 66, 72, 78];

/** A line that begins like a list item or a label is one, wherever it came from; no wrap makes such a line. */
const MAY_START_LINE = /^(?![-*•·+#(]|\d{1,2}[.)]|[\p{L}][.)]|[^\s]*:)/u;

/** Breaks a line at spaces so that no piece is longer than the width. */
function wrapLine(line: string, width: number): string {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    let at = rest.lastIndexOf(' ', width);
    while (at > 0 && !MAY_START_LINE.test(rest.slice(at + 1))) at = rest.lastIndexOf(' ', at - 1);
    if (at <= 0) break;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...pieces, rest].join('\n');
}

const wrap = (text: string, width: number): string => text.split('\n').map((line) => wrapLine(line, width)).join('\n');

export const reWrap: Transformation = {
  name: 're-wrap lines', rule: 'the report stays', most: WIDTHS.length,
  applies: ({ note }) => WIDTHS.some((width) => wrap(note.text, width) !== note.text),
  change: ({ note }) => WIDTHS.map((width) => ({ note: { ...note, text: wrap(note.text, width) }, about: `${width} columns` })).filter((variant) => variant.note.text !== note.text),
  expect: ({ report }, after) => unchanged(report, after),
};

export const changeLineEnds: Transformation = {
  name: 'change line ends and spaces', rule: 'the report stays', most: 4,
  applies: ({ source }: Subject) => source === 'note',
  change: ({ note }) => [
    { note: { ...note, text: note.text.replace(/\r?\n/g, '\r\n') }, about: 'CRLF' },
    { note: { ...note, text: note.text.replace(/(?<=\S) (?=\S)/g, '  ') }, about: 'two spaces' },
    { note: { ...note, text: note.text.replace(/(?<=\S) (?=\S)/g, '\u00a0') }, about: 'no-break spaces' },
    { note: { ...note, text: `\ufeff${note.text.replace(/\n/g, ' \n')}\n\n` }, about: 'byte order mark and trailing spaces' },
  ].filter((variant) => variant.note.text !== note.text),
  expect: ({ report }, after) => unchanged(report, after),
};

// Long lines wrapped at a width, and line ends written in another way: the report stays.
import { unchanged } from '../compare.ts';
import type { Subject, Transformation } from '../transformation.ts';

const WIDTHS = [56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80];
const MOST = 4;

/**
 * A line that begins like a list item or a label is one, wherever it came from, and a header broken in two is none. Notes that lost their
 * line breaks have headers and list numbers inside the line; a width at which a break would touch one is not tried.
 */
const MAY_START_LINE = /^(?![-*•·+#(]|\d+[.)]|\p{L}[.)]|\S*:|\p{Lu}{2,}\b)/u;
const MAY_END_LINE = /(?<!\b\p{Lu}{2,}|[:\d]|\d[.)],?|\p{L}[.)]|[-–])$/u;

/** Wide gaps lay a line out in columns; it is no prose. */
const IN_COLUMNS = /\S {3,}\S/;

/** Breaks a line where an editor would: at the last space that fits. Undefined where a break is not allowed. */
function wrapLine(line: string, width: number): string | undefined {
  const pieces: string[] = [];
  let rest = line;
  if (IN_COLUMNS.test(line) && line.length > width) return undefined;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    if (at <= 0 || !MAY_START_LINE.test(rest.slice(at + 1)) || !MAY_END_LINE.test(rest.slice(0, at))) return undefined;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...pieces, rest].join('\n');
}

/** A text that is wrapped already is filled before it is wrapped anew. */
const fill = (text: string): string => text.replace(/(?<=[^\n]{40})\n(?=\p{Ll})/gu, ' ');

function wrap(text: string, width: number): string {
  const lines = fill(text).split('\n').map((line) => wrapLine(line, width));
  return lines.every((line) => line !== undefined) ? lines.join('\n') : text;
}

export const reWrap: Transformation = {
  name: 're-wrap lines', rule: 'the report stays', most: MOST,
  applies: ({ note }) => WIDTHS.some((width) => wrap(note.text, width) !== note.text),
  change: ({ note }) => WIDTHS.map((width) => ({ note: { ...note, text: wrap(note.text, width) }, about: `${width} columns` })).filter((variant) => variant.note.text !== note.text),
  expect: ({ report }, after) => unchanged(report, after),
};

/** Wrapped lines are known by their length, which more spaces change. */
const isWrapped = (text: string): boolean => fill(text) !== text;

export const changeLineEnds: Transformation = {
  name: 'change line ends and spaces', rule: 'the report stays', most: 4,
  applies: ({ source }: Subject) => source === 'note',
  change: ({ note }) => [
    { note: { ...note, text: note.text.replace(/\r?\n/g, '\r\n') }, about: 'CRLF' },
    { note: { ...note, text: isWrapped(note.text) ? note.text : note.text.replace(/(?<=\S) (?=\S)/g, '  ') }, about: 'two spaces' },
    { note: { ...note, text: note.text.replace(/(?<=\S) (?=\S)/g, '\u00a0') }, about: 'no-break spaces' },
    { note: { ...note, text: `\ufeff${note.text.replace(/\n/g, ' \n')}\n\n` }, about: 'byte order mark and trailing spaces' },
  ].filter((variant) => variant.note.text !== note.text),
  expect: ({ report }, after) => unchanged(report, after),
};

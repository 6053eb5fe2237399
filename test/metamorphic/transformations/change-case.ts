// All in capitals, or all in lower case: the report stays where capitals carry no meaning.
import { unchanged } from '../compare.ts';
import type { Subject, Transformation } from '../transformation.ts';

/**
 * One sentence without header or label: capitals tell headers and, behind a stop, where a sentence begins. Some words are told by their
 * capitals alone ("L" the side, "US" the country, "MS", "AS").
 */
const isPlain = ({ note, report }: Subject): boolean =>
  report.sections.every(({ kind }) => kind === 'body') && !/[:\n]|[.!?]\s*\S/.test(note.text) && !/\b(?:[A-Z]|AS|MS|US|IT|OR|AM)\b/.test(note.text);

export const changeCase: Transformation = {
  name: 'change case', rule: 'the report stays', most: 2,
  applies: isPlain,
  change: ({ note }) => [
    { note: { ...note, text: note.text.toUpperCase() }, about: 'upper case' },
    { note: { ...note, text: note.text.toLowerCase() }, about: 'lower case' },
  ].filter((variant) => variant.note.text !== note.text),
  expect: ({ report }, after) => unchanged(report, after),
};

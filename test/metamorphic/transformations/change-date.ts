// Another date of service: each code becomes the one that stood in its place then, and nothing else changes.
import { codeOn } from '../../../src/code/releases.ts';
import { codesOf, differences, factsOf, reported } from '../compare.ts';
import { pick, type Subject, type Transformation } from '../transformation.ts';

/** A duration counted from a date ("since 2019") changes with the date itself. */
const isTimeless = ({ note, report }: Subject): boolean => note.date === undefined && reported(report).length > 0 && !/\b(?:19|20)\d\d\b|\d\/\d|\bsince\b/i.test(note.text);

export const changeDate: Transformation = {
  name: 'change the date across releases', rule: 'codes map to those that stood in their place, facts stay', most: 3,
  applies: isTimeless,
  change: ({ note, knowledge: { manifest: { releases } } }, chance) =>
    pick(releases, 3, chance).map(({ from }) => ({ note: { ...note, date: from }, about: from, detail: { date: from } })),
  expect: ({ report, knowledge }, after, { detail }) => {
    const codes = reported(report).flatMap(({ code }) => codeOn(code, detail?.['date'] ?? '', knowledge)?.code ?? []);
    return [
      ...differences('codes', [...new Set(codes)].sort(), codesOf(after).map((entry) => entry.split(' ')[0] as string)),
      ...differences('facts', factsOf(report), factsOf(after)),
    ];
  },
};

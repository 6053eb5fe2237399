// De-identification marks before sentences: the report stays.
import { unchanged } from '../compare.ts';
import { pick, type Subject, type Transformation } from '../transformation.ts';

const MARKS = ['[**Name**] ', '[**2151-3-4**] ', '[NAME] ', '___ ', '[**Known lastname 1234**] ', '<PATIENT> '];
const SENTENCE_START = /(?<=[a-z]{3,}[.!?] +)(?=[A-Z][a-z])/g;

/** Starts of sentences inside a paragraph; before a header a mark would hide it. */
function startsOf({ note: { text }, report }: Subject): readonly number[] {
  const headers = new Set(report.sections.map(({ header }) => header?.start));
  return [...text.matchAll(SENTENCE_START)].map(({ index }) => index).filter((at) => !headers.has(at));
}

export const insertMarks: Transformation = {
  name: 'insert de-identification marks', rule: 'the report stays', most: 6,
  applies: (subject) => subject.source === 'sentence' || startsOf(subject).length > 0,
  change: (subject, chance) => {
    const starts = subject.source === 'sentence' ? [0] : pick(startsOf(subject), 6, chance);
    return starts.map((at) => {
      const mark = MARKS[chance(MARKS.length)] as string;
      const { text } = subject.note;
      return { note: { ...subject.note, text: text.slice(0, at) + mark + text.slice(at) }, about: `${mark}at ${at}` };
    });
  },
  expect: ({ report }, after) => unchanged(report, after),
};

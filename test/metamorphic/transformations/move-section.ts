// The same sentence in another section: family and past history give no code, the complaint, the assessment and the plan give what the
// bare sentence gives.
import { codesOf, differences, reported } from '../compare.ts';
import { STEM } from '../sentences.ts';
import type { Subject, Transformation } from '../transformation.ts';

const isCodedSentence = ({ source, report }: Subject): boolean => source === 'sentence' && reported(report).length > 0
  && report.mentions.every(({ assertion }) => assertion.polarity === 'present' && assertion.subject === 'patient');

const under = (header: string, { note }: Subject): Subject['note'] => ({ ...note, text: `${header}\n${note.text}` });

export const moveToFamilyHistory: Transformation = {
  name: 'move to family history', rule: 'every mention is of the family, and nothing is coded', most: 3,
  applies: isCodedSentence,
  change: (subject) => [
    { note: under('FAMILY HISTORY:', { ...subject, note: { ...subject.note, text: `Mother has ${subject.note.text.slice(STEM.length)}` } }), about: 'FAMILY HISTORY: Mother has' },
    { note: { ...subject.note, text: `FAMILY HISTORY: ${subject.note.text.slice(STEM.length)}` }, about: 'FAMILY HISTORY:' },
    { note: { ...subject.note, text: `Her father has ${subject.note.text.slice(STEM.length)}` }, about: 'Her father has' },
  ],
  expect: (_subject, after) => [
    ...reported(after).map(({ code }) => `codes ${code}`),
    ...after.mentions.filter(({ axis, assertion }) => axis === 'problem' && assertion.subject !== 'family').map(({ value }) => `${value} is not of the family`),
  ],
};

export const moveToPastHistory: Transformation = {
  name: 'move to past history', rule: 'every problem is past, and no problem is coded', most: 2,
  applies: isCodedSentence,
  change: (subject) => ['PAST MEDICAL HISTORY:', 'PMH:'].map((header) => ({ note: { ...subject.note, text: `${header} ${subject.note.text.slice(STEM.length)}` }, about: header })),
  expect: (_subject, after) => [
    ...reported(after).map(({ code }) => `codes ${code}`),
    ...after.mentions.filter(({ axis, assertion }) => axis === 'problem' && assertion.time !== 'past').map(({ value }) => `${value} is not past`),
  ],
};

export const moveToPlan: Transformation = {
  name: 'move to complaint, assessment or plan', rule: 'the codes are those of the bare sentence', most: 4,
  applies: isCodedSentence,
  change: (subject) => ['CHIEF COMPLAINT:', 'HISTORY OF PRESENT ILLNESS:', 'ASSESSMENT:', 'PLAN:'].map((header) => ({ note: under(header, subject), about: header })),
  expect: ({ report }, after) => differences('codes', codesOf(report), codesOf(after)),
};

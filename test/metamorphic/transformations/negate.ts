// "Patient has sciatica." → "Patient has no sciatica.": the problem is absent and no code stands on it; and the other way round.
import { differences, reported } from '../compare.ts';
import { STEM } from '../sentences.ts';
import type { Subject, Transformation } from '../transformation.ts';

const NEGATIONS = ['Patient has no ', 'Patient denies ', 'Patient denies any ', 'There is no evidence of ', 'Negative for ', 'Patient does not have '];

/** The sentence states its problem; a form that denies something itself ("without …", "non-…") is left out, for two denials are none. */
const isPlainStatement = ({ source, report }: Subject): boolean => source === 'sentence' && reported(report).length > 0
  && report.mentions.every(({ assertion, cues }) => assertion.polarity === 'present' && assertion.time === 'current' && cues.length === 0);

export const negate: Transformation = {
  name: 'insert a negation', rule: 'what the sentence states is absent, and nothing is coded', most: NEGATIONS.length,
  applies: isPlainStatement,
  change: ({ note }) => NEGATIONS.map((stem) => ({ note: { ...note, text: stem + note.text.slice(STEM.length) }, about: stem.trim() })),
  expect: ({ report }, after) => [
    ...reported(after).map(({ code }) => `still codes ${code}`),
    ...differences('problems', problems(report), problems(after)),
    ...after.mentions.filter(({ axis, assertion }) => axis === 'problem' && assertion.polarity === 'present').map(({ value }) => `${value} is present`),
  ],
};

const problems = ({ mentions }: Subject['report']): string[] => mentions.filter(({ axis }) => axis === 'problem').map(({ value }) => value);

/** From the denial back to the statement: the pair read from its other end, so that a denial of the corpora counts too. */
export const removeNegation: Transformation = {
  name: 'remove a negation', rule: 'the problem that "no" denied alone is present', most: 2,
  applies: ({ report }) => report.mentions.some(isDeniedAlone),
  change: ({ note, report }) => report.mentions.filter(isDeniedAlone).map(({ cues: [cue], start, value }) => {
    const [from, to] = [cue?.start ?? 0, (cue?.end ?? 0) + 1];
    return { note: { ...note, text: note.text.slice(0, from) + note.text.slice(to) }, about: value, detail: { at: String(start - (to - from)), value } };
  }),
  expect: (_subject, after, { detail }) => {
    const there = after.mentions.find(({ start, value }) => start === Number(detail?.['at']) && value === detail?.['value']);
    if (!there) return [`${detail?.['value']} is lost`];
    return there.assertion.polarity === 'present' ? [] : [`${there.value} is still absent`];
  },
};

/** A problem right behind the one word "no"; where more is said to be absent, the rest keeps its cue. */
const isDeniedAlone = ({ axis, assertion, cues, start }: Subject['report']['mentions'][number]): boolean =>
  axis === 'problem' && assertion.polarity === 'absent' && cues.length === 1 && cues[0]?.text.toLowerCase() === 'no' && cues[0].end + 1 === start;

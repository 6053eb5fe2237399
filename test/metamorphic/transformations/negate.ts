// "Patient has sciatica." → "Patient has no sciatica.": the problem is absent and no code stands on it; and the other way round.
import { differences, reported } from '../compare.ts';
import { STEM } from '../sentences.ts';
import type { Subject, Transformation } from '../transformation.ts';

type Mention = Subject['report']['mentions'][number];

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

/** The same inside a note, where the verb of the statement stands right before the problem: "She has sciatica" → "She denies sciatica". */
export const denyStatement: Transformation = {
  name: 'deny a statement of a note', rule: 'the problem behind the verb is absent', most: 4,
  applies: (subject) => statedByVerb(subject).length > 0,
  change: (subject) => statedByVerb(subject).map(({ verb, start, value }) => {
    const { note } = subject;
    return { note: { ...note, text: `${note.text.slice(0, verb)}denies ${note.text.slice(start)}` }, about: value, detail: { at: String(verb + 'denies '.length), value } };
  }),
  expect: (_subject, after, { detail }) => {
    const there = after.mentions.find(({ start, axis }) => axis === 'problem' && start === Number(detail?.['at']));
    if (!there) return [`${detail?.['value']} is lost`];
    return there.assertion.polarity === 'absent' ? [] : [`${there.value} is still present`];
  },
};

const VERB = /\b(?:he|she|patient|pt) (has|had|reports|reported|complains of|describes|notes|presents with)\s+$/i;

function statedByVerb({ source, note: { text }, report }: Subject): readonly { readonly verb: number; readonly start: number; readonly value: string }[] {
  if (source !== 'note') return [];
  return report.mentions.filter(({ axis, assertion, cues }) => axis === 'problem' && assertion.polarity === 'present' && cues.length === 0).flatMap(({ start, value }) => {
    const before = VERB.exec(text.slice(Math.max(0, start - 40), start));
    return before ? [{ verb: start - before[0].length + before[0].indexOf(before[1] as string), start, value }] : [];
  });
}

/** From the denial back to the statement: the pair read from its other end, so that a denial of the corpora counts too. */
export const removeNegation: Transformation = {
  name: 'remove a negation', rule: 'the problem that "no" denied alone is present', most: 2,
  applies: (subject) => deniedAlone(subject).length > 0,
  change: (subject) => deniedAlone(subject).map(({ cues: [cue], start, value }) => {
    const { note } = subject;
    const [from, to] = [cue?.start ?? 0, (cue?.end ?? 0) + 1];
    return { note: { ...note, text: note.text.slice(0, from) + note.text.slice(to) }, about: value, detail: { at: String(start - (to - from)), value } };
  }),
  expect: (_subject, after, { detail }) => {
    const there = after.mentions.find(({ start, value }) => start === Number(detail?.['at']) && value === detail?.['value']);
    if (!there) return [`${detail?.['value']} is lost`];
    return there.assertion.polarity === 'present' ? [] : [`${there.value} is still absent`];
  },
};

/** A problem right behind the first denial of its sentence: "no" behind another denial only goes on with it ("No fever, no back pain"). */
function deniedAlone({ note: { text }, report }: Subject): readonly Mention[] {
  return report.mentions.filter(({ axis, assertion, cues, start }) => {
    const cue = cues[0];
    if (axis !== 'problem' || assertion.polarity !== 'absent' || cues.length !== 1 || cue?.text.toLowerCase() !== 'no' || cue.end + 1 !== start) return false;
    const sentence = text.slice(Math.max(...['.', '\n', ';', '!', '?'].map((sign) => text.lastIndexOf(sign, cue.start - 1))) + 1, cue.start);
    return !DENIAL.test(sentence);
  });
}

const DENIAL = /\b(?:no|not|den(?:y|ies|ied)|without|neg(?:ative)?|absent|none)\b/i;

// Mentions → what the text says of each: present or absent, certain or possible, now, past or planned, and of whom.
// In: reading, scan, knowledge. Out: the mentions in the same order, each with its assertion and the cues that set it.
// Order of authority: the words of the mention itself, then the nearest cue, then the section. It binds nothing and codes nothing.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { firstFrom } from '../scope/reach.ts';
import type { AssertedMention, Assertion, Mention, MentionAxis, Range, Reading, Scan } from '../types.ts';
import { findHolds, type Dimension, type Hold, type Target } from './cue-reach.ts';

type CueEvidence = AssertedMention['cues'][number];

/** What the text says of a range, and the cues that set every dimension that is not the default, or that hold a default against another cue. */
export interface RangeAssertion { readonly assertion: Assertion; readonly cues: readonly CueEvidence[] }

/** What is true of a mention unless the text says otherwise. */
export const PLAIN: Assertion = Object.freeze({ polarity: 'present', certainty: 'certain', time: 'current', subject: 'patient' });
const UNSPOKEN: RangeAssertion = { assertion: PLAIN, cues: Object.freeze([]) };

/** Someone's word on some dimensions, with the tokens that say it; a header that is not written has no tokens. */
interface Voice {
  readonly says: { readonly [D in Dimension]?: Assertion[D] | undefined };
  /** It counts only against these values. */
  readonly over?: readonly string[] | undefined;
  readonly cue?: CueEvidence | undefined;
}

/** Asserts every mention of a scan, in the order of the scan. "Denies numbness": absent, by the cue at "Denies". */
export function assertMentions(reading: Reading, scan: Scan, knowledge: Knowledge): AssertedMention[] {
  const holds = findHolds(scan.mentions, { reading, scan, knowledge });
  return scan.mentions.map((mention, i) => {
    const own = ownVoice(mention, knowledge), ofSection = sectionVoice(mention, reading, knowledge);
    return asserted(mention, holds[i] || own || ofSection ? weigh([own, ...(holds[i] ?? []).map(cueVoice), ofSection]) : UNSPOKEN);
  });
}

/**
 * Written out field by field: V8 gives every `{ ...mention, more }` a hidden class of its own, which makes the copy twenty times dearer
 * and every later look at it slow.
 */
function asserted({ axis, value, via, from, to, sentence, attributes, anchor }: Mention, { assertion, cues }: RangeAssertion): AssertedMention {
  return { axis, value, via, from, to, sentence, assertion, cues, ...(attributes && { attributes }), ...(anchor && { anchor }) };
}

/** Asserts any token range that lies in one sentence, as a mention of `axis` would be asserted there. */
export function assertRange(reading: Reading, range: Range, scan: Scan, knowledge: Knowledge, axis: MentionAxis = 'problem'): RangeAssertion {
  const target: Target = { from: range.from, to: range.to, axis, sentence: firstFrom(reading.sentences, range.from + 1) - 1 };
  const holds = findHolds([target], { reading, scan, knowledge })[0] ?? [];
  return weigh([...holds.map(cueVoice), sectionVoice(target, reading, knowledge)]);
}

const cueVoice = ({ match, cue }: Hold): Voice => ({ says: cue.effect, over: cue.over, cue: { from: match.from, to: match.to, via: cue.id } });

/** A concept may deny by its own words: "non-radiating". */
function ownVoice(mention: Mention, knowledge: Knowledge): Voice | undefined {
  const polarity = mention.attributes?.['polarity'] ?? knowledge.concepts.get(mention.via)?.attributes?.['polarity'];
  return polarity === 'absent' ? { says: { polarity }, cue: { from: mention.from, to: mention.to, via: mention.via } } : undefined;
}

function sectionVoice(target: Target, reading: Reading, knowledge: Knowledge): Voice | undefined {
  const section = reading.sections[reading.sentences[target.sentence]?.section ?? -1];
  const entry = section && knowledge.sections.get(section.kind);
  if (!section || !entry?.assertion || (entry.axes && !entry.axes.includes(target.axis))) return undefined;
  const cue = section.header && { from: section.header.from, to: section.header.to, via: `section.${section.kind}` };
  return { says: entry.assertion, cue };
}

/**
 * For every dimension the first voice that speaks of it decides, unless one stands against just that value.
 * The deciding voice is cited where it moves the dimension off the default or overrules another. Most mentions have no voice: one answer for all.
 */
function weigh(given: readonly (Voice | undefined)[]): RangeAssertion {
  const voices = given.filter((voice) => voice !== undefined);
  if (voices.length === 0) return UNSPOKEN;
  const cited = new Set<CueEvidence>();
  const decide = <D extends Dimension>(dimension: D): Assertion[D] => {
    const speaking = voices.filter(({ says, over }) => says[dimension] && !over);
    const first = speaking[0]?.says[dimension] ?? PLAIN[dimension];
    const against = voices.find(({ says, over }) => says[dimension] && over?.includes(first));
    const { says, cue } = against ?? speaking[0] ?? { says: {} };
    const value = says[dimension] ?? PLAIN[dimension];
    if (cue && (value !== PLAIN[dimension] || speaking.some((voice) => voice.says[dimension] !== value))) cited.add(cue);
    return value;
  };
  const assertion = { polarity: decide('polarity'), certainty: decide('certainty'), time: decide('time'), subject: decide('subject') };
  return { assertion, cues: [...cited].sort((a, b) => a.from - b.from) };
}

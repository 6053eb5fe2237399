// What the text says of a problem, through the real pipeline: one sentence a row, like from like beside it.
import { describe, expect, it } from 'vitest';
import { assertMentions, assertRange } from '../../src/assertion/assert-mentions.ts';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { findMentions } from '../../src/mention/find-mentions.ts';
import { readNote } from '../../src/text/read-note.ts';
import type { AssertedMention, Assertion } from '../../src/types.ts';

const knowledge = loadKnowledge();

function assertText(text: string): readonly (AssertedMention & { readonly words: string })[] {
  const reading = readNote(text, knowledge.book);
  const { start, end } = reading.tokens;
  return assertMentions(reading, findMentions(reading, knowledge), knowledge)
    .map((mention) => ({ ...mention, words: text.slice(start[mention.from], end[mention.to - 1]).toLowerCase() }));
}

const named = ({ polarity, certainty, time, subject }: Assertion): string =>
  [polarity, certainty, time, subject].filter((value) => !['present', 'certain', 'current', 'patient'].includes(value)).join(' ') || 'plain';

/** A row: the text, then `words = what is said of them` for every mention to look at. */
const ROWS: Readonly<Record<string, readonly (readonly [text: string, ...expected: string[]])[]>> = {
  negation: [
    ['Denies numbness, tingling, or weakness.', 'numbness = absent', 'tingling = absent', 'weakness = absent'],
    ['No fever, chills, or back pain.', 'back pain = absent'],
    ['She denies numbness; reports back pain.', 'numbness = absent', 'back pain = plain'],
    ['No numbness, he has back pain.', 'numbness = absent', 'back pain = plain'],
    ['Denies weakness and complains of back pain.', 'weakness = absent', 'back pain = plain'],
    ['No leg pain, back pain is worse.', 'leg pain = absent', 'back pain = plain'],
    ['No numbness except in the left foot.', 'numbness = plain', 'foot = plain'],
    ['No weakness, no numbness except in the left foot.', 'weakness = absent', 'numbness = plain'],
    ['EXTREMITIES: Denies numbness.', 'numbness = absent'],
    ['Pain is 0/10.', 'pain = absent'],
    ['Back pain is 0/10 at rest, 8/10 with bending.', 'back pain = plain'],
    ['Straight leg raise normal.', 'straight leg raise = absent'],
    ['No weakness but back pain.', 'weakness = absent', 'back pain = plain'],
    ['There is no evidence of sciatica.', 'sciatica = absent'],
    ['Evidence of sciatica.', 'sciatica = plain'],
    ['Back pain without sciatica.', 'back pain = plain', 'sciatica = absent'],
    ['Back pain without relief, sciatica too.', 'back pain = plain', 'sciatica = plain'],
    ['Without numbness with back pain.', 'numbness = absent', 'back pain = plain'],
    ['He does not have sciatica.', 'sciatica = absent'],
    ['He does not have fever but has sciatica.', 'sciatica = plain'],
    ['Negative for numbness and back pain.', 'numbness = absent', 'back pain = absent'],
    ['Gram negative infection and back pain.', 'back pain = plain'],
    ['No change in back pain.', 'back pain = plain'],
    ['Not only back pain but numbness.', 'back pain = plain', 'numbness = plain'],
    ['Not without back pain.', 'back pain = plain'],
    ['No. 3 on the list is back pain.', 'back pain = plain'],
    ['In no acute distress, marked kyphosis.', 'kyphosis = plain'],
    ['No numbness in a man who presents with sciatica.', 'numbness = absent', 'sciatica = plain'],
    ['(-) numbness (+) sciatica', 'numbness = absent', 'sciatica = plain'],
    ['No symptoms such as numbness or weakness.', 'numbness = absent', 'weakness = absent'],
  ],
  'answers and words behind': [
    ['Numbness: none.', 'numbness = absent'],
    ['Numbness: no\nTingling: yes\nWeakness: no', 'numbness = absent', 'tingling = plain', 'weakness = absent'],
    ['Back pain: no numbness.', 'back pain = plain', 'numbness = absent'],
    ['Sciatica was ruled out.', 'sciatica = absent'],
    ['He has back pain, but sciatica was ruled out.', 'back pain = plain', 'sciatica = absent'],
    ['Disc herniation is not seen at L4-5.', 'disc herniation = absent'],
    ['Disc herniation is seen at L4-5.', 'disc herniation = plain'],
    ['Straight leg raise is negative.', 'straight leg raise = absent'],
    ['Non-radiating low back pain.', 'non-radiating = absent', 'low back pain = plain'],
  ],
  doubt: [
    ['Possible sciatica.', 'sciatica = possible'],
    ['Probable lumbar radiculopathy; low back pain.', 'radiculopathy = possible', 'low back pain = plain'],
    ['Back pain, likely sciatica.', 'back pain = plain', 'sciatica = possible'],
    ['Radiculopathy, likely at L5-S1.', 'radiculopathy = plain', 'l5-s1 = possible'],
    ['Rule out disc herniation or spinal stenosis.', 'disc herniation = possible', 'spinal stenosis = possible'],
    ['Symptoms consistent with sciatica.', 'sciatica = possible'],
    ['Symptoms not consistent with sciatica.', 'sciatica = absent'],
    ['I believe this is sciatica.', 'sciatica = plain'],
    ['This may represent sciatica.', 'sciatica = possible'],
    ['Sciatica cannot be excluded.', 'sciatica = possible'],
    ['Lumbar strain versus sciatica.', 'lumbar strain = possible', 'sciatica = possible'],
    ['Likely to benefit from care of her back pain.', 'back pain = plain'],
    ['Call as soon as possible, back pain.', 'back pain = plain'],
    ['Sciatica is unlikely.', 'sciatica = absent possible'],
    ['Right L5 versus S1 radiculopathy.', 'radiculopathy = plain'],
    ['Working diagnosis: sciatica.', 'sciatica = possible'],
  ],
  past: [
    ['History of sciatica.', 'sciatica = past'],
    ['3-month history of sciatica.', 'sciatica = plain'],
    ['Long history of back pain.', 'back pain = plain'],
    ['HISTORY OF PRESENT ILLNESS: Back pain.', 'back pain = plain'],
    ['PAST MEDICAL HISTORY: Sciatica.', 'sciatica = past'],
    ['History of hypertension, now with back pain.', 'back pain = plain'],
    ['History of gout who presents with back pain.', 'back pain = plain'],
    ['No history of sciatica.', 'sciatica = absent past'],
    ['Previous sciatica.', 'sciatica = past'],
    ['Prior to the visit, back pain.', 'back pain = plain'],
    ['Status post lumbar fusion with back pain.', 'lumbar fusion = past', 'back pain = plain'],
    ['Sciatica has resolved.', 'sciatica = past'],
    ['Sciatica has not resolved.', 'sciatica = plain'],
    ['He has back pain, but the numbness has resolved.', 'back pain = plain', 'numbness = past'],
    ['Back pain in the past.', 'back pain = past'],
    ['Back pain in the past 3 weeks.', 'back pain = plain'],
    ['She no longer has sciatica.', 'sciatica = past'],
    ['Leg pain is gone.', 'leg pain = absent'],
    ['Leg pain is relieved by rest.', 'leg pain = plain'],
    ['History of chronic back pain.', 'back pain = plain'],
    ['She has had multiple back surgeries.', 'back surgeries = past'],
    ['Physical therapy has failed.', 'physical therapy = past'],
    ['Lumbar laminectomy in 2015.', 'lumbar laminectomy = past'],
    ['Status post insidious onset of back pain.', 'back pain = plain'],
    ['She has a history of back pain for some time.', 'back pain = plain'],
    ['2-year history of back pain.', 'back pain = plain'],
    ['In 2004, she developed sciatica.', 'sciatica = past'],
    ['In 2004, he moved house, and now has sciatica.', 'sciatica = plain'],
    ['SOCIAL HISTORY: Retired because of back pain.', 'back pain = past'],
  ],
  planned: [
    ['Plan for MRI of the lumbar spine.', 'mri = planned'],
    ['MRI of the lumbar spine showed stenosis.', 'mri = plain'],
    ['An MRI was ordered.', 'mri = planned'],
    ['PLAN: Trigger point injection done today.', 'trigger point injection = plain'],
    ['Refer to physical therapy for back pain.', 'physical therapy = planned', 'back pain = plain'],
    ['Return if you develop numbness or weakness.', 'numbness = planned', 'weakness = planned'],
    ['Risks include numbness and weakness.', 'numbness = planned', 'weakness = planned'],
    ['See if the back pain improves.', 'back pain = plain'],
    ['Return for weakness, numbness or fever.', 'weakness = planned', 'numbness = planned'],
    ['Return for recheck of back pain.', 'back pain = plain'],
    ['Return if chronic back pain comes back.', 'back pain = planned'],
    ['If he bends, the pain shoots down the leg.', 'pain = plain'],
  ],
  'somebody else': [
    ['Father had sciatica.', 'sciatica = family'],
    ['Family history of back pain.', 'back pain = family'],
    ['FAMILY HISTORY: Back pain.', 'back pain = family'],
    ['Family history negative for sciatica.', 'sciatica = absent family'],
    ['Sciatica in his father.', 'sciatica = family'],
    ['His wife states that he has back pain.', 'back pain = plain'],
    ['Mother states the patient has back pain.', 'back pain = plain'],
    ['His wife has sciatica.', 'sciatica = other'],
    ['Lives with his mother and has back pain.', 'back pain = plain'],
  ],
};

describe.each(Object.entries(ROWS))('assertion: %s', (_, rows) => {
  it.each(rows)('%s', (text, ...expected) => {
    const mentions = assertText(text);
    const said = expected.map((row) => row.slice(0, row.indexOf(' = '))).map((words) => {
      const mention = mentions.find((m) => m.words === words);
      return `${words} = ${mention ? named(mention.assertion) : 'not found'}`;
    });
    expect(said).toEqual(expected);
  });
});

describe('the cues of an assertion', () => {
  const cuesOf = (text: string, words: string): readonly string[] => assertText(text).find((m) => m.words === words)?.cues.map(({ via }) => via) ?? [];

  it('cite what sets each dimension', () => {
    expect(cuesOf('Father had possible sciatica.', 'sciatica')).toEqual(['cue.relative', 'cue.possible']);
    expect(cuesOf('Back pain.', 'back pain')).toEqual([]);
  });

  it('cite the header of a section, and what overrules it', () => {
    expect(cuesOf('PAST MEDICAL HISTORY: Sciatica.', 'sciatica')).toEqual(['section.past-medical-history']);
    expect(cuesOf('PAST MEDICAL HISTORY: Gout. She now has sciatica.', 'sciatica')).toEqual(['cue.now']);
  });

  it('cite the words of a mention that denies by itself', () => {
    expect(cuesOf('Non-radiating low back pain.', 'non-radiating')).toEqual(['radiation.none']);
  });

  it('hold for any range of tokens, whether or not it is a mention', () => {
    const reading = readNote('He has pain. No purple elephants were seen.', knowledge.book);
    const scan = findMentions(reading, knowledge);
    expect(assertRange(reading, { from: 5, to: 7 }, scan, knowledge).assertion.polarity).toBe('absent');
    expect(assertRange(reading, { from: 0, to: 1 }, scan, knowledge).assertion.polarity).toBe('present');
  });
});

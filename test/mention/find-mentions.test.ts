// The scan as a whole: overlaps, weak forms, headers, cues and order; and time that grows no faster than the text.
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/mention/find-mentions.ts';
import { readNote } from '../../src/text/read-note.ts';
import { knowledge, mentionsOf, valuesOf } from './found.ts';

const cuesOf = (text: string): string[] => findMentions(readNote(text, knowledge.book), knowledge).cues.map(({ cue }) => cue);

describe('overlaps', () => {
  test('the longer name wins, sites and sides may stand inside it', () => {
    expect(mentionsOf('Left low back pain.').map(({ axis, value }) => `${axis} ${value}`)).toEqual(['laterality left', 'problem low-back-pain', 'site low-back']);
  });
  test('an abbreviation may give site and side', () => {
    expect(mentionsOf('Weak RLE.').map(({ axis, value }) => `${axis} ${value}`)).toEqual(expect.arrayContaining(['site leg', 'laterality right']));
  });
  test('words that mean something else give no site', () => {
    for (const text of ['She came back on Monday.', 'He is 6 feet tall.', 'On the other hand he is well.', 'Cervical lymph nodes are small.']) expect(valuesOf(text, 'site')).toEqual([]);
  });
  test('mentions come in order of position', () => {
    const starts = mentionsOf('Chronic low back pain radiating to the left leg for 3 months, MRI of the lumbar spine pending.').map(({ from }) => from);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('weak forms', () => {
  test.each(['Stenosis at L4-5.', 'Lumbar bulge and stenosis.', 'Protrusion noted at L5-S1.', 'MRI of the lumbar spine was done. It shows a herniation.'])('%j has the spine near', (text) => {
    expect(valuesOf(text, 'problem')).not.toEqual([]);
  });
  test.each(['There is stenosis.', 'Umbilical bulge.', 'A bulge of the abdomen. The lumbar spine is straight.'])('%j has not', (text) => {
    expect(valuesOf(text, 'problem').filter((value) => value === 'spinal-stenosis' || value === 'disc-displacement')).toEqual([]);
  });
});

describe('headers', () => {
  test('a problem named in a header is not stated', () => expect(valuesOf('NECK AND LOWER BACK PAIN HISTORY: None.', 'problem')).toEqual([]));
  test('a level that heads a line is', () => expect(valuesOf('L4-L5: Disc bulge.', 'level')).toEqual(['L4-L5']));
});

describe('cues', () => {
  test('are found', () => expect(cuesOf('She denies low back pain.')).not.toEqual([]));
  test('pseudo-cues swallow those inside them', () => expect(cuesOf('There is no change in the low back pain.')).toEqual([]));
});

test('the same text gives the same scan', () => {
  const text = 'Lumbago with sciatica, left side, since 2019.';
  expect(mentionsOf(text, { date: '2026-11-15' })).toEqual(mentionsOf(text, { date: '2026-11-15' }));
});

test.each(['L4-5, ', 'pain down the leg and ', 'MRI ', 'L4\n', '3 weeks of '])('%j again and again takes linear time', (unit) => {
  const time = (count: number): number => {
    const reading = readNote(unit.repeat(count), knowledge.book);
    const start = performance.now();
    findMentions(reading, knowledge);
    return performance.now() - start;
  };
  time(500);
  expect(time(8000)).toBeLessThan(Math.max(50, time(2000)) * 16);
});

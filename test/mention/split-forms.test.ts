// Names that a place interrupts: one mention from the first word to the last, the place inside it.
import { expect, test } from 'vitest';
import { mentionsOf, valuesOf } from './found.ts';

test.each([
  ['Degenerative lumbar disc disease.', 'disc-degeneration', 'Degenerative lumbar disc disease'],
  ['Herniated L4-5 disc.', 'disc-displacement', 'Herniated L4-5 disc'],
  ['A herniated left L5-S1 disk was seen.', 'disc-displacement', 'herniated left L5-S1 disk'],
  ['Prolapsed lumbar intervertebral disc.', 'disc-displacement', 'Prolapsed lumbar intervertebral disc'],
  ['Compression L1 fracture.', 'compression-fracture', 'Compression L1 fracture'],
])('%j', (text, problem, words) => {
  expect(mentionsOf(text).filter(({ axis }) => axis === 'problem').map(({ value, words: on }) => [value, on])).toEqual([[problem, words]]);
});

test('the place inside keeps its own mention', () => expect(valuesOf('Herniated L4-5 disc.', 'level')).toEqual(['L4-L5']));
test.each([['Chronic low back pain.', 'low-back-pain'], ['Neck low back pain.', 'low-back-pain'], ['Chronic lower lumbar back pain.', 'low-back-pain']])('%j: a pain belongs to its place', (text, problem) => {
  expect(valuesOf(text, 'problem')).toEqual([problem]);
});

test('one form that names two places gives both', () => expect(valuesOf('Numbness of the upper and lower extremities.', 'site').sort()).toEqual(['arm', 'leg']));

// Sides: words, signs and letters that say one, and the many lefts and rights that do not.
import { describe, expect, test } from 'vitest';
import { valuesOf } from './found.ts';

describe('sides', () => {
  test.each([
    ['L leg weakness', 'left'], ['R hip pain', 'right'], ['pain (L) knee', 'left'], ['leg pain R>L', 'bilateral'], ['left greater than right leg pain', 'bilateral'],
    ['right worse than left', 'bilateral'], ['numbness b/l', 'bilateral'], ['Rt sided bulge', 'right'], ['Lt foot', 'left'], ['both legs hurt', 'bilateral'],
    ['both of her lower extremities', 'bilateral'], ['both exit nerve roots', 'bilateral'], ['left and right hip pain', 'bilateral'], ['weak bilaterally', 'bilateral'],
    ['has left leg pain', 'left'], ['weakness of the RLE', 'right'], ['R L5 radiculopathy', 'right'], ['L SI joint pain', 'left'], ['L lumbar radiculopathy', 'left'], ['pain on the left', 'left'],
    ['right back pain', 'right'], ['pain in the right lower quadrant', 'right'],
  ])('%j', (text, side) => expect(valuesOf(text, 'laterality')).toEqual([side]));
});

describe('no sides', () => {
  test.each([
    'He left the hospital.', 'He was left with pain.', 'right-handed', 'left-handed', 'right hand dominant', 'He is fine right now.', 'Go right away.', 'All right.', 'Pills were left over.',
    'R/O fracture', 'L-spine films', 'L5 fracture', 'both back and leg pain', 'L. Smith came.',
  ])('%j', (text) => expect(valuesOf(text, 'laterality')).toEqual([]));
});

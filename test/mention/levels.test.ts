// Levels: every way of writing them, and what only looks like one.
import { describe, expect, test } from 'vitest';
import { knowledge, mentionsOf, valuesOf } from './found.ts';

describe('levels', () => {
  test.each([
    ['Stenosis at L4.', 'L4'], ['Disc at L4-5.', 'L4-L5'], ['Disc L4-L5.', 'L4-L5'], ['Disc L4/5.', 'L4-L5'], ['Disc L4/L5.', 'L4-L5'],
    ['disc L5S1', 'L5-S1'], ['facets at L45, and L34', 'L4-L5 L3-L4'], ['L5-1 disc', 'L5-S1'], ['l4-5 bulge', 'L4-L5'], ['C5–C6 disc', 'C5-C6'],
    ['L4 - L5: bulge', 'L4-L5'], ['L-4 vertebra', 'L4'], ['L-5 S-1 disc', 'L5 S1'], ['L 4-5 disc', 'L4-L5'], ['C7-T1', 'C7-T1'], ['T12-L1', 'T12-L1'],
    ['D12 vertebra', 'T12'], ['D12-L1 disc', 'T12-L1'], ['C8 radiculopathy', 'C8'], ['left S1 nerve root', 'S1'],
    ['Fusion L4 through S1', 'L4-L5 L5-S1'], ['fusion L4 to S1', 'L4-L5 L5-S1'], ['L4-S1 fusion', 'L4-L5 L5-S1'], ['C3-6 laminectomy', 'C3-C4 C4-C5 C5-C6'],
    ['rods T11-L2', 'T11-T12 T12-L1 L1-L2'], ['L4/L5/S1 disc', 'L4-L5 L5-S1'], ['L3-4-5 discs', 'L3-L4 L4-L5'], ['L4-L5 to L5-S1', 'L4-L5 L5-S1'],
    ['C5 and C6 roots', 'C5 C6'], ['L4, L5 and S1 roots', 'L4 L5 S1'], ['L4 and 5', 'L4 L5'], ['L2&L3 bodies', 'L2 L3'], ['S2-S4 roots', 'S2 S3 S4'],
    ['C3-C4, C4-C5 and C5-C6', 'C3-C4 C4-C5 C5-C6'], ['L3-4, 4-5 discs', 'L3-L4 L4-L5'], ['L3-4, L4-5, and 5-1 discs', 'L3-L4 L4-L5 L5-S1'],
    ['slip of L4 over L5', 'L4-L5'], ['spondylolisthesis of L5 on S1', 'L5-S1'], ['L5-S1\nand L4-L5', 'L5-S1 L4-L5'], ['1. Fusion T12-L2.2. Rods', 'T12-L1 L1-L2'],
    ['L4-5 5 mm bulge', 'L4-L5'], ['L4, 5 mm nodule', 'L4'], ['at T2 compression fracture', 'T2'], ['S2 vertebral body', 'S2'],
  ])('%j', (text, values) => expect(valuesOf(text, 'level').join(' ')).toBe(values));
});

describe('no levels', () => {
  test.each([
    'T1 signal is low', 'T2 hyperintense focus', 'axial T1 and T2 weighted images', 'C3 and C4 complement are low', 'S1 S2 normal, no murmur', 'Heart: S1, S2 regular',
    'Normal S1 and S2.', 'no S3 or S4', 'free T4 was normal', 'TSH and T4', 'vitamin D3', 'T2N0M0 tumor', 'stage T2 N0', 'strength R 5/5 L 4/5', 'S13.4XXA and C50.911',
    'D5 half normal saline', 'He is 5 feet 10.',
  ])('%j', (text) => expect(valuesOf(text, 'level')).toEqual([]));

  test.each(knowledge.words.levels.traps.map(({ id, example }) => [id, example]))('%s: %j', (_, text) => expect(valuesOf(text, 'level')).toEqual([]));
});

test('what needs a word beside it', () => {
  for (const { example } of knowledge.words.levels.needs) expect(valuesOf(example, 'level')).not.toEqual([]);
});

test('a run stands on all its words', () => {
  expect(mentionsOf('Fusion L4 through S1.').filter(({ axis }) => axis === 'level').map(({ words }) => words)).toEqual(['L4 through S1', 'L4 through S1']);
});

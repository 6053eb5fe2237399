// The scope routine alone, on made-up tokens: direction, reach, stops, edges.
import { describe, expect, it } from 'vitest';
import { LONGEST_REACH, reach } from '../../src/scope/reach.ts';

const place = {
  sentence: { from: 10, to: 30 },
  stops: [{ from: 13, to: 14, stop: 'clause', sentence: 1 }, { from: 24, to: 26, stop: 'subject', sentence: 1 }, { from: 35, to: 36, stop: 'clause', sentence: 2 }],
};
const at = { from: 18, to: 20 };

describe('reach', () => {
  it.each([
    ['after, to the next stop', { direction: 'after', within: 0, stops: ['subject'] }, [{ from: 20, to: 24 }]],
    ['after, past a stop of another class', { direction: 'after', within: 0, stops: ['clause'] }, [{ from: 20, to: 30 }]],
    ['after, no further than it may', { direction: 'after', within: 3, stops: ['subject'] }, [{ from: 20, to: 23 }]],
    ['before, from the last stop', { direction: 'before', within: 0, stops: ['clause'] }, [{ from: 14, to: 18 }]],
    ['before, from the start of the sentence', { direction: 'before', within: 0, stops: [] }, [{ from: 10, to: 18 }]],
    ['both, the range before it first', { direction: 'both', within: 2, stops: [] }, [{ from: 16, to: 18 }, { from: 20, to: 22 }]],
  ] as const)('%s', (_, operator, expected) => {
    expect(reach(operator, at, place)).toEqual(expected);
  });

  it('gives nothing where nothing is left', () => {
    expect(reach({ direction: 'after', within: 0, stops: [] }, { from: 29, to: 30 }, place)).toEqual([]);
    expect(reach({ direction: 'after', within: 0, stops: ['subject'] }, { from: 22, to: 24 }, place)).toEqual([]);
  });

  it('never goes further than the longest reach', () => {
    const endless = { sentence: { from: 0, to: 10_000 }, stops: [] };
    expect(reach({ direction: 'after', within: 0, stops: [] }, { from: 0, to: 1 }, endless)).toEqual([{ from: 1, to: 1 + LONGEST_REACH }]);
  });
});

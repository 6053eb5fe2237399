// The timeline of a note: releases with the same codes joined, and each change told from the lives of the codes.
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import { PLAIN } from '../src/format/parts/format.ts';
import { renderTimeline } from '../src/format/text/timeline.ts';

const analyzer = createAnalyzer();
const timelineOf = (text: string) => analyzer.timeline({ id: 'visit', text });
const told = (text: string): readonly string[] => timelineOf(text).periods.map(({ releases, codes }) => `${releases[0]} ${codes.map(({ code }) => code).join(' ')}`.trim());

describe('a timeline', () => {
  it('tells a split', () => {
    const { periods } = timelineOf('Low back pain.');
    expect(periods.map(({ from, until, codes }) => [from, until, codes.map(({ code }) => code)])).toEqual([
      ['2015-10-01', '2021-10-01', ['M54.5']], ['2021-10-01', undefined, ['M54.50']],
    ]);
    expect(periods[1]!.changes).toEqual([{ kind: 'split', codes: ['M54.5', 'M54.50', 'M54.51', 'M54.59'], says: 'M54.5 was split on 2021-10-01 into M54.50, M54.51, M54.59' }]);
  });

  it.each([
    ['Assessment: Lumbar degenerative disc disease with low back pain.', ['FY2016 M51.36', 'FY2025 M51.360']],
    ['Assessment: Lumbar spinal stenosis with neurogenic claudication.', ['FY2016 M48.06', 'FY2018 M48.062']],
    ['Low back pain after lifting a box.', ['FY2016 M54.5', 'FY2017 M54.5 X50.0XXA', 'FY2022 M54.50 X50.0XXA']],
    ['Assessment: Cervicalgia.', ['FY2016 M54.2']],
    ['He denies back pain.', ['FY2016']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  it('tells a new code, a code that stays beside it, and a new title', () => {
    const says = (text: string): readonly string[] => timelineOf(text).periods.flatMap(({ changes }) => changes.map((change) => `${change.kind}: ${change.says}`));
    expect(says('Low back pain after lifting a box.')[0]).toBe('new: X50.0XXA is new since 2016-10-01; no code stood in its place');
    expect(says('Assessment: Annular defect at L4-5.')).toEqual(['new: M51.A0 is new since 2022-10-01; before, M51.86 held it and still stands for the rest']);
    expect(says('Assessment: Cervical disc disorder with radiculopathy at mid cervical levels.').every((one) => one.length > 0)).toBe(true);
  });

  it('reads well', () => {
    expect(renderTimeline(timelineOf('Low back pain.'), PLAIN)).toBe([
      'visit — FY2016–FY2027: 1 change', '',
      'FY2016–FY2021       from 2015-10-01, before 2021-10-01', '   M54.5    Low back pain', '',
      'FY2022–FY2027       from 2021-10-01', ' ↳ M54.5 was split on 2021-10-01 into M54.50, M54.51, M54.59', '   M54.50   Low back pain, unspecified', '',
    ].join('\n'));
  });
});

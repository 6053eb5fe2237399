// Charts as strings: what they draw is what they say and what their table holds; hostile names stay text.
import { describe, expect, it } from 'vitest';
import { drawBars } from '../../src/charts/draw-bars.ts';
import { drawLine, type Point } from '../../src/charts/draw-line.ts';

const frame = { id: 'codes', title: 'Codes', caption: 'Of 80 notes.', table: { columns: ['Code', 'Notes'], rows: [{ key: 'M54.2', cells: ['M54.2', '12'] }, { cells: ['M54.30', '3'] }] } };

describe('bars', () => {
  it('the longest fills the width, the others keep their share, parts follow each other', () => {
    const drawn = drawBars({ ...frame, bars: [
      { label: 'M54.2', says: '12', parts: [{ kind: 'plain', name: 'supported', count: 9 }, { kind: 'open', name: 'underspecified', count: 3 }] },
      { label: 'M54.30', says: '3', parts: [{ kind: 'plain', name: 'supported', count: 3 }] },
    ] });
    expect([...drawn.matchAll(/class="chart-(plain|open)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(([, kind, x, width]) => [kind, x, width]))
      .toEqual([['plain', '0', '75'], ['open', '75', '25'], ['plain', '0', '25']]);
    expect(drawn).toContain('<figcaption>Of 80 notes.</figcaption>');
    expect(drawn).toContain('<button type="button" data-key="M54.2">M54.2</button>');
    expect(drawn).toContain('aria-label="Codes: M54.2, 12; M54.30, 3"');
  });

  it('no rows are said in words, without a picture', () => {
    const drawn = drawBars({ ...frame, bars: [] });
    expect(drawn).toContain('None.');
    expect(drawn).not.toContain('<svg');
  });

  it('names that look like markup stay text', () => {
    const drawn = drawBars({ ...frame, title: '<b>"x"', bars: [{ key: '"><script>', label: '<script>alert(1)</script>', says: '&', parts: [{ kind: 'plain', count: 1 }] }] });
    expect(drawn).not.toMatch(/<script|<b>/);
    expect(drawn).toContain('&lt;script&gt;alert(1)');
  });
});

describe('lines', () => {
  const points = (values: readonly (number | undefined)[]): Point[] => values.map((value, at) => ({ label: `2026-0${at + 1}`, value, says: String(value) }));

  it('zero lies on the floor, the highest at the top, a month without a rate breaks the line', () => {
    const drawn = drawLine({ ...frame, points: points([0, 10, undefined, 5]) });
    const path = / d="([^"]+)"/.exec(drawn)?.[1] ?? '';
    expect(path).toBe('M7 104L35.67 24M93 64');
    expect(drawn.match(/<circle/g)).toHaveLength(3);
  });

  it('labels first, last and highest above, the lowest below, and none on another', () => {
    const labels = [...drawLine({ ...frame, points: points([5, 2, 7, 6, 5]) }).matchAll(/class="chart-says" x="([\d.]+)%" y="([\d.]+)"[^>]*>([^<]+)/g)].map(([, , y, says]) => [says, Number(y)]);
    expect(labels).toEqual([['5', 38.86], ['2', 99.14], ['7', 16], ['5', 38.86]]);
  });

  it('one month is a dot, none is said in words', () => {
    expect(drawLine({ ...frame, points: points([4]) })).toContain('<circle class="chart-dot" cx="50%" cy="24" r="3.5"/><text class="chart-says" x="50%" y="16"');
    expect(drawLine({ ...frame, points: points([undefined]) })).toContain('None.');
  });
});

// The quick bench holds the floors of bench/floors.json: ratios against others in the same run, never milliseconds. Needs dist/ (npm run build).
// What is asked for and not reached yet stands there beside each floor.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

interface Floor { readonly asked: number; readonly floor: number; readonly ownFloor: number }
interface Ceiling { readonly asked: number; readonly ceiling: number }
interface Floors {
  readonly slack: number;
  readonly fasterThan: Readonly<Record<string, Floor>>;
  readonly scanIsFasterThanRegexBy: Floor;
  readonly factorPerDoubling: Ceiling; readonly hostileOverOrdinary: Ceiling; readonly coldStartOverBareNode: Ceiling;
}
interface Bench {
  readonly source: string;
  readonly race: readonly { readonly name: string; readonly lumbagoIsFasterBy: number }[];
  readonly scanIsFasterThanRegexBy: number;
  readonly sizes: readonly { readonly length: number; readonly factorPerDoubling?: number }[];
  readonly hostile: readonly { readonly name: string; readonly overOrdinary: number }[];
  readonly coldStart: { readonly ratio: number };
}

const at = (path: string): string => fileURLToPath(new URL(`../bench/${path}`, import.meta.url));
const floors = JSON.parse(readFileSync(at('floors.json'), 'utf8')) as Floors;
const floorOf = ({ floor, ownFloor }: Floor): number => (bench.source.startsWith('real') ? floor : ownFloor) * floors.slack;
const ceilingOf = ({ ceiling }: Ceiling): number => ceiling / floors.slack;
let bench: Bench;

describe('the quick bench', () => {
  beforeAll(() => {
    bench = JSON.parse(execFileSync(process.execPath, [at('bench.mjs'), '--quick', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 24 })) as Bench;
  }, 600_000);

  it.each(Object.entries(floors.fasterThan))('keeps its rate beside %s', (name, floor) => {
    expect(bench.race.find((one) => one.name === name)?.lumbagoIsFasterBy).toBeGreaterThan(floorOf(floor));
  });

  it('keeps the rate of tokens and forms alone beside a regex', () => {
    expect(bench.scanIsFasterThanRegexBy).toBeGreaterThan(floorOf(floors.scanIsFasterThanRegexBy));
  });

  it('grows with the length of a note and no faster', () => {
    const factors = bench.sizes.flatMap(({ factorPerDoubling }) => factorPerDoubling ?? []);
    expect(factors.length).toBeGreaterThan(0);
    for (const factor of factors) expect(factor).toBeLessThan(floors.factorPerDoubling.ceiling * 1.25);
  });

  it('takes hostile text as it takes ordinary text', () => {
    expect(bench.hostile.length).toBeGreaterThan(7);
    for (const { name, overOrdinary } of bench.hostile) expect(overOrdinary, name).toBeLessThan(ceilingOf(floors.hostileOverOrdinary));
  });

  it('starts the command line beside a bare node', () => {
    expect(bench.coldStart.ratio).toBeLessThan(ceilingOf(floors.coldStartOverBareNode));
  });
});

// Random sets of findings, through tables, settlement and edits: never an invalid code, never a code twice, never an Excludes1 pair in silence.
// SETS sets how many (default 20,000); `SETS=1000000 npx vitest run test/random-findings.test.ts` is the long run.
import { describe, expect, it } from 'vitest';
import { codeFindings } from '../src/code/code-findings.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';
import type { Finding } from '../src/types.ts';
import { readExcludes1 } from './random/excludes1.ts';
import { drawCase, fillUrn } from './random/random-case.ts';

const SETS = Number(process.env['SETS'] ?? 20_000);
const knowledge = loadKnowledge();
const excludes1 = readExcludes1(knowledge.tabular, knowledge.readings);
const urn = fillUrn(knowledge);

interface Tally { invalid: string[]; twice: string[]; silent: string[]; codes: number; pairs: number }

function judge(seed: number, tally: Tally): void {
  const scene = drawCase(urn, seed);
  const { candidates, edits } = codeFindings(scene, new Map(scene.findings.map((finding: Finding, at) => [finding, `f${at + 1}`])));
  const standing = candidates.filter(({ status }) => status !== 'excluded').map(({ code }) => code);
  tally.codes += standing.length;
  for (const { code } of candidates) {
    const { from = '', until = '9999' } = knowledge.codes.get(code) ?? { from: '9999' };
    if (!(from <= scene.date && scene.date < until)) tally.invalid.push(`${seed}: ${code} on ${scene.date}`);
  }
  if (new Set(standing).size !== standing.length) tally.twice.push(String(seed));
  for (const [at, code] of standing.entries()) for (const other of standing.slice(at + 1)) {
    if (!excludes1(code, other) && !excludes1(other, code)) continue;
    tally.pairs += 1;
    if (!edits.some(({ kind, codes }) => kind === 'excludes1' && codes.includes(code) && codes.includes(other))) tally.silent.push(`${seed}: ${code} + ${other}`);
  }
}

describe(`${SETS} random sets of findings`, () => {
  it('give valid codes, each once, and tell every Excludes1 pair', () => {
    const tally: Tally = { invalid: [], twice: [], silent: [], codes: 0, pairs: 0 };
    for (let seed = 1; seed <= SETS; seed += 1) judge(seed, tally);
    console.log(`${SETS} sets: ${tally.codes} codes stand, ${tally.pairs} Excludes1 pairs are told`);
    expect({ invalid: tally.invalid.slice(0, 5), twice: tally.twice.slice(0, 5), silent: tally.silent.slice(0, 5) }).toEqual({ invalid: [], twice: [], silent: [] });
    expect(tally.codes).toBeGreaterThan(SETS / 2);
    expect(tally.pairs).toBeGreaterThan(SETS / 1000);
  }, 3_600_000);
});

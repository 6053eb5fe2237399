// Metamorphic pairs: a note and the same note changed in a way whose effect on the report is known. No labels are needed.
// The transformations are in metamorphic/transformations/, one file each; the last test prints how many pairs each gave.
import { afterAll, describe, expect, it } from 'vitest';
import { readSubjects, runPairs, type Failure } from './metamorphic/run-pairs.ts';
import { TRANSFORMATIONS } from './metamorphic/transformations.ts';

const LEAST = 20_000;
const SHOWN = 12;
/** Milliseconds: the pairs grow with the lexicons, and machines are slow. */
const LONGEST = 300_000;

const subjects = readSubjects();
const counts = new Map<string, number>();

const tell = ({ id, about, faults, words }: Failure): string => `${id} [${about}] ${faults.join('; ')}${words ? `\n    ${JSON.stringify(words.slice(0, 300))}` : ''}`;

describe.each(TRANSFORMATIONS.map((transformation) => ({ transformation, name: transformation.name, rule: transformation.rule })))('$name: $rule', ({ transformation }) => {
  it('over the synthetic corpora and the words of the lexicons', () => {
    const { pairs, failures } = runPairs(transformation, subjects.own);
    counts.set(transformation.name, pairs);
    expect(pairs).toBeGreaterThan(0);
    expect(failures.slice(0, SHOWN).map(tell), `${failures.length} of ${pairs} pairs fail`).toEqual([]);
  }, LONGEST);

  it.runIf(subjects.reference.length > 0)('over the reference notes', () => {
    const { pairs, failures } = runPairs(transformation, subjects.reference, true);
    counts.set(transformation.name, (counts.get(transformation.name) ?? 0) + pairs);
    expect(failures.slice(0, SHOWN).map(tell), `${failures.length} of ${pairs} pairs fail`).toEqual([]);
  }, LONGEST);
});

it(`there are ${LEAST} pairs or more`, () => {
  const total = [...counts.values()].reduce((sum, pairs) => sum + pairs, 0);
  expect(total).toBeGreaterThanOrEqual(LEAST);
});

afterAll(() => console.log([...counts].map(([name, pairs]) => `${String(pairs).padStart(6)} ${name}`).join('\n')));

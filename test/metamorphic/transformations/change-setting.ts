// Outpatient becomes inpatient, or the reverse: only codes that touch something possible may change (guidelines II.H, IV.H).
import type { Report } from '../../../src/wire.ts';
import { codesOf, differences, factsOf, reported } from '../compare.ts';
import type { Transformation } from '../transformation.ts';

const isPossible = ({ mentions }: Report): boolean => mentions.some(({ assertion }) => assertion.certainty === 'possible');

/** Findings of a candidate that are stated as possible, or evidence that is. */
function restsOnPossible(report: Report, code: string): boolean {
  const evidence = reported(report).filter((one) => one.code === code).flatMap((one) => one.evidence);
  return evidence.some(({ start, end }) => report.mentions.some((mention) => mention.start === start && mention.end === end && mention.assertion.certainty === 'possible'));
}

export const changeSetting: Transformation = {
  name: 'change the setting', rule: 'facts stay; codes change only where something is stated as possible, and the inpatient ones that come rest on it', most: 1,
  applies: () => true,
  change: ({ note }) => [{ note: { ...note, setting: note.setting === 'inpatient' ? 'outpatient' : 'inpatient' }, about: 'other setting' }],
  expect: ({ note, report }, after) => {
    const facts = differences('facts', factsOf(report), factsOf(after));
    if (!isPossible(report)) return [...facts, ...differences('codes', codesOf(report), codesOf(after))];
    const [outside, inside] = note.setting === 'inpatient' ? [after, report] : [report, after];
    const usual = new Set(reported(outside).map(({ code }) => code));
    const unfounded = reported(inside).filter(({ code }) => !usual.has(code) && !restsOnPossible(inside, code));
    return [...facts, ...unfounded.map(({ code }) => `${code} comes in hospital and rests on nothing possible`)];
  },
};

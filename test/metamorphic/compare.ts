// Reports reduced to what a transformation may or may not change: reported codes, facts, queries; and the differences in words.
import { factLabel } from '../cases.ts';
import type { Report, ReportMention } from '../../src/wire.ts';

export const reported = ({ candidates }: Report): Report['candidates'] => candidates.filter(({ status }) => status !== 'excluded');
export const isCoded = (report: Report, code: string): boolean => reported(report).some((one) => one.code === code);

/** "M54.50 supported" for every reported code, sorted. */
export const codesOf = (report: Report): string[] => reported(report).map(({ code, status }) => `${code} ${status}`).sort();
export const queriesOf = (report: Report): string[] => report.queries.map(({ axis, kind, about }) => `${axis} ${kind} ${about}`).sort();

/** "site low-back present" for a mention. */
export const factOf = ({ axis, value, assertion }: ReportMention): string => `${axis} ${value} ${factLabel(assertion)}`;
export const factsOf = ({ mentions }: Report): string[] => mentions.map(factOf);

/** Differences between two lists: "lost …", "gained …", or "in another order". */
export function differences(what: string, before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  const lost = before.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const tell = (verb: string, list: readonly string[]): string[] => list.length ? [`${what} ${verb} ${list.join(', ')}`] : [];
  const changed = [...tell('lost', lost), ...tell('gained', left)];
  const sameOrder = before.length === after.length && before.every((one, at) => one === after[at]);
  return changed.length || sameOrder ? changed : [`${what} in another order`];
}

/** The reported codes with their status, the facts and the queries are as they were. */
export const unchanged = (before: Report, after: Report): string[] => [
  ...differences('codes', codesOf(before), codesOf(after)),
  ...differences('facts', factsOf(before), factsOf(after)),
  ...differences('queries', queriesOf(before), queriesOf(after)),
];

// The life of a code: since when it is billable, what stood in its place before, what took its place.
// In: a code and Knowledge. Out: dates, codes and sentences. Only lumbago's own families have a history; for others nothing is said.
import type { CodeEntry, Knowledge } from '../lexicon/knowledge.ts';
import type { History, Named } from './description.ts';

const named = ({ code, title }: CodeEntry): Named => ({ code, title });
const listed = (codes: readonly Named[]): string => codes.map(({ code, title }) => `${code} ${title}`).join('; ');
const codesOf = (codes: readonly Named[]): string => codes.map(({ code }) => code).join(', ');

function sentences(entry: CodeEntry, { before, after, first }: { readonly before: readonly Named[]; readonly after: readonly Named[]; readonly first: string }): readonly string[] {
  const since = entry.from ?? first;
  const born = entry.from === undefined ? `billable since ${first} or longer` : `billable since ${since}`;
  if (entry.until === undefined) return [`${entry.code} is ${born}.`, ...(before.length > 0 && entry.from ? [`Before ${entry.from} ${listed(before)} stood in its place.`] : [])];
  const under = after.length > 0 && after.every(({ code }) => code.startsWith(entry.code));
  const next = after.length === 0 ? 'since then it is no longer a code' : under ? `since then it is a header; ${codesOf(after)} took its place` : `${codesOf(after)} took its place`;
  return [`${entry.code} was billable until ${entry.until}; ${next}.`];
}

/** What is known of the code's life; an empty list of sentences where nothing is. */
export function tellHistory(code: string, { codes, manifest: { releases } }: Knowledge): History {
  const entry = codes.get(code);
  const before = [codes.get(entry?.before ?? '')].flatMap((one) => one && one.code !== code ? named(one) : []);
  const after = [...codes.values()].filter((one) => one.before === code && one.code !== code).map(named).sort((a, b) => a.code < b.code ? -1 : 1);
  if (!entry) return { before, after, says: [] };
  const { from, until } = entry;
  return { ...(from && { from }), ...(until && { until }), before, after, says: sentences(entry, { before, after, first: releases[0]!.from }) };
}

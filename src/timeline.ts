// The same note coded in every release of ICD-10-CM: what it would report when, and why that changed.
// In: a note and the knowledge. Out: periods of releases with the same codes, each with the changes that led to it. It decides no code.
import { analyzeNote } from './analyze.ts';
import type { CodeEntry, Knowledge } from './lexicon/knowledge.ts';
import type { Note } from './wire.ts';

export interface TimedCode { readonly code: string; readonly title: string }

/**
 * Why the codes are others than in the period before. `split`: one code became several. `replaced`: one code took the place of one.
 * `new`: it came without a predecessor. `ended`: it went without a successor here. `renamed`: the same code with another title.
 * `follows`: the code itself did not change, but what stands beside it did.
 */
export interface Change {
  readonly kind: 'split' | 'replaced' | 'new' | 'ended' | 'renamed' | 'follows';
  readonly codes: readonly string[];
  readonly says: string;
}

/** Releases in a row with the same codes; `until` is the first day of the next period (exclusive), absent for the last one. */
export interface Period {
  readonly releases: readonly string[];
  readonly from: string;
  readonly until?: string;
  readonly codes: readonly TimedCode[];
  readonly changes: readonly Change[];
}

export interface Timeline { readonly note: string; readonly periods: readonly Period[] }

interface Dated { readonly release: string; readonly from: string; readonly codes: readonly TimedCode[] }

/** The codes of the note on the first day of each release, in the order of the claim. */
function codeReleases(note: Note, knowledge: Knowledge): readonly Dated[] {
  return knowledge.manifest.releases.map(({ release, from }) => {
    const { candidates } = analyzeNote({ ...note, date: from }, knowledge);
    const reported = candidates.filter(({ status }) => status !== 'excluded');
    return { release, from, codes: reported.map(({ code, title }) => ({ code, title })) };
  });
}

const sameCodes = (a: readonly TimedCode[], b: readonly TimedCode[]): boolean =>
  a.length === b.length && a.every(({ code, title }, at) => code === b[at]!.code && title === b[at]!.title);

/** What the note codes in each release, releases with the same codes joined. */
export function timelineOf(note: Note, knowledge: Knowledge): Timeline {
  const runs: Dated[][] = [];
  for (const dated of codeReleases(note, knowledge)) {
    const last = runs.at(-1);
    if (last && sameCodes(last[0]!.codes, dated.codes)) last.push(dated);
    else runs.push([dated]);
  }
  const periods = runs.map((run, at): Period => {
    const { from, codes } = run[0]!;
    const next = runs[at + 1]?.[0];
    const before = runs[at - 1]?.[0];
    return {
      releases: run.map(({ release }) => release), from, ...(next && { until: next.from }), codes,
      changes: before ? explainChanges(before.codes, codes, from, knowledge) : [],
    };
  });
  return { note: note.id, periods };
}

/** Each code that came or went on that day, told once, from the lives of the codes. */
function explainChanges(before: readonly TimedCode[], after: readonly TimedCode[], day: string, knowledge: Knowledge): readonly Change[] {
  const had = new Set(before.map(({ code }) => code));
  const has = new Set(after.map(({ code }) => code));
  const came = after.filter(({ code }) => !had.has(code)).map(({ code }) => explainArrival(code, day, knowledge));
  const replaced = new Set(after.flatMap(({ code }) => knowledge.codes.get(code)?.before ?? []));
  const went = before.filter(({ code }) => !has.has(code) && !replaced.has(code)).map(({ code }) => explainDeparture(code, day, knowledge));
  const renamed = after.flatMap(({ code, title }): Change[] => {
    const then = before.find((other) => other.code === code);
    return then && then.title !== title ? [{ kind: 'renamed', codes: [code], says: `${code} was renamed on ${day}; before it was "${then.title}"` }] : [];
  });
  return [...new Map([...came, ...went, ...renamed].map((change) => [change.says, change])).values()];
}

function explainArrival(code: string, day: string, knowledge: Knowledge): Change {
  const entry = knowledge.codes.get(code);
  if (entry?.from !== day) return { kind: 'follows', codes: [code], says: `${code} is reported because another code of the note changed` };
  if (entry.before === undefined) return { kind: 'new', codes: [code], says: `${code} is new since ${day}; no code stood in its place` };
  const siblings = siblingsOf(entry, knowledge);
  const stays = knowledge.codes.get(entry.before)?.until === undefined;
  if (stays) return { kind: 'new', codes: [entry.before, ...siblings], says: `${code} is new since ${day}; before, ${entry.before} held it and still stands for the rest` };
  return siblings.length > 1
    ? { kind: 'split', codes: [entry.before, ...siblings], says: `${entry.before} was split on ${day} into ${siblings.join(', ')}` }
    : { kind: 'replaced', codes: [entry.before, code], says: `${entry.before} was replaced on ${day} by ${code}` };
}

/** The codes that came on the same day from the same code. */
const siblingsOf = ({ before, from }: CodeEntry, { codes }: Knowledge): readonly string[] =>
  [...codes.values()].filter((other) => other.before === before && other.from === from).map(({ code }) => code).sort();

function explainDeparture(code: string, day: string, { codes }: Knowledge): Change {
  return codes.get(code)?.until === day
    ? { kind: 'ended', codes: [code], says: `${code} ended on ${day}, and nothing in the note leads to a successor` }
    : { kind: 'follows', codes: [code], says: `${code} is no longer reported because another code of the note changed` };
}

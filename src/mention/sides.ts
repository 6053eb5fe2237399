// Recogniser of sides that no form can hold: "L leg", "R hip" (a single capital before a body word) and "both" before a plural.
// In: a line with what the trie found. Out: laterality mentions added. Words such as left, right, bilateral are in the lexicon.
import type { Range } from '../types.ts';
import { coverageOf } from './coverage.ts';
import { draft, mentionsByStart, writtenAt, type Draft, type Line } from './line.ts';
import { phraseEnd } from './phrases.ts';

const VIA = 'recogniser.side';
const REACH = 4;
const BODY: ReadonlySet<string> = new Set(['site', 'problem', 'symptom', 'level', 'procedure']);

/** Adds a laterality mention for each such letter or word. */
export function recogniseSides(line: Line): readonly Draft[] {
  const found: Draft[] = [];
  let parts: Parts | undefined;
  for (let at = line.from; at < line.to; at++) {
    const side = mayBeSide(line, at) ? sideOf(line, at, parts ??= partsOf(line)) : undefined;
    if (side) found.push(draft(line, 'laterality', side, { from: at, to: at + 1 }, VIA));
  }
  return found.length ? [...line.mentions, ...found] : line.mentions;
}

interface Parts {
  readonly starts: ReadonlyMap<number, readonly Draft[]>;
  /** "L spine": the letter belongs to the name. */
  readonly isInName: (range: Range) => boolean;
}

function partsOf({ mentions }: Line): Parts {
  const body = mentions.filter(({ axis }) => BODY.has(axis));
  return { starts: mentionsByStart(body), isInName: coverageOf(body, true) };
}

const isLetter = ({ reading: { tokens } }: Line, at: number): boolean => (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 1;

const mayBeSide = (line: Line, at: number): boolean =>
  isLetter(line, at) ? line.words.sides.letters.has(writtenAt(line, at)) : line.words.sides.both.has(line.wordAt(at));

function sideOf(line: Line, at: number, { starts, isInName }: Parts): string | undefined {
  if (!isLetter(line, at)) return leadsToPair(line, at, starts) ? 'bilateral' : undefined;
  return starts.has(at + 1) && !isInName({ from: at, to: at + 1 }) ? line.words.sides.letters.get(writtenAt(line, at)) : undefined;
}

/** "both legs", "both of her lower extremities", "both exit nerve roots". */
function leadsToPair(line: Line, at: number, starts: Parts['starts']): boolean {
  const { pairs, plurals } = line.words.sides;
  const isPlural = (word: string): boolean => word.endsWith('s') || plurals.has(word);
  for (let next = at + 1; next <= at + REACH && next < line.to; next++) {
    if (phraseEnd(line, next, pairs) >= 0) return true;
    const site = starts.get(next)?.findLast(({ axis }) => axis === 'site');
    if (site && isPlural(line.wordAt(site.to - 1))) return true;
  }
  return false;
}

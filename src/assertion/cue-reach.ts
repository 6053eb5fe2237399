// The cues of one note with the ranges they reach, found once per cue and kept.
// In: reading, scan, knowledge. Out: for any range of the note, the cues that reach it with their distance.
import type { Cue } from '../lexicon/schema.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { firstFrom, LONGEST_REACH, reach } from '../scope/reach.ts';
import { TOKEN_KIND, type Assertion, type CueMatch, type MentionAxis, type Range, type Reading, type Scan, type StopMatch, type Tokens } from '../types.ts';

export type Dimension = keyof Assertion;
export const DIMENSIONS: readonly Dimension[] = ['polarity', 'certainty', 'time', 'subject'];

/** A cue that reaches a range; `distance` counts the tokens between them, `ahead` is true when the cue stands before what it reaches. */
export interface Hold { readonly match: CueMatch; readonly cue: Cue; readonly distance: number; readonly ahead: boolean }

/** The range that is asked about: its sentence, and its axis, which a cue may be limited to. */
export interface Target extends Range { readonly sentence: number; readonly axis: MentionAxis }

/** Finds the cues that hold a target, in order of position. */
export type FindHolds = (target: Target) => readonly Hold[];

/** Prepares the cues of a note. Beside the stop words, a cue ends the reach of every operator whose `stops` name a dimension that it sets. */
export function findHoldsIn(reading: Reading, scan: Scan, knowledge: Knowledge): FindHolds {
  const stops = withCuesAsStops(scan, knowledge);
  const known = new Map<CueMatch, readonly Range[]>();
  const rangesOf = (match: CueMatch, cue: Cue): readonly Range[] => {
    const ranges = known.get(match) ?? reachOfCue(cue, match, { reading, stops });
    known.set(match, ranges);
    return ranges;
  };
  const holdOf = (match: CueMatch, target: Target): Hold | undefined => {
    const cue = match.sentence === target.sentence ? knowledge.cues.get(match.cue) : undefined;
    return cue && takes(cue, target.axis) ? holdIn(rangesOf(match, cue), target, { match, cue }) : undefined;
  };
  return (target) => cuesNear(target, scan.cues).flatMap((match) => holdOf(match, target) ?? []);
}

function cuesNear(target: Range, cues: readonly CueMatch[]): readonly CueMatch[] {
  return cues.slice(firstFrom(cues, target.from - 2 * LONGEST_REACH), firstFrom(cues, target.to + LONGEST_REACH));
}

const takes = (cue: Cue, axis: MentionAxis): boolean => !cue.axes || cue.axes.includes(axis);

function withCuesAsStops(scan: Scan, knowledge: Knowledge): readonly StopMatch[] {
  const cueStops = scan.cues.flatMap((match) => {
    const effect = knowledge.cues.get(match.cue)?.effect ?? {};
    return DIMENSIONS.filter((dimension) => effect[dimension]).map((stop): StopMatch => ({ from: match.from, to: match.to, sentence: match.sentence, stop }));
  });
  return [...scan.stops, ...cueStops].sort((a, b) => a.from - b.from);
}

/** A cue of direction `both` that begins with a sign answers a label; it reaches back only where nothing is said after it: "Numbness: no", but not "Pain: no radiation". */
function reachOfCue(cue: Cue, match: CueMatch, place: { readonly reading: Reading; readonly stops: readonly StopMatch[] }): readonly Range[] {
  const sentence = place.reading.sentences[match.sentence];
  if (!sentence) return [];
  const ranges = reach(cue, match, { sentence, stops: place.stops });
  return isAnswer(cue, match, place.reading.tokens) && isFollowed(match, sentence, place.reading.tokens) ? ranges.filter(({ from }) => from === match.to) : ranges;
}

const isAnswer = (cue: Cue, match: Range, tokens: Tokens): boolean => cue.direction === 'both' && tokens.kind[match.from] === TOKEN_KIND.punctuation;

function isFollowed(match: Range, sentence: Range, tokens: Tokens): boolean {
  let at = match.to;
  while (at < sentence.to && tokens.kind[at] === TOKEN_KIND.newline) at++;
  return at < sentence.to && tokens.kind[at] !== TOKEN_KIND.punctuation;
}

/** A range is reached from the front by its first token, from behind by its last; the tail of a cue may be part of it ("no history of trauma"). */
function holdIn(ranges: readonly Range[], target: Range, by: { readonly match: CueMatch; readonly cue: Cue }): Hold | undefined {
  for (const range of ranges) {
    const ahead = range.from === by.match.to;
    const reached = ahead ? by.match.from < target.from && target.from < range.to : range.from < target.to && target.to < by.match.to;
    if (reached) return { ...by, ahead, distance: Math.max(0, ahead ? target.from - range.from : range.to - target.to) };
  }
  return undefined;
}

// Cues and the mentions that they reach: which cues hold each target, and how near they stand.
// In: targets in order of position, reading, scan, knowledge. Out: per target its holds. What they mean together is weighed elsewhere.
// It goes from the cues to the targets, so that the work grows with what is reached, not with what is there.
import type { Knowledge, KnownCue } from '../lexicon/knowledge.ts';
import { firstFrom, reach } from '../scope/reach.ts';
import { TOKEN_KIND, type Assertion, type CueMatch, type MentionAxis, type Range, type Reading, type Scan, type StopMatch, type Tokens } from '../types.ts';
import { validCues } from './valid-cues.ts';

export type Dimension = keyof Assertion;
const DIMENSIONS: readonly Dimension[] = ['polarity', 'certainty', 'time', 'subject'];

/** A cue that reaches a range; `distance` counts the tokens between them, `ahead` is true when the cue stands before what it reaches. */
export interface Hold { readonly match: CueMatch; readonly cue: KnownCue; readonly distance: number; readonly ahead: boolean }

/** The range that is asked about: its sentence, and its axis, which a cue may be limited to. */
export interface Target extends Range { readonly sentence: number; readonly axis: MentionAxis }

/** No mention is longer; a cue that reaches back looks for targets that start no further before its reach. */
const LONGEST_TARGET = 40;

interface Note { readonly reading: Reading; readonly scan: Scan; readonly knowledge: Knowledge }

/** A cue at work in its note. */
interface Acting { readonly match: CueMatch; readonly cue: KnownCue }

/** The cues that hold each target, the nearest first; a target that none holds has no list. `targets` are in order of position. */
export function findHolds(targets: readonly Target[], note: Note): readonly (readonly Hold[] | undefined)[] {
  const { reading, knowledge } = note;
  const holds = new Array<Hold[] | undefined>(targets.length);
  const cues = validCues({ ...note, scan: { ...note.scan, cues: besideTargets(note.scan.cues, targets) } });
  if (cues.length === 0) return holds;
  const acting = cues.flatMap((match): Acting[] => { const cue = knowledge.cues.get(match.cue); return cue ? [{ match, cue }] : []; });
  const stops = withCuesAsStops(besideTargets(note.scan.stops, cues), acting);
  for (const { match, cue } of acting) {
    for (const range of reachOfCue({ match, cue }, reading, stops)) holdTargets(targets, { match, cue, range }, holds);
  }
  for (const list of holds) list?.sort(byNearness);
  return holds;
}

const byNearness = (a: Hold, b: Hold): number => a.distance - b.distance || Number(b.ahead) - Number(a.ahead);

/** The members of a list that share a sentence with a target; both are in order of position. A cue acts in its own sentence only. */
function besideTargets<T extends { readonly sentence: number }>(list: readonly T[], targets: readonly { readonly sentence: number }[]): readonly T[] {
  let next = 0;
  return list.filter(({ sentence }) => {
    while (next < targets.length && targets[next]!.sentence < sentence) next++;
    return targets[next]?.sentence === sentence;
  });
}

/** Beside the stop words, a cue ends the reach of every operator whose `stops` name a dimension that it sets. */
function withCuesAsStops(stops: readonly StopMatch[], acting: readonly Acting[]): readonly StopMatch[] {
  const all = [...stops];
  for (const { match, cue } of acting) {
    for (const stop of DIMENSIONS) if (cue.effect[stop]) all.push({ from: match.from, to: match.to, sentence: match.sentence, stop });
  }
  return all.sort((a, b) => a.from - b.from);
}

/** A cue of direction `both` that begins with a sign answers a label; it reaches back only where nothing is said after it: "Numbness: no", but not "Pain: no radiation". */
function reachOfCue({ match, cue }: Acting, reading: Reading, stops: readonly StopMatch[]): readonly Range[] {
  const sentence = reading.sentences[match.sentence];
  if (!sentence) return [];
  const ranges = reach(cue, match, { sentence, stops });
  return isAnswer(cue, match, reading.tokens) && isFollowed(match, sentence, reading.tokens) ? ranges.filter(({ from }) => from === match.to) : ranges;
}

const isAnswer = (cue: KnownCue, match: Range, tokens: Tokens): boolean => cue.direction === 'both' && tokens.kind[match.from] === TOKEN_KIND.punctuation;

function isFollowed(match: Range, sentence: Range, tokens: Tokens): boolean {
  let at = match.to;
  while (at < sentence.to && tokens.kind[at] === TOKEN_KIND.newline) at++;
  return at < sentence.to && tokens.kind[at] !== TOKEN_KIND.punctuation;
}

/** A target is reached from the front by its first token, from behind by its last; the tail of a cue may be part of it ("no pain with"). */
function holdTargets(targets: readonly Target[], { match, cue, range }: Acting & { readonly range: Range }, holds: (Hold[] | undefined)[]): void {
  const ahead = range.from === match.to;
  const start = ahead ? match.from + 1 : range.from - LONGEST_TARGET;
  for (let i = firstFrom(targets, start); i < targets.length; i++) {
    const target = targets[i];
    if (!target || target.from >= (ahead ? range.to : match.to)) return;
    const reached = target.sentence === match.sentence && (ahead || (range.from < target.to && target.to < match.to));
    if (reached && takes(cue, target.axis)) (holds[i] ??= []).push({ match, cue, ahead, distance: Math.max(0, ahead ? target.from - range.from : range.to - target.to) });
  }
}

const takes = (cue: KnownCue, axis: MentionAxis): boolean => !cue.axes || cue.axes.includes(axis);

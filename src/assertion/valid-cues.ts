// Cues that the scan found → those that count where they stand.
// In: cues, mentions, reading, knowledge. Out: the cues that are no part of a duration, that open their sentence or have their year where
// their row in context.json asks for it. What the others reach is not looked at here.
import type { Knowledge, KnownCue } from '../lexicon/knowledge.ts';
import { firstFrom } from '../scope/reach.ts';
import { TOKEN_KIND, type CueMatch, type Range, type Reading, type Scan } from '../types.ts';

interface Note { readonly reading: Reading; readonly scan: Scan; readonly knowledge: Knowledge }

/** No mention is longer: how far before a cue one is looked for that runs into it. */
const LONGEST_MENTION = 40;
const FIRST_YEAR = 1900, LAST_YEAR = 2099;

/** The cues that count, in order of position. */
export function validCues({ reading, scan, knowledge }: Note): readonly CueMatch[] {
  return scan.cues.flatMap((match) => {
    const cue = knowledge.cues.get(match.cue);
    if (!cue || givesWay(cue, match, scan) || (cue.opens && !opensSentence(match, reading))) return [];
    if (!cue.then) return [match];
    return isYear(reading, match.to) ? [{ cue: match.cue, sentence: match.sentence, from: match.from, to: match.to + 1 }] : [];
  });
}

/** A cue gives way to a mention that shares its words or ends right before it: "3-month | history of", "L5 | versus". */
function givesWay({ yields }: KnownCue, match: Range, { mentions }: Scan): boolean {
  if (!yields) return false;
  for (let i = firstFrom(mentions, match.from - LONGEST_MENTION); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.from >= match.to) return false;
    if (mention.to >= match.from && yields.includes(mention.axis)) return true;
  }
  return false;
}

/** Nothing but signs and numbers ("1.") stands before it in its sentence; a header does not count. */
function opensSentence(match: CueMatch, { tokens, sentences, sections }: Reading): boolean {
  const sentence = sentences[match.sentence];
  const header = sections[sentence?.section ?? -1]?.header?.to ?? 0;
  for (let at = Math.max(sentence?.from ?? 0, header); at < match.from; at++) {
    if (tokens.kind[at] === TOKEN_KIND.word || tokens.kind[at] === TOKEN_KIND.mixed) return false;
  }
  return true;
}

/** A number of four digits that is a year of our time. */
function isYear({ tokens }: Reading, at: number): boolean {
  if (at >= tokens.count || tokens.kind[at] !== TOKEN_KIND.number) return false;
  const year = Number(tokens.text.slice(tokens.start[at], tokens.end[at]));
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

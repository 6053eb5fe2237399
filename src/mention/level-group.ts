// Reads a run of vertebrae joined or listed: "L4-5", "L4 through S1", "C3-C4, C4-C5 and C5-C6", "L3-4, 4-5".
// In: a line and a token. Out: the vertebrae with what stands before each. Whether they are levels at all is told in levels.ts.
import { TOKEN_KIND, type Range } from '../types.ts';
import { touchesNext, writtenAt, type Line } from './line.ts';
import { phraseEnd, hasPhrase } from './phrases.ts';
import { followerOf, readVertebrae, spaceBetween, type Vertebra } from './vertebrae.ts';

/** A vertebra at its place; `joined` to the one before it as a disc space or run. */
export interface Part extends Range { readonly vertebra: Vertebra; readonly joined: boolean }

type Link = { readonly kind: 'join' | 'slash' | 'over' | 'list'; readonly to: number };

const SLASH = '/';
/** More vertebrae than a spine has are read as a new group. */
const LONGEST = 26;
const LIST_SIGNS = new Set(['.', ')']);

/** The group that starts at token `at`: empty where no vertebra stands. */
export function readGroup(line: Line, at: number): readonly Part[] {
  const parts = [...readFirst(line, at)];
  for (let last = parts.at(-1); last && parts.length < LONGEST; ) {
    const next = readNext(line, last);
    if (!next.length) break;
    parts.push(...next);
    last = next.at(-1);
  }
  return parts;
}

/** "L4", "L5S1", "L-4", "L 4-5". */
function readFirst(line: Line, at: number): readonly Part[] {
  const kind = line.reading.tokens.kind[at];
  if (kind === TOKEN_KIND.mixed) return isCodeOrDecimal(line, at) ? [] : readWord(line, at);
  if (kind !== TOKEN_KIND.word) return [];
  const written = writtenAt(line, at);
  if (written.length !== 1 || written === line.wordAt(at)) return [];
  const hyphen = line.wordAt(at + 1) === '-' && touchesNext(line, at) && touchesNext(line, at + 1);
  const number = hyphen ? at + 2 : at + 1;
  if (!hyphen && line.wordAt(number + 1) !== '-') return [];
  return readSpelled(line, at, number);
}

/** A letter and a number that stand apart. */
function readSpelled(line: Line, at: number, number: number): readonly Part[] {
  if (number >= line.to || line.reading.tokens.kind[number] !== TOKEN_KIND.number) return [];
  return placed(readVertebrae(line.wordAt(at) + line.wordAt(number), line.words.levels), { from: at, to: number + 1 }, false);
}

const readWord = (line: Line, at: number, joined = false): readonly Part[] =>
  placed(readVertebrae(line.wordAt(at), line.words.levels), { from: at, to: at + 1 }, joined);

const placed = (vertebrae: readonly Vertebra[], range: Range, joined: boolean): readonly Part[] =>
  vertebrae.map((vertebra, index) => ({ from: range.from, to: range.to, vertebra, joined: index > 0 || joined }));

/** A word glued to ".4" is a code or a measure, unless the number starts the next item of a list ("L3.2. Fusion"). */
function isCodeOrDecimal(line: Line, at: number): boolean {
  const { tokens } = line.reading;
  const isGlued = line.wordAt(at + 1) === '.' && touchesNext(line, at) && touchesNext(line, at + 1) && tokens.kind[at + 2] === TOKEN_KIND.number;
  return isGlued && !LIST_SIGNS.has(tokens.text.charAt(tokens.end[at + 2] ?? 0));
}

function readNext(line: Line, last: Part): readonly Part[] {
  const link = readLink(line, skipBreak(line, last.to));
  if (!link) return [];
  const at = skipBreak(line, link.to);
  const whole = at < line.to ? readFull(line, at) : [];
  const [first] = whole;
  if (!first) return readBare(line, last, link, at);
  const distance = spaceBetween(last.vertebra, first.vertebra, line.words.levels);
  if (link.kind === 'over') return Math.abs(distance) === 1 ? join(whole) : [];
  if (link.kind === 'join' || (link.kind === 'slash' && Math.abs(distance) === 1)) return join(whole);
  return whole;
}

const join = (parts: readonly Part[]): readonly Part[] => parts.map((part) => ({ ...part, joined: true }));

function readFull(line: Line, at: number): readonly Part[] {
  const kind = line.reading.tokens.kind[at];
  if (kind === TOKEN_KIND.mixed) return isCodeOrDecimal(line, at) ? [] : readWord(line, at);
  const hyphen = line.wordAt(at + 1) === '-' ? 1 : 0;
  const isLetter = kind === TOKEN_KIND.word && writtenAt(line, at).length === 1 && writtenAt(line, at) !== line.wordAt(at);
  return isLetter ? readSpelled(line, at, at + 1 + hyphen) : [];
}

/** A number without its letter: the end of a disc space, or in a list the next vertebra or the start of the next disc space. */
function readBare(line: Line, last: Part, link: Link, at: number): readonly Part[] {
  const { levels } = line.words;
  if (at >= line.to || line.reading.tokens.kind[at] !== TOKEN_KIND.number || line.wordAt(at).length > 2) return [];
  const vertebra = followerOf(last.vertebra, Number(line.wordAt(at)), levels);
  if (!vertebra) return [];
  const distance = spaceBetween(last.vertebra, vertebra, levels);
  const opensSpace = line.wordAt(at + 1) === '-';
  if (phraseEnd(line, at + 1, levels.measures) >= 0 && !(line.wordAt(at + 1) === SLASH && link.kind === 'slash')) return [];
  const part: Part = { vertebra, from: at, to: at + 1, joined: link.kind !== 'list' };
  if (link.kind === 'join') return distance >= 1 ? [part] : [];
  if (link.kind === 'slash') return distance === 1 ? [part] : [];
  return link.kind === 'list' && (opensSpace ? distance >= 0 && distance <= 2 : distance === 1 && !last.joined) ? [part] : [];
}

const skipBreak = (line: Line, at: number): number => at < line.to && line.wordAt(at) === '\n' ? at + 1 : at;

function readLink(line: Line, at: number): Link | undefined {
  const { joins, over, lists } = line.words.levels;
  if (at >= line.to) return undefined;
  const joined = phraseEnd(line, at, joins);
  if (joined >= 0) return { kind: line.wordAt(at) === SLASH ? 'slash' : 'join', to: joined };
  const above = phraseEnd(line, at, over);
  if (above >= 0) return { kind: 'over', to: above };
  const listed = phraseEnd(line, at, lists);
  if (listed < 0) return undefined;
  const again = phraseEnd(line, skipBreak(line, listed), lists);
  return { kind: 'list', to: again >= 0 ? again : listed };
}

/** Whether a form of the list stands in the sentence (`within` 0) or within so many tokens of the range. */
export const standsNear = (line: Line, range: Range, words: Parameters<typeof hasPhrase>[1], within: number): boolean =>
  within === 0 ? line.says(words) : hasPhrase(line, words, range.from - within, range.to + within);

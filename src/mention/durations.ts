// Recogniser of how long something has lasted: "for 6 weeks", "x 3 months", "3-month history", "two years ago", "since 2019".
// In: a line. Out: chronicity mentions whose value is an ISO 8601 duration. Ages, doses, frequencies and plans are none, vague times neither.
import { TOKEN_KIND } from '../types.ts';
import { readAmount, type Amount } from './amounts.ts';
import { draft, type Draft, type Line } from './line.ts';
import { phraseEnd, phraseStart, type Phrases } from './phrases.ts';
import { readSince } from './since.ts';

const VIA = 'recogniser.duration';
const REACH = 8;
const DIGITS = '0123456789';

interface Time { readonly from: number; readonly to: number; readonly iso: string; readonly opened: boolean }

/** Adds a chronicity mention for each duration of the line. */
export function recogniseDurations(line: Line): readonly Draft[] {
  const found: Draft[] = [];
  let complaints: ReadonlySet<number> | undefined;
  for (let at = line.from; at < line.to; at++) {
    const time = line.words.durations.units.has(line.wordAt(at)) ? readTime(line, at) : readGlued(line, at);
    const place = time && placeOf(line, time, complaints ??= complaintsOf(line));
    if (time && place) found.push(draft(line, 'chronicity', `P${time.iso}`, place, VIA));
  }
  const since = readSince(line).map(({ value, ...range }) => draft(line, 'chronicity', value, range, VIA));
  return found.length + since.length ? [...line.mentions, ...found, ...since] : line.mentions;
}

/** Where problems and symptoms start. */
const complaintsOf = ({ mentions }: Line): ReadonlySet<number> =>
  new Set(mentions.filter(({ axis }) => axis === 'problem' || axis === 'symptom').map(({ from }) => from));

/** The amount before a unit, and what comes on top of it after: "a year and a half", "2 years and 3 months". */
function readTime(line: Line, unitAt: number): Time | undefined {
  const amount = readAmount(line, unitAt) ?? readOne(line, unitAt);
  if (!amount) return undefined;
  const { half } = line.words.durations;
  const halfAt = [unitAt + 3, unitAt + 2].find((at) => half.has(line.wordAt(at)) && line.wordAt(unitAt + 1) === 'and');
  const end = halfAt === undefined ? unitAt + 1 : halfAt + 1;
  const iso = isoOf(line, unitAt, halfAt === undefined ? amount : { ...amount, half: true });
  return iso ? { from: amount.from, to: end, iso, opened: amount.opened } : undefined;
}

/** "2wks", "x3mo". */
function readGlued(line: Line, at: number): Time | undefined {
  if (line.reading.tokens.kind[at] !== TOKEN_KIND.mixed) return undefined;
  const word = line.wordAt(at), opened = word.startsWith('x');
  const unitAt = [...word].findIndex((letter, place) => place > Number(opened) && !DIGITS.includes(letter));
  const whole = Number(word.slice(Number(opened), unitAt));
  const unit = unitAt > 0 ? line.words.durations.units.get(word.slice(unitAt)) : undefined;
  return unit && whole > 0 ? { from: at, to: at + 1, iso: `${whole * (unit.times ?? 1)}${unit.iso}`, opened } : undefined;
}

/** "over the last week": one, without a number. */
function readOne(line: Line, unitAt: number): Amount | undefined {
  const { spans, openers } = line.words.durations;
  const isSpan = spans.has(line.wordAt(unitAt - 1)) && line.wordAt(unitAt - 2) === 'the' && phraseStart(line, unitAt - 2, openers) >= 0;
  return isSpan ? { from: unitAt, whole: 1, half: false, opened: false } : undefined;
}

/** Whole units, with half a unit in the next smaller one: P30M, P2M15D, P18D. */
function isoOf(line: Line, unitAt: number, { whole, half }: Amount): string {
  const unit = line.words.durations.units.get(line.wordAt(unitAt));
  if (!unit) return '';
  const times = unit.times ?? 1;
  if (!half || !unit.half) return whole ? `${whole * times}${unit.iso}` : '';
  if (times > 1) return `${whole * times + Number(unit.half.slice(0, -1))}${unit.iso}`;
  const rest = Number(unit.half.slice(0, -1));
  if (unit.iso === 'Y') return `${whole * 12 + rest}M`;
  if (unit.iso === 'W') return `${whole * 7 + rest}D`;
  return whole ? `${whole}${unit.iso}${unit.half}` : unit.half;
}

/** Where the whole expression stands, if its surroundings make it a duration of something. */
function placeOf(line: Line, time: Time, complaints: ReadonlySet<number>): { readonly from: number; readonly to: number } | undefined {
  const { closers, rejects, openers, spans, treatments, counters, articles } = line.words.durations;
  const after = skipSign(line, time.to);
  const closed = phraseEnd(line, after, closers);
  if (closed < 0 && (phraseEnd(line, after, rejects) >= 0 || ofTreatment(line, after))) return undefined;
  if (closed >= 0) return phraseEnd(line, after, rejects) > closed ? undefined : { from: time.from, to: closed };
  if (time.opened) return { from: time.from, to: time.to };
  const start = beforeFillers(line, time.from);
  const span = spanBefore(line, time.from, start, spans);
  if (span !== undefined) return { from: span, to: time.to };
  const opener = phraseStart(line, start, openers);
  const isFrequency = opener >= 0 && counters.has(line.wordAt(opener)) && articles.has(line.wordAt(time.from));
  if (opener >= 0) return isFrequency || standsBefore(line, opener, treatments) ? undefined : { from: opener, to: time.to };
  return leadsToComplaint(line, after, complaints) ? { from: time.from, to: time.to } : undefined;
}

/** Past the hyphen of "3-week history" and the apostrophe of "3 weeks' duration". */
const skipSign = (line: Line, at: number): number => line.wordAt(at) === '-' || line.wordAt(at) === "'" ? at + 1 : at;

/** "for 6 weeks of therapy". */
const ofTreatment = (line: Line, at: number): boolean =>
  line.wordAt(at) === 'of' && [1, 2, 3].some((step) => phraseEnd(line, at + step, line.words.durations.treatments) >= 0);

/** "3 weeks of severe back pain". */
const leadsToComplaint = (line: Line, at: number, complaints: ReadonlySet<number>): boolean =>
  line.wordAt(at) === 'of' && [1, 2, 3, 4, 5].some((step) => complaints.has(at + step));

/** The place before words such as "about", "at least", "the past". */
function beforeFillers(line: Line, end: number): number {
  const { fillers, spans, openers } = line.words.durations;
  let at = end;
  for (let steps = 0; steps < REACH && at > line.from; steps++) {
    const filler = phraseStart(line, at, fillers);
    if (filler < 0 && !spans.has(line.wordAt(at - 1))) return at;
    const opensItself = filler >= 0 && phraseStart(line, at, openers) === filler && phraseStart(line, filler, openers) < 0 && !spans.has(line.wordAt(filler - 1));
    if (opensItself) return at;
    at = filler >= 0 ? filler : at - 1;
  }
  return at;
}

/** "the past 6 months": where the word of the span stands between the fillers. */
function spanBefore(line: Line, end: number, start: number, spans: ReadonlySet<string>): number | undefined {
  for (let at = start; at < end; at++) if (spans.has(line.wordAt(at))) return at;
  return undefined;
}

function standsBefore(line: Line, at: number, words: Phrases): boolean {
  for (let before = Math.max(line.from, at - REACH); before < at; before++) if (phraseEnd(line, before, words) >= 0) return true;
  return false;
}

// Reads "since 2019", "since last March", "since 03/14/2025" against the note's own date. Without that date it reads nothing.
// In: a line. Out: ranges with an ISO 8601 duration. Calendar arithmetic on given dates only, never today's.
import { TOKEN_KIND, type Range } from '../types.ts';
import type { Line } from './line.ts';
import { phraseEnd } from './phrases.ts';

interface Day { readonly year: number; readonly month?: number | undefined; readonly day?: number | undefined }
interface Told extends Range { readonly start: Day }

const CENTURY = 2000;

/** Durations from a told start to the note's date. */
export function readSince(line: Line): readonly (Range & { readonly value: string })[] {
  const { date } = line;
  if (date === undefined) return [];
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const found: (Range & { readonly value: string })[] = [];
  for (let at = line.from; at < line.to; at++) {
    const end = phraseEnd(line, at, line.words.durations.since);
    const told = end < 0 ? undefined : readStart(line, skipFillers(line, end), { year, month });
    const value = told && durationBetween(told.start, { year, month, day });
    if (told && value) found.push({ from: at, to: told.to, value });
  }
  return found;
}

function skipFillers(line: Line, from: number): number {
  let at = from;
  for (let next = at; next >= 0 && at < line.to; next = phraseEnd(line, at, line.words.durations.fillers)) at = next;
  return at;
}

/** "2019", "March 2019", "March 14, 2019", "last March", "03/2020", "3/14/19". */
function readStart(line: Line, at: number, now: { readonly year: number; readonly month: number }): Told | undefined {
  const last = phraseEnd(line, at, line.words.durations.last);
  const from = last < 0 ? at : last;
  const month = line.words.months.get(line.wordAt(from));
  if (month !== undefined) return readMonth(line, from, month, now);
  const year = numberAt(line, from);
  if (year !== undefined && year >= 1900) return { from, to: from + 1, start: { year } };
  return readNumeric(line, from);
}

function readMonth(line: Line, at: number, month: number, now: { readonly year: number; readonly month: number }): Told {
  const first = numberAt(line, at + 1);
  const day = first !== undefined && first <= 31 ? first : undefined;
  const yearAt = (day === undefined ? at + 1 : at + 2) + (line.wordAt(day === undefined ? at + 1 : at + 2) === ',' ? 1 : 0);
  const year = numberAt(line, yearAt);
  if (year !== undefined && year >= 1900) return { from: at, to: yearAt + 1, start: { year, month, day } };
  return { from: at, to: at + 1, start: { year: month < now.month ? now.year : now.year - 1, month } };
}

/** Month first, as notes of the United States write it. */
function readNumeric(line: Line, at: number): Told | undefined {
  const parts: number[] = [];
  let to = at;
  for (let next = at; parts.length < 3; next = to + 1) {
    const part = numberAt(line, next);
    if (part === undefined) break;
    parts.push(part);
    to = next + 1;
    if (line.wordAt(to) !== '/' && line.wordAt(to) !== '-') break;
  }
  const [month = 0, second = 0, third] = parts;
  if (parts.length < 2 || month < 1 || month > 12) return undefined;
  if (third === undefined) return second >= 1900 ? { from: at, to, start: { year: second, month } } : undefined;
  return { from: at, to, start: { year: third < 100 ? CENTURY + third : third, month, day: second } };
}

function numberAt(line: Line, at: number): number | undefined {
  if (at >= line.to || line.reading.tokens.kind[at] !== TOKEN_KIND.number) return undefined;
  const value = Number(line.wordAt(at));
  return Number.isInteger(value) ? value : undefined;
}

/** As exact as the start was told: years, months, or days; nothing when it does not lie before `now`. */
function durationBetween(start: Day, now: Required<Day> & { readonly month: number; readonly day: number }): string | undefined {
  if (start.month === undefined) return start.year < now.year ? `P${now.year - start.year}Y` : undefined;
  const months = (now.year - start.year) * 12 + now.month - start.month - (start.day !== undefined && start.day > now.day ? 1 : 0);
  if (start.day !== undefined && months < 2) return daysOf(dayNumber(now) - dayNumber({ ...start, month: start.month, day: start.day }));
  if (months < 1) return undefined;
  if (months % 12 === 0) return `P${months / 12}Y`;
  return months < 24 ? `P${months}M` : `P${Math.floor(months / 12)}Y${months % 12}M`;
}

const daysOf = (days: number): string | undefined => days >= 1 ? `P${days}D` : undefined;

/** Days of the Gregorian calendar, counted from a March so that leap days come last. */
function dayNumber({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

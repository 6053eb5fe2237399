// Reads when something began: "since 2019", "since last March", "since the second week of May", "began on 03/14/2025", "since yesterday".
// In: a line. Out: ranges with an ISO 8601 duration up to the note's own date. Without that date only what is told relative to it is read.
import { TOKEN_KIND, type Range } from '../types.ts';
import { durationBetween, sinceWeekday, type Day, type FullDay } from './calendar.ts';
import type { Line } from './line.ts';
import { phraseEnd, phraseStart, type Phrases } from './phrases.ts';

interface Told extends Range { readonly start: Day }
interface Lasting extends Range { readonly value: string }

const CENTURY = 2000;
/** How many words an event may take between "since" and its date: "since a fall at work on 3/14/2025". */
const EVENT = 7;

/** Durations from a told start to the note's date. */
export function readSince(line: Line): readonly Lasting[] {
  const { since, started } = line.words.durations;
  const found: Lasting[] = [];
  for (let at = line.from; at < line.to; at++) {
    const end = phraseEnd(line, at, since), begun = end < 0 ? phraseEnd(line, at, started) : -1;
    const told = end >= 0 ? afterSince(line, end, dateOf(line)) : begun >= 0 && beginsComplaint(line, at) ? readDate(line, begun, dateOf(line)) : undefined;
    if (told) found.push({ from: at, to: told.to, value: told.value });
  }
  return found;
}

function dateOf({ date }: Line): FullDay | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** What tells the time may stand at once, or after an event: "since an accident on 3/14/2025". */
function afterSince(line: Line, at: number, now: FullDay | undefined): Lasting | undefined {
  const told = readRelative(line, at, now) ?? readDate(line, at, now);
  if (told) return told;
  for (let on = at + 1; on <= at + EVENT && on < line.to; on++) {
    const dated = line.words.durations.dates.has(line.wordAt(on)) ? readDate(line, on + 1, now) : undefined;
    if (dated) return dated;
  }
  return undefined;
}

/** Something hurts in the words before, and no treatment is named: "her pain began in March", not "started in March on gabapentin". */
function beginsComplaint(line: Line, at: number): boolean {
  const isTreatment = phraseStart(line, at, line.words.durations.treatments) >= 0;
  return !isTreatment && line.mentions.some(({ axis, to }) => to <= at && (axis === 'problem' || axis === 'symptom'));
}

/** "yesterday", "last week", "Monday". */
function readRelative(line: Line, at: number, now: FullDay | undefined): Lasting | undefined {
  const { relative, weekdays, last } = line.words.durations;
  for (const { words, value } of relative) {
    const to = phraseEnd(line, at, words);
    if (to >= 0) return { from: at, to, value };
  }
  const from = skip(line, at, last);
  const weekday = weekdays.get(line.wordAt(from));
  return weekday === undefined || !now ? undefined : { from: at, to: from + 1, value: sinceWeekday(weekday, now) };
}

function readDate(line: Line, at: number, now: FullDay | undefined): Lasting | undefined {
  const told = now && readStart(line, skipLeads(line, at), now);
  const value = told && durationBetween(told.start, now);
  return value ? { from: at, to: told.to, value } : undefined;
}

/** Past "about", "early", "the second week of". */
function skipLeads(line: Line, from: number): number {
  const { fillers, leads } = line.words.durations;
  let at = from;
  for (let next = at; next >= 0 && at < line.to; next = Math.max(phraseEnd(line, at, fillers), phraseEnd(line, at, leads))) at = next;
  return line.wordAt(at) === '-' ? at + 1 : at;
}

const skip = (line: Line, at: number, words: Phrases): number => Math.max(at, phraseEnd(line, at, words));

/** "2019", "March 2019", "March 14, 2019", "the 3rd of March", "last March", "Christmas", "03/2020", "3/14/19". */
function readStart(line: Line, at: number, now: FullDay): Told | undefined {
  const from = skip(line, at, line.words.durations.last);
  const month = line.words.months.get(line.wordAt(from));
  if (month !== undefined) return readMonth(line, from, { month, day: undefined, now });
  const holiday = readHoliday(line, from, now);
  if (holiday) return holiday;
  const year = numberAt(line, from);
  if (year !== undefined && year >= 1900) return { from, to: from + 1, start: { year } };
  return readDayOf(line, from, now) ?? readNumeric(line, from);
}

/** "3rd of March", "12th March 2025". */
function readDayOf(line: Line, at: number, now: FullDay): Told | undefined {
  const day = dayAt(line, at);
  const monthAt = line.wordAt(at + 1) === 'of' ? at + 2 : at + 1;
  const month = line.words.months.get(line.wordAt(monthAt));
  return day === undefined || month === undefined ? undefined : readMonth(line, monthAt, { month, day, now });
}

function readHoliday(line: Line, at: number, now: FullDay): Told | undefined {
  for (const { words, month, day } of line.words.durations.holidays) {
    const to = phraseEnd(line, at, words);
    if (to >= 0) return { from: at, to, start: { year: yearOf(month, now), month, day } };
  }
  return undefined;
}

/** The last time that such a month was over. */
const yearOf = (month: number, now: FullDay): number => month < now.month ? now.year : now.year - 1;

interface MonthOptions { readonly month: number; readonly day: number | undefined; readonly now: FullDay }

function readMonth(line: Line, at: number, { month, day: told, now }: MonthOptions): Told {
  const day = told ?? dayAt(line, at + 1);
  const afterDay = told === undefined && day !== undefined ? at + 2 : at + 1;
  const yearAt = line.wordAt(afterDay) === ',' || line.wordAt(afterDay) === 'of' ? afterDay + 1 : afterDay;
  const year = numberAt(line, yearAt);
  if (year !== undefined && year >= 1900) return { from: at, to: yearAt + 1, start: { year, month, day } };
  return { from: at, to: afterDay, start: { year: yearOf(month, now), month } };
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

/** "14", "3rd", "third". */
function dayAt(line: Line, at: number): number | undefined {
  const { suffixes, ordinals } = line.words.durations;
  const word = line.wordAt(at);
  const day = numberAt(line, at) ?? ordinals.get(word) ?? (suffixes.has(word.slice(-2)) ? Number(word.slice(0, -2)) : undefined);
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

function numberAt(line: Line, at: number): number | undefined {
  if (at >= line.to || line.reading.tokens.kind[at] !== TOKEN_KIND.number) return undefined;
  const value = Number(line.wordAt(at));
  return Number.isInteger(value) ? value : undefined;
}

// Calendar arithmetic on given dates, never today's. In: a start as exact as it was told, and a later day. Out: an ISO 8601 duration.

/** A day, or what is known of it. */
export interface Day { readonly year: number; readonly month?: number | undefined; readonly day?: number | undefined }
/** A day of the calendar. */
export interface FullDay { readonly year: number; readonly month: number; readonly day: number }

/** As exact as the start was told: years, months, or days; nothing when it does not lie before `now`. */
export function durationBetween(start: Day, now: FullDay): string | undefined {
  if (start.month === undefined) return start.year < now.year ? `P${now.year - start.year}Y` : undefined;
  const months = (now.year - start.year) * 12 + now.month - start.month - (start.day !== undefined && start.day > now.day ? 1 : 0);
  if (start.day !== undefined && months < 2) return daysOf(dayNumber(now) - dayNumber({ ...start, month: start.month, day: start.day }));
  if (months < 1) return undefined;
  if (months % 12 === 0) return `P${months / 12}Y`;
  return months < 24 ? `P${months}M` : `P${Math.floor(months / 12)}Y${months % 12}M`;
}

/** From the last such weekday (0 is Sunday) before the day: one to seven days. */
export const sinceWeekday = (weekday: number, now: FullDay): string => `P${(dayNumber(now) + FIRST - weekday + 6) % 7 + 1}D`;

/** What makes day 0 of `dayNumber` fall on its weekday. */
const FIRST = 2;

const daysOf = (days: number): string | undefined => days >= 1 ? `P${days}D` : undefined;

/** Days of the Gregorian calendar, counted from a March so that leap days come last. */
function dayNumber({ year, month, day }: FullDay): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

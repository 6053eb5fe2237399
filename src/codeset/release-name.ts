// Names of releases: "FY2026" (in force from 2025-10-01), "FY2025-04" for the update of April 2025.
// In: what a user typed, a file name, a date. Out: a release name or its first day. Knows no files.

const MONTHS: Readonly<Record<string, string>> = { jan: '01', apr: '04' };

/** "FY2026", "2026" or "FY2025-04" as the user wrote it → the release name; undefined when it is none. */
export function parseRelease(value: string): string | undefined {
  const [, year, month] = /^(?:FY)?(20\d\d)(?:-(0[1-9]))?$/i.exec(value.trim()) ?? [];
  return year === undefined ? undefined : named(year, month);
}

/** The release that a file name tells: "icd10cm_order_2021.txt" → FY2021, "icd10cm-order-April-2025.txt" → FY2025-04. */
export function releaseInName(name: string): string | undefined {
  const [, october] = /oct(?:ober)?[-_ ]*(?:0?1[-_ ,]+)?(20[1-4]\d)(?!\d)/i.exec(name) ?? [];
  if (october !== undefined) return named(String(Number(october) + 1));
  const [, year] = /(?:^|\D)(20[1-4]\d)(?!\d)/.exec(name) ?? [];
  const [, month] = /(?:^|[^a-z])(jan|apr)(?:uary|il)?(?![a-z])/i.exec(name) ?? [];
  return year === undefined ? undefined : named(year, month && MONTHS[month.toLowerCase()]);
}

/** The first day on which a release is in force, as an ISO date. */
export function releaseStart(release: string): string {
  const [, year, month] = /^FY(\d{4})(?:-(\d\d))?$/.exec(release) ?? [];
  return month === undefined ? `${Number(year) - 1}-10-01` : `${year}-${month}-01`;
}

/** The fiscal year of a release: "FY2025-04" → "2025". */
export const fiscalYear = (release: string): string => release.slice(2, 6);

/** The fiscal year of a date of service: from October on it is the next calendar year. */
export function fiscalYearOn(date: string): string {
  const year = Number(date.slice(0, 4));
  return String(date.slice(5, 7) >= '10' ? year + 1 : year);
}

/** Orders releases by the day from which they are in force. */
export const compareReleases = (one: string, other: string): number => {
  const [a, b] = [releaseStart(one), releaseStart(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

const named = (year: string, month?: string): string => month === undefined ? `FY${year}` : `FY${year}-${month}`;

// Codes in time: for every release for which official data is at hand, the codes valid in it are those of the official list, both ways,
// with the titles of that list; and each code came when, and from where, the official conversion table says.
import { expect, it } from 'vitest';
import { codeOn, codeSetOf } from '../src/code/releases.ts';
import { isValidOn } from '../src/lexicon/code-life.ts';
import type { CodeEntry } from '../src/lexicon/knowledge.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';
import { OFFICIAL_FILES, readConversions, readOfficialYears } from './official.ts';
import { EXTERNAL, FAMILIES, plain } from './scope.ts';
import { describeWithShared } from './shared.ts';

const knowledge = loadKnowledge();
const entries = [...knowledge.codes.values()];
const validOn = (date: string): ReadonlyMap<string, CodeEntry> =>
  new Map(entries.filter((entry) => isValidOn(entry, date)).map((entry) => [plain(entry.code), codeOn(entry.code, date, knowledge)!]));

/** Official files differ in accents and double spaces from year to year. */
const typed = (title: string): string => title.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');

/** Where the conversion table names what the index of that year did not. */
const OTHER_PREDECESSOR: Readonly<Record<string, string>> = {
  'R10.A': 'the table says R10.84, generalized abdominal pain; the index of FY2025 sent flank pain to R10.9',
  'X50': 'the table names activities (Y93), which stand beside an overexertion and do not replace it',
  'G57.03': 'the table names two codes, one for each side',
};

it('names the April releases', () => {
  expect(codeSetOf('2025-05-02', knowledge).release).toBe('FY2025-04');
  expect(codeSetOf('2025-03-31', knowledge).release).toBe('FY2025');
  expect(codeSetOf('2022-04-01', knowledge).release).toBe('FY2022-04');
});

it('gives a code the title of its day', () => {
  expect(codeOn('M50.120', '2017-03-01', knowledge)?.title).toBe('Mid-cervical disc disorder, unspecified');
  expect(codeOn('M50.120', '2021-03-01', knowledge)?.title).toBe('Mid-cervical disc disorder, unspecified level');
});

describeWithShared('against the official lists of the years', OFFICIAL_FILES, () => {
  const years = readOfficialYears();

  it.each([...years.keys()])('%s', (year) => {
    const official = years.get(year)!;
    const ours = validOn(`${Number(year.slice(2, 6)) - 1}-10-01`);
    const missing = [...official.keys()].filter((code) => (FAMILIES.test(code) || EXTERNAL.test(code)) && !ours.has(code));
    const invented = [...ours.keys()].filter((code) => !official.has(code));
    const renamed = [...ours].filter(([code, { title }]) => official.get(code) && typed(official.get(code)!) !== typed(title)).map(([code]) => code);
    expect({ missing, invented, renamed }).toEqual({ missing: [], invented: [], renamed: [] });
    expect(ours.size).toBeGreaterThan(2000);
  });

  it('each code came when and from where the conversion table says', () => {
    const conversions = readConversions();
    const wrong = entries.flatMap(({ code, from, before }) => {
      const row = conversions.get(code) ?? conversions.get(plain(code));
      if (!row) return from === undefined ? [] : [`${code} came ${from}, but is not in the table`];
      const same = from === `${row.year}-10-01` && before === row.before.trim();
      const known = Object.keys(OTHER_PREDECESSOR).some((prefix) => code.startsWith(prefix)) && from === `${row.year}-10-01`;
      return same || known ? [] : [`${code}: ours from ${from} before ${before}, the table ${row.year} ${row.before}`];
    });
    expect(wrong).toEqual([]);
    expect(conversions.size).toBeGreaterThan(5000);
  });
});

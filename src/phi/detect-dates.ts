// Full dates of birth, and ages over 89. In: the words of the lexicon and the months. Out: a detector.
import type { PhiWords } from '../lexicon/schema-phi.ts';
import type { Detector } from './identifier.ts';
import { anyOf, END, GAP, lowerSameLength, matchesIn } from './word-pattern.ts';

/** Ages from 90 on may point to one person; nobody is older than that. */
const OLD = '(9\\d|1[0-2]\\d)';

/** A detector of dates of birth and high ages. */
export function detectDates({ birthCues, ageUnits, ageLeads, ageGroups }: PhiWords, months: readonly string[]): Detector {
  const month = `${anyOf(months)}\\.?`;
  const day = '\\d{1,2}(?:st|nd|rd|th)?';
  const date = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|${month}\\s{1,2}${day},?\\s{1,2}\\d{4}|${day}[\\s-](?:of\\s)?${month}[\\s-],?\\d{4})`;
  const birth = new RegExp(`${anyOf(birthCues)}${GAP}(?:(?:is|was|on|in)\\s{1,2})?(${date})${END}`, 'g');
  const group = `(?!\\+|\\s{0,2}${anyOf(ageGroups)})`;
  const told = new RegExp(`(?<![./-])${OLD}[\\s-]{0,2}${anyOf(ageUnits)}${group}${END}`, 'g');
  const led = new RegExp(`${anyOf(ageLeads)}[\\s:]{1,3}${OLD}${group}(?![\\w/%-])`, 'g');
  return (text, tell) => {
    const lower = lowerSameLength(text);
    for (const match of matchesIn(lower, birth)) {
      const end = match.index + match[0].length;
      tell({ category: 'birth-date', start: end - (match[1] ?? '').length, end });
    }
    for (const match of matchesIn(lower, told)) tell({ category: 'age', start: match.index, end: match.index + (match[1] ?? '').length });
    for (const match of matchesIn(lower, led)) {
      const end = match.index + match[0].length;
      tell({ category: 'age', start: end - (match[1] ?? '').length, end });
    }
  };
}

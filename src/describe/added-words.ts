// What one title says beyond another: "Sciatica" → "Sciatica, left side" adds "left side".
// In: two titles. Out: words of the second. Used for characters of a code and for codes beside one another.

const wordsOf = (title: string): readonly string[] => title.split(/\s+/).filter(Boolean);
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const trim = (words: string): string => words.replace(/^[\s,;]+|[\s,;]+$/g, '');

/** The words that `title` has besides those it begins and ends with in common with `known`, a single last word apart ("left side"); the whole title where little is common. */
export function addedWords(known: string, title: string): string {
  const before = wordsOf(known), after = wordsOf(title);
  const shared = before.filter((word) => after.some((other) => bare(other) === bare(word))).length;
  if (shared * 2 < before.length) return title;
  let from = 0;
  while (from < before.length && from < after.length && bare(before[from]!) === bare(after[from]!)) from++;
  let end = 0;
  while (end < before.length - from && end < after.length - from && bare(before.at(-1 - end)!) === bare(after.at(-1 - end)!)) end++;
  const added = trim(after.slice(from, after.length - (end > 1 ? end : 0)).join(' '));
  return added === '' ? title : added;
}

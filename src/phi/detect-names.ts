// Names after a title ("Mr. Kowalski") or a label with a colon ("Patient: Kowalski, Jan"). In: the words of the lexicon, and a question:
// is this a word that lumbago knows? Out: a detector. Marks that stand for a name ("[**Name**]", "___", "XYZ") are none.
import type { PhiWords } from '../lexicon/schema-phi.ts';
import type { Detector } from './identifier.ts';
import { anyOf, CAPITAL, LETTERS, matchesIn } from './word-pattern.ts';

/** A word as names are written: "Kowalski", "O'Brien", "McCoy-Diaz", or whole in capitals. */
const NAME = `[${CAPITAL}][${LETTERS}]{1,24}(?:-[${CAPITAL}][${LETTERS}]{1,24})?`;
const INITIAL = `(?:[${CAPITAL}]\\.?\\s)?`;

const SHOUTED = `[${CAPITAL}][${CAPITAL}'’-]{2,24}`;

/** "xx", "Xx": one letter again and again. "JR": no more than initials. */
const isNoWord = (word: string): boolean => /^(.)\1+$/iu.test(plain(word)) || /^\p{Lu}{1,2}$/u.test(word);

/** A detector of names. */
export function detectNames({ titles, labels, bareLabels, placeholders, stems, notNames }: PhiWords, isKnown: (word: string) => boolean): Detector {
  const shouted = titles.map((title) => `${title.toUpperCase()}.`);
  const titled = new RegExp(`(?:${anyOf(titles)}\\.?\\s{1,2}(${INITIAL})(${NAME}(?:\\s${INITIAL}${NAME})?)|${anyOf(shouted)}\\s{1,2}(${INITIAL})(${SHOUTED}(?:\\s${INITIAL}${SHOUTED})?))`, 'g');
  const label = new RegExp(`(?:^|[^${LETTERS}])${anyOf(labels)}\\s?$|(?:^|[^${LETTERS}\\s]\\s*|\\s{2})${anyOf(bareLabels)}\\s?$`);
  const longest = Math.max(...labels.map(({ length }) => length)) + 4;
  const labelled = new RegExp(`:\\s{0,3}(${NAME}(?:,?\\s${INITIAL}${NAME}|(?=\\s{0,2}(?:[,;\\n\\r]|$))))`, 'y');
  const none = new Set([...placeholders, ...notNames]);
  const isName = (word: string): boolean => !none.has(plain(word)) && !isNoWord(word) && plain(word).length > 1 && !stems.some((stem) => plain(word).startsWith(stem));
  return (text, tell) => {
    for (const match of matchesIn(text, titled)) {
      const [, , name = match[4] ?? ''] = match;
      const [first = ''] = wordsOf(name);
      // "seen by Dr. X. Cultures are pending": after an initial with a point a sentence may begin.
      const begins = (match[1] ?? match[3] ?? '').includes('.') && isKnown(plain(first));
      if (isName(first) && !begins) tell({ category: 'name', ...ending(match, { whole: name, kept: isLastName(name, isName) }) });
    }
    for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
      labelled.lastIndex = colon;
      const match = label.test(text.slice(Math.max(0, colon - longest), colon).toLowerCase()) ? labelled.exec(text) : null;
      if (!match) continue;
      const words = wordsOf(match[1] ?? '');
      if (words.every(isName) && !words.every((word) => isKnown(plain(word)))) tell({ category: 'name', ...ending(match, { whole: match[1] ?? '', kept: match[1] ?? '' }) });
    }
  };
}

const wordsOf = (name: string): readonly string[] => name.split(/[\s,.]+/).filter((word) => word.length > 1);

/** As the lexicon writes words; without the possessive. */
const plain = (word: string): string => word.replace(/['’]s?$/i, '').toLowerCase();

/** Both words where the second is a name too ("Anita Osei"), else the first ("Osei Denies"). */
function isLastName(name: string, isName: (word: string) => boolean): string {
  const words = wordsOf(name);
  return words.length > 1 && isName(words.at(-1) ?? '') ? name : name.split(/\s/)[0] ?? name;
}

function ending(match: RegExpExecArray, { whole, kept }: { readonly whole: string; readonly kept: string }): { readonly start: number; readonly end: number } {
  const start = match.index + match[0].length - whole.length;
  return { start, end: start + kept.length };
}

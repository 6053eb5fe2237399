// Which word of the lexicon an unknown word must mean: "sciatca" is "sciatica". In: one word. Out: a guess, or none.
// Near are words of few edits and words of the same sound. An ordinary English word is never taken for a slip (lexicons/typos.json).
import { groupBy } from '../group.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { entriesAt, ROOT } from '../lexicon/trie.ts';
import { editsBetween, soundOf } from './natural-distance.ts';

/** The word that is meant. With `others` it is the nearest of several readings, or an ordinary word heard for ours: it counts in longer forms only. */
export interface Guess { readonly word: string; readonly alone: boolean; readonly others: readonly string[] }

/** A word of the lexicon; `alphabet` has a bit for each letter in it, `letters` counts how often each stands there, `means` are the concepts whose forms have it. */
interface Known { readonly word: string; readonly alphabet: number; readonly letters: Uint8Array; readonly means: ReadonlySet<string> }

interface Speller {
  readonly byFirst: ReadonlyMap<string, readonly Known[]>;
  readonly bySound: ReadonlyMap<string, readonly Known[]>;
  readonly ordinary: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Words looked up before. */
  readonly memory: Map<string, Guess | undefined>;
}

const LETTERS = /^[a-z]+$/;
/** So many looked-up words are kept; then the memory starts anew. */
const MEMORY = 50_000;
/** How far before the first difference an ending may begin: "-ies" for "-y". */
const LOOSE = 2;

/** What a word that the lexicon does not know is read as. */
export function guessWord(word: string, knowledge: Knowledge): Guess | undefined {
  const speller = spellerOf(knowledge);
  const { memory } = speller;
  if (memory.has(word)) return memory.get(word);
  const guess = lookUp(word, speller, knowledge);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(word, guess);
  return guess;
}

function lookUp(word: string, speller: Speller, knowledge: Knowledge): Guess | undefined {
  const heard = knowledge.typos.heard[word];
  if (heard !== undefined) return { word: heard, alone: false, others: [] };
  return LETTERS.test(word) && !isOrdinary(word, speller) ? closest(word, speller, knowledge) : undefined;
}

const isOrdinary = (word: string, { ordinary }: Speller): boolean => ordinary.has(word) || (word.endsWith('s') && ordinary.has(word.slice(0, -1)));

interface Candidate extends Known { readonly edits: number }

/** The word of the lexicon that lies nearest; nothing when none lies near, or two of different meaning equally near. */
function closest(word: string, speller: Speller, { typos }: Knowledge): Guess | undefined {
  const limits = typos.edits.findLast(({ letters }) => word.length >= letters);
  if (!limits) return undefined;
  const near = [
    ...within(word, speller.byFirst.get(word.charAt(0)) ?? [], limits.written),
    ...within(word, speller.bySound.get(soundOf(word)) ?? [], limits.heard),
  ];
  const best = near.reduce<Candidate | undefined>((one, other) => one && one.edits <= other.edits ? one : other, undefined);
  if (!best || isOtherForm(word, best.word, speller)) return undefined;
  const rivals = near.filter((other) => !isOneFamily(best, other));
  return rivals.some(({ edits }) => edits === best.edits) ? undefined : { word: best.word, alone: !rivals.length, others: rivals.map((other) => other.word) };
}

/** Those of the words that lie within so many edits; what cannot, is told by its length and letters alone. */
function within(word: string, known: readonly Known[], limit: number): readonly Candidate[] {
  const letters = lettersOf(word), alphabet = alphabetOf(letters);
  const near: Candidate[] = [];
  for (const other of known) {
    if (Math.abs(other.word.length - word.length) > limit || bitsIn(alphabet ^ other.alphabet) > 2 * limit || lettersApart(letters, other.letters) > 2 * limit) continue;
    const edits = editsBetween(word, other.word);
    if (edits <= limit) near.push({ ...other, edits });
  }
  return near;
}

const prefixOf = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
};

const suffixOf = (one: string, other: string): number => {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
};

/** "herniation" and "herniations", "dessication" and "desiccated": whichever is meant, the concept is the same. */
const isOneFamily = (one: Known, other: Known): boolean =>
  prefixOf(one.word, other.word) >= Math.min(one.word.length, other.word.length) - 2 || [...one.means].every((id) => other.means.has(id)) || [...other.means].every((id) => one.means.has(id));

/** Whether two words differ in an ordinary ending or beginning alone: "herniates" is no slip for "herniated". */
function isOtherForm(one: string, other: string, { endings, beginnings }: Speller): boolean {
  const same = prefixOf(one, other);
  for (let at = same; at > 2 && at >= same - LOOSE; at--) if (endings.has(one.slice(at)) && endings.has(other.slice(at))) return true;
  const end = suffixOf(one, other);
  return [end, end - 1].some((tail) => tail > 2 && beginnings.has(one.slice(0, one.length - tail)) && beginnings.has(other.slice(0, other.length - tail)));
}

const ALPHABET = 26;
const A = 97;

function lettersOf(word: string): Uint8Array {
  const letters = new Uint8Array(ALPHABET);
  for (let at = 0; at < word.length; at++) letters[word.charCodeAt(at) - A]!++;
  return letters;
}

const alphabetOf = (letters: Uint8Array): number => letters.reduce((alphabet, count, letter) => count > 0 ? alphabet | 1 << letter : alphabet, 0);

function bitsIn(alphabet: number): number {
  let bits = 0;
  for (let rest = alphabet; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Letters of one that the other has not; each edit makes at most two. */
function lettersApart(one: Uint8Array, other: Uint8Array): number {
  let apart = 0;
  for (let letter = 0; letter < ALPHABET; letter++) apart += Math.abs(one[letter]! - other[letter]!);
  return apart;
}

const spellers = new WeakMap<Knowledge, Speller>();

function spellerOf(knowledge: Knowledge): Speller {
  const made = spellers.get(knowledge);
  if (made) return made;
  const { ordinary, clinical, endings, beginnings } = knowledge.typos;
  const known = wordsOfConcepts(knowledge);
  const speller: Speller = {
    byFirst: groupBy(known, ({ word }) => word.charAt(0)), bySound: groupBy(known, ({ word }) => soundOf(word)),
    ordinary: new Set([...Object.values(ordinary), ...clinical].flatMap((row) => row.split(' '))), endings: new Set([...endings, '']), beginnings: new Set([...beginnings, '']), memory: new Map(),
  };
  spellers.set(knowledge, speller);
  return speller;
}

/** The words, long enough, of all forms of the concepts on the axes that take corrections. */
function wordsOfConcepts({ vocabulary, trie, concepts, typos }: Knowledge): readonly Known[] {
  const axes = new Set(typos.axes);
  const named = new Map<number, Set<string>>();
  const path: number[] = [];
  const visit = (node: number): void => {
    for (const { kind, id } of entriesAt(trie, node)) if (kind === 'concept' && axes.has(concepts.get(id)!.axis)) for (const norm of path) addTo(named, norm, id);
    for (let next = trie.first[node]!; next < trie.first[node + 1]!; next++) {
      path.push(trie.norm[next]!);
      visit(next);
      path.pop();
    }
  };
  visit(ROOT);
  return vocabulary.words.flatMap((word, norm) => {
    const means = word.length >= typos.least && LETTERS.test(word) ? named.get(norm) : undefined;
    if (!means) return [];
    const letters = lettersOf(word);
    return [{ word, alphabet: alphabetOf(letters), letters, means }];
  });
}

function addTo(named: Map<number, Set<string>>, norm: number, id: string): void {
  const ids = named.get(norm);
  if (ids) ids.add(id);
  else named.set(norm, new Set([id]));
}

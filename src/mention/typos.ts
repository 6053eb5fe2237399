// Words that no form knows, compared with the words of the lexicon: "sciatca" is read as "sciatica".
// In: a reading. Out: its norms with the corrections in their places, and which tokens were corrected into what.
// Neither the text nor any offset changes. An ordinary English word is never corrected (lexicons/typos.json).
import type { Entry, Knowledge } from '../lexicon/knowledge.ts';
import type { TrieNode } from '../lexicon/trie.ts';
import { normalize } from '../text/normalize.ts';
import { TOKEN_KIND, type Mention, type Reading } from '../types.ts';
import { editsBetween, soundOf } from './natural-distance.ts';

/** `norms` has a norm for each corrected token; `words` tells what a token was read as; `heard` are those that count beside others only. */
export interface Corrections { readonly norms: Int32Array; readonly words: ReadonlyMap<number, string>; readonly heard: ReadonlySet<number> }

/** A word of the lexicon; `letters` counts how often each letter stands in it, `means` are the concepts whose forms have it. */
interface Known { readonly word: string; readonly letters: Uint8Array; readonly means: ReadonlySet<string> }

interface Speller {
  readonly byFirst: ReadonlyMap<string, readonly Known[]>;
  readonly bySound: ReadonlyMap<string, readonly Known[]>;
  readonly ordinary: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Words looked up before, with what they were read as; "" for nothing. */
  readonly memory: Map<string, string>;
}

const LETTERS = /^[a-z]+$/;
const NONE: ReadonlyMap<number, string> = new Map();
/** So many looked-up words are kept; then the memory starts anew. */
const MEMORY = 50_000;
/** How far before the first difference an ending may begin: "-ies" for "-y". */
const LOOSE = 2;

/** What a word is read as; "" when it is left as it is. */
export const correctionOf = (word: string, knowledge: Knowledge): string => meantBy(word, spellerOf(knowledge), knowledge);

/** The norms of a note with what its unknown words must mean. */
export function correctTypos({ tokens }: Reading, knowledge: Knowledge): Corrections {
  const speller = spellerOf(knowledge);
  let norms: Int32Array | undefined;
  const words = new Map<number, string>(), heard = new Set<number>();
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.norm[at]! >= 0 || tokens.kind[at] !== TOKEN_KIND.word || tokens.end[at]! - tokens.start[at]! < knowledge.typos.least) continue;
    const said = normalize(tokens.text.slice(tokens.start[at], tokens.end[at]));
    const meant = meantBy(said, speller, knowledge);
    if (!meant) continue;
    norms ??= tokens.norm.slice();
    norms[at] = knowledge.vocabulary.get(meant)!;
    words.set(at, meant);
    if (said in knowledge.typos.heard) heard.add(at);
  }
  return { norms: norms ?? tokens.norm, words: norms ? words : NONE, heard };
}

/** Marks a mention that stands on a corrected word: `fuzzy` is the word it was read as. */
export function markFuzzy(mention: Mention, { words }: Corrections): Mention {
  if (!words.size) return mention;
  const read: string[] = [];
  for (let at = mention.from; at < mention.to; at++) if (words.has(at)) read.push(words.get(at)!);
  return read.length ? { ...mention, attributes: { ...mention.attributes, fuzzy: read.join(' ') } } : mention;
}

function meantBy(word: string, speller: Speller, knowledge: Knowledge): string {
  const before = speller.memory.get(word);
  if (before !== undefined) return before;
  const meant = knowledge.typos.heard[word] ?? (LETTERS.test(word) && !isOrdinary(word, speller) ? closest(word, speller, knowledge) : '');
  if (speller.memory.size >= MEMORY) speller.memory.clear();
  speller.memory.set(word, meant);
  return meant;
}

const isOrdinary = (word: string, { ordinary }: Speller): boolean => ordinary.has(word) || (word.endsWith('s') && ordinary.has(word.slice(0, -1)));

interface Candidate extends Known { readonly edits: number }

/** The one word of the lexicon that is meant; "" when none lies near or several do. */
function closest(word: string, speller: Speller, { typos }: Knowledge): string {
  const limits = typos.edits.findLast(({ letters }) => word.length >= letters);
  if (!limits) return '';
  const near = [
    ...within(word, speller.byFirst.get(word.charAt(0)) ?? [], limits.written),
    ...within(word, speller.bySound.get(soundOf(word)) ?? [], limits.heard),
  ];
  const best = near.reduce<Candidate | undefined>((one, other) => one && one.edits <= other.edits ? one : other, undefined);
  return best && near.every((other) => isOneFamily(best, other)) && !isOtherForm(word, best.word, speller) ? best.word : '';
}

/** Those of the words that lie within so many edits; what cannot, is told by its length and letters alone. */
function within(word: string, known: readonly Known[], limit: number): readonly Candidate[] {
  const letters = lettersOf(word);
  const near: Candidate[] = [];
  for (const other of known) {
    if (Math.abs(other.word.length - word.length) > limit || lettersApart(letters, other.letters) > 2 * limit) continue;
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

function groupBy(words: readonly Known[], keyOf: (known: Known) => string): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const known of words) {
    const key = keyOf(known);
    const group = groups.get(key);
    if (group) group.push(known);
    else groups.set(key, [known]);
  }
  return groups;
}

/** The words, long enough, of all forms of the concepts on the axes that take corrections. */
function wordsOfConcepts({ vocabulary, trie, concepts, typos }: Knowledge): readonly Known[] {
  const axes = new Set(typos.axes);
  const named = new Map<number, Set<string>>();
  const path: number[] = [];
  const visit = (node: TrieNode<Entry>): void => {
    for (const { kind, id } of node.entries) if (kind === 'concept' && axes.has(concepts.get(id)!.axis)) for (const norm of path) addTo(named, norm, id);
    for (const [norm, next] of node.next) {
      path.push(norm);
      visit(next);
      path.pop();
    }
  };
  visit(trie.root);
  return [...vocabulary].flatMap(([word, norm]) => {
    const means = word.length >= typos.least && LETTERS.test(word) ? named.get(norm) : undefined;
    return means ? [{ word, letters: lettersOf(word), means }] : [];
  });
}

function addTo(named: Map<number, Set<string>>, norm: number, id: string): void {
  const ids = named.get(norm);
  if (ids) ids.add(id);
  else named.set(norm, new Set([id]));
}

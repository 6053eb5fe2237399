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

/** A word of the lexicon; `letters` counts how often each letter stands in it. */
interface Known { readonly word: string; readonly letters: Uint8Array }

interface Speller {
  readonly byFirst: ReadonlyMap<string, readonly Known[]>;
  readonly bySound: ReadonlyMap<string, readonly Known[]>;
  readonly ordinary: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** Words looked up before, with what they were read as; "" for nothing. */
  readonly memory: Map<string, string>;
}

const LETTERS = /^[a-z]+$/;
const NONE: ReadonlyMap<number, string> = new Map();
/** So many looked-up words are kept; then the memory starts anew. */
const MEMORY = 50_000;

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
  const meant = knowledge.typos.heard[word] ?? (LETTERS.test(word) && !speller.ordinary.has(word) ? closest(word, speller, knowledge) : '');
  if (speller.memory.size >= MEMORY) speller.memory.clear();
  speller.memory.set(word, meant);
  return meant;
}

interface Candidate { readonly word: string; readonly edits: number }

/** The one word of the lexicon that is meant; "" when none lies near or several do. */
function closest(word: string, speller: Speller, { typos }: Knowledge): string {
  const limits = typos.edits.findLast(({ letters }) => word.length >= letters);
  if (!limits) return '';
  const near = [
    ...within(word, speller.byFirst.get(word.charAt(0)) ?? [], limits.written),
    ...within(word, speller.bySound.get(soundOf(word)) ?? [], limits.heard),
  ];
  const best = near.reduce<Candidate | undefined>((one, other) => one && one.edits <= other.edits ? one : other, undefined);
  return best && near.every((other) => isOneFamily(best.word, other.word)) && !isInflection(word, best.word, speller.endings) ? best.word : '';
}

/** Those of the words that lie within so many edits; what cannot, is told by its length and letters alone. */
function within(word: string, known: readonly Known[], limit: number): readonly Candidate[] {
  const letters = lettersOf(word);
  const near: Candidate[] = [];
  for (const other of known) {
    if (Math.abs(other.word.length - word.length) > limit || lettersApart(letters, other.letters) > 2 * limit) continue;
    const edits = editsBetween(word, other.word);
    if (edits <= limit) near.push({ word: other.word, edits });
  }
  return near;
}

const prefixOf = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
};

/** "herniation" and "herniations": whichever is meant, the concept is the same. */
const isOneFamily = (one: string, other: string): boolean => prefixOf(one, other) >= Math.min(one.length, other.length) - 2;

/** Whether two words differ in an ordinary ending alone: "herniates" is no slip for "herniated". */
function isInflection(one: string, other: string, endings: ReadonlySet<string>): boolean {
  for (let at = prefixOf(one, other); at >= Math.min(one.length, other.length) - 4 && at > 2; at--) {
    if (endings.has(one.slice(at)) && endings.has(other.slice(at))) return true;
  }
  return false;
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
  const { ordinary, endings } = knowledge.typos;
  const known = wordsOfConcepts(knowledge);
  const speller: Speller = {
    byFirst: groupBy(known, ({ word }) => word.charAt(0)), bySound: groupBy(known, ({ word }) => soundOf(word)),
    ordinary: new Set(Object.values(ordinary).flatMap((row) => row.split(' '))), endings: new Set([...endings, '']), memory: new Map(),
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
  const ids = new Set<number>();
  const visit = (node: TrieNode<Entry>): boolean => {
    let leads = node.entries.some(({ kind, id }) => kind === 'concept' && axes.has(concepts.get(id)!.axis));
    for (const [norm, next] of node.next) if (visit(next)) { ids.add(norm); leads = true; }
    return leads;
  };
  visit(trie.root);
  return [...vocabulary].filter(([word, id]) => ids.has(id) && word.length >= typos.least - 1 && LETTERS.test(word))
    .map(([word]) => ({ word, letters: lettersOf(word) }));
}

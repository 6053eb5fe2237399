// The normal forms that the lexicons know, by number: found by string, or in place in a text without making a string.
// In: the norms in order of their ids. Out: a Vocabulary. Which words are known is the lexicons' work.
import { normalize } from './normalize.ts';

export interface Vocabulary {
  /** The norms; an id is an index. */
  readonly words: readonly string[];
  /** The id of a normal form, or -1. */
  readonly idOf: (norm: string) => number;
  /** The id of the norm of the ASCII word that stands at `start` to `end`, or -1: what `idOf(normalize(text.slice(start, end)))` gives, at a fifth of its cost. */
  readonly idIn: (text: string, start: number, end: number) => number;
}

const EMPTY = -1;
const S = 's'.charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);

/** Lower case of an ASCII character code. */
const lower = (code: number): number => code >= 65 && code <= 90 ? code | 32 : code;

/** FNV-1a over the lower-cased characters. */
function hashIn(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lower(text.charCodeAt(at)), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== lower(text.charCodeAt(start + at))) return false;
  return true;
}

/** A Vocabulary over norms, each once; the place of a norm in the list is its id. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const size = 2 ** Math.ceil(Math.log2(words.length * 4 + 4)), mask = size - 1;
  const slots = new Int32Array(size).fill(EMPTY);
  words.forEach((word, id) => {
    let slot = hashIn(word, 0, word.length) & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = id;
  });
  return {
    words,
    idOf: (norm) => ids.get(norm) ?? -1,
    idIn: (text, start, end) => {
      const to = end - start > 2 && text.charCodeAt(end - 2) === APOSTROPHE && lower(text.charCodeAt(end - 1)) === S ? end - 2 : end;
      for (let slot = hashIn(text, start, to) & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
        const id = slots[slot]!, word = words[id]!;
        if (word.length === to - start && isAt(word, text, start)) return id;
      }
      return -1;
    },
  };
}

/** The ids of single words as people write them; words that are not known have none. */
export const idsOf = ({ idOf }: Vocabulary, words: readonly string[]): ReadonlySet<number> => new Set(words.map((word) => idOf(normalize(word))).filter((id) => id >= 0));

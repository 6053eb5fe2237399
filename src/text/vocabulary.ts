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
  /** The same of a word of letters whose hash is known (four parameters, for it is called for every word). */
  readonly idAt: (hash: number, text: string, start: number, end: number) => number;
}

const EMPTY = -1;
const S = 's'.charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);

/** Lower case by ASCII character code. */
const LOWER = Uint8Array.from({ length: 128 }, (_, code) => code >= 65 && code <= 90 ? code | 32 : code);

/** FNV-1a over the lower-cased characters of an ASCII word: where it begins, and one character more. The tokeniser hashes a word while it looks for its end. */
export const NO_LETTERS = 0x811c9dc5 | 0;
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ LOWER[code]!, 0x01000193);

function hashOf(text: string, start: number, end: number): number {
  let hash = NO_LETTERS;
  for (let at = start; at < end; at++) hash = hashOn(hash, text.charCodeAt(at));
  return hash;
}

const isAscii = (word: string): boolean => !/[^\0-\x7f]/.test(word);

/** A Vocabulary over norms, each once; the place of a norm in the list is its id. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const size = 2 ** Math.ceil(Math.log2(words.length * 4 + 4)), mask = size - 1;
  const slots = new Int32Array(size).fill(EMPTY);
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & mask;
  /** All norms one after the other; norm n lies from `begins[n]` to `begins[n + 1]`. */
  const letters = words.join(''), begins = new Int32Array(words.length + 1);
  words.forEach((word, id) => {
    begins[id + 1] = begins[id]! + word.length;
    if (!isAscii(word)) return;
    let slot = slotOf(hashOf(word, 0, word.length));
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = id;
  });
  const isNorm = (id: number, text: string, start: number): boolean => {
    for (let at = begins[id]!, to = begins[id + 1]!; at < to; at++, start++) if (letters.charCodeAt(at) !== LOWER[text.charCodeAt(start)]) return false;
    return true;
  };
  const idAt: Vocabulary['idAt'] = (hash, text, start, end) => {
    for (let slot = slotOf(hash); slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (begins[id + 1]! - begins[id]! === end - start && isNorm(id, text, start)) return id;
    }
    return -1;
  };
  return {
    words,
    idOf: (norm) => ids.get(norm) ?? -1,
    idAt,
    idIn: (text, start, end) => {
      const to = end - start > 2 && text.charCodeAt(end - 2) === APOSTROPHE && LOWER[text.charCodeAt(end - 1)] === S ? end - 2 : end;
      return idAt(hashOf(text, start, to), text, start, to);
    },
  };
}

/** The ids of single words as people write them; words that are not known have none. */
export const idsOf = ({ idOf }: Vocabulary, words: readonly string[]): ReadonlySet<number> => new Set(words.map((word) => idOf(normalize(word))).filter((id) => id >= 0));

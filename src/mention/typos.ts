// Words that no form knows, read as the words of the lexicon they must mean: "sciatca" as "sciatica".
// In: a reading. Out: its norms with the corrections in their places, and which tokens were corrected into what.
// Neither the text nor any offset changes.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { walkForms } from '../lexicon/trie.ts';
import { normalize } from '../text/normalize.ts';
import { TOKEN_KIND, type Mention, type Range, type Reading } from '../types.ts';
import { writeDraft } from './line.ts';
import { guessWord } from './speller.ts';

/** `norms` has a norm for each corrected token; `words` tells what a token was read as; `unsure` are those that count in longer forms only, with the norms of what else they may mean. */
export interface Corrections { readonly norms: Int32Array; readonly words: ReadonlyMap<number, string>; readonly unsure: ReadonlyMap<number, readonly number[]> }

const NONE: ReadonlyMap<number, string> = new Map();
const SURE: ReadonlyMap<number, readonly number[]> = new Map();

/** The norms of a note with what its unknown words must mean. */
export function correctTypos({ tokens }: Reading, knowledge: Knowledge): Corrections {
  let norms: Int32Array | undefined;
  const words = new Map<number, string>(), unsure = new Map<number, readonly number[]>();
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.norm[at]! >= 0 || tokens.kind[at] !== TOKEN_KIND.word || tokens.end[at]! - tokens.start[at]! < knowledge.typos.least) continue;
    const guess = guessWord(normalize(tokens.text.slice(tokens.start[at], tokens.end[at])), knowledge);
    if (!guess) continue;
    norms ??= tokens.norm.slice();
    norms[at] = knowledge.vocabulary.idOf(guess.word);
    words.set(at, guess.word);
    if (!guess.alone) unsure.set(at, guess.others.map((word) => knowledge.vocabulary.idOf(word)));
  }
  return norms ? { norms, words, unsure } : { norms: tokens.norm, words: NONE, unsure: SURE };
}

/** Whether a form may stand on its words: an unsure one needs others beside it, and no other reading may fit them as well. */
export function mayStand({ from, to }: Range, { norms, unsure }: Corrections, knowledge: Knowledge): boolean {
  for (let at = from; at < to; at++) {
    const others = unsure.get(at);
    if (!others) continue;
    if (to === from + 1) return false;
    for (const other of others) if (isForm(norms.slice(from, to).fill(other, at - from, at - from + 1), knowledge)) return false;
  }
  return true;
}

function isForm(norm: Int32Array, { trie }: Knowledge): boolean {
  let whole = false;
  walkForms(trie, norm, { from: 0, limit: norm.length, isBreak: () => false }, (to) => { whole ||= to === norm.length; });
  return whole;
}

/** Marks a mention that stands on a corrected word: `fuzzy` is the word it was read as. */
export function markFuzzy(mention: Mention, { words }: Corrections): Mention {
  if (!words.size) return mention;
  const read: string[] = [];
  for (let at = mention.from; at < mention.to; at++) if (words.has(at)) read.push(words.get(at)!);
  if (!read.length) return mention;
  const { axis, value, via, from, to, sentence, attributes, anchor } = mention;
  return writeDraft({ axis, value, via, from, to, sentence, anchor, attributes: { ...attributes, fuzzy: read.join(' ') } });
}

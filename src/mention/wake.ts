// Which recognisers a sentence can concern at all, told by one look at its tokens; most sentences concern none, which halves the time of a scan.
// In: tokens and the words that wake each recogniser. Out: a mask, one bit for each place in the list of recognisers.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { TOKEN_KIND, type Range, type Tokens } from '../types.ts';
import { wordsOf, type Words } from './words.ts';

/** What a recogniser needs to find something: one of these words, a word of letters and digits, a single letter, or something that was found before. */
export interface Waking {
  readonly words?: (words: Words) => Iterable<string>;
  readonly mixed?: true;
  readonly letter?: true;
  readonly mentions?: true;
}

export interface Alarm {
  /** Mask by norm id. */
  readonly byNorm: Uint8Array;
  readonly mixed: number;
  readonly letter: number;
  readonly mentions: number;
}

/** The masks of a list of wakings. */
export function makeAlarm(wakings: readonly Waking[], knowledge: Knowledge): Alarm {
  const { vocabulary } = knowledge, words = wordsOf(knowledge.words);
  const byNorm = new Uint8Array(vocabulary.words.length);
  wakings.forEach((waking, place) => {
    for (const word of waking.words?.(words) ?? []) byNorm[vocabulary.idOf(word)]! |= 1 << place;
  });
  const maskOf = (sign: 'mixed' | 'letter' | 'mentions'): number => wakings.reduce((mask, waking, place) => waking[sign] ? mask | 1 << place : mask, 0);
  return { byNorm, mixed: maskOf('mixed'), letter: maskOf('letter'), mentions: maskOf('mentions') };
}

/** The mask of the recognisers that a stretch of tokens wakes; `found` tells that something stands there already. */
export function wakenIn({ norm, kind, start, end }: Tokens, { from, to, found }: Range & { readonly found: boolean }, { byNorm, mixed, letter, mentions }: Alarm): number {
  let mask = found ? mentions : 0;
  for (let at = from; at < to; at++) {
    const id = norm[at]!;
    if (id >= 0) mask |= byNorm[id]!;
    if (kind[at] === TOKEN_KIND.mixed) mask |= mixed;
    else if (kind[at] === TOKEN_KIND.word && end[at]! - start[at]! === 1) mask |= letter;
  }
  return mask;
}

// The texts worth a closer look: those that answer most of a question by weight.
// In: units. Out: numbers of texts and the weight of each unit in the book. The order is not final.
import { textsAnswering } from './answers.ts';
import type { Corpus } from './corpus.ts';
import type { Unit } from './question.ts';
import type { Statistics } from './bm25.ts';

/** The word itself counts beside its meaning a little less than by itself: as if it stood in more texts. 1 is its own weight, 0 none. */
const LITERAL = 0.9;

export interface Shortlist {
  readonly texts: readonly number[];
  /** Those that answer every word: only one of them can say just what is asked. */
  readonly full: readonly number[];
  /** By unit: the inverse document frequency of BM25; 0 for a word that the book has not. */
  readonly weights: readonly number[];
  readonly statistics: Statistics;
}

/** So many texts are looked at closely, and any that says just what is asked. */
const MOST = 500;

const weightOf = (count: number, all: number): number => count === 0 ? 0 : Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** All that were found, or so many of the best. */
function best(found: readonly number[], score: Float64Array): readonly number[] {
  if (found.length <= MOST) return found;
  return [...found].sort((a, b) => score[b]! - score[a]! || a - b).slice(0, MOST);
}

/** The best texts of a book for a question, by the weight of the units that they answer. */
export function shortlistTexts(units: readonly Unit[], corpus: Corpus): Shortlist {
  const score = new Float64Array(corpus.texts.length);
  const counts = new Map<string, number>();
  const found = new Set<number>();
  const weights = units.map(({ exact, loose }, number) => {
    const literal = textsAnswering(exact, corpus);
    const all = new Set([...literal, ...textsAnswering(loose, corpus)]);
    const weight = weightOf(all.size, corpus.texts.length);
    for (const text of all) { score[text]! += weight * (literal.has(text) ? 2 : 1); found.add(text); }
    counts.set(`~${number}`, all.size).set(`=${number}`, Math.round(literal.size ** LITERAL * corpus.texts.length ** (1 - LITERAL)));
    return weight;
  });
  const texts = best([...found], score);
  const most = [...found].reduce((top, text) => Math.max(top, score[text]!), 0);
  const full = [...found].filter((text) => score[text] === most);
  return { texts, full, weights, statistics: { texts: corpus.texts.length, counts } };
}

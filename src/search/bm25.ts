// The adapter of wink-nlp's BM25 vectorizer: how near each of some texts is to a question.
// In: bags of tokens, and how often the tokens of the question stand in the whole book. Out: one cosine a text, 0 to 1.
// Texts that share no token with the question are counted, not read.
import bm25 from 'wink-nlp/utilities/bm25-vectorizer.js';

type Weights = Readonly<Record<string, number>>;

/** Length is left to the cosine (`b` 0); a word said twice counts little more than one said once. */
const CONFIG = { k: 1, k1: 0.5, b: 0, norm: 'l2' } as const;

/** `texts` of all; `counts`: in how many texts each token of the question stands. */
export interface Statistics { readonly texts: number; readonly counts: ReadonlyMap<string, number> }

/** The cosine of each text with the question, in the weights of BM25. */
export function rankTexts(question: readonly string[], texts: readonly (readonly string[])[], statistics: Statistics): readonly number[] {
  const vectorizer = bm25(CONFIG);
  for (const text of texts) vectorizer.learn(text);
  for (const { token, times } of fillers(question, texts, statistics)) for (let time = 0; time < times; time++) vectorizer.learn(token);
  const asked = Object.entries(vectorizer.bowOf(question));
  return texts.map((_, at) => cosine(vectorizer.doc(at).out(), asked));
}

/** Texts that are not ranked, so that rare words weigh what they weigh in the whole book. */
function fillers(question: readonly string[], texts: readonly (readonly string[])[], { texts: all, counts }: Statistics): readonly { readonly token: readonly string[]; readonly times: number }[] {
  const ranked = new Map<string, number>();
  for (const text of texts) for (const token of new Set(text)) ranked.set(token, (ranked.get(token) ?? 0) + 1);
  const filled = [...new Set(question)].map((token) => ({ token: [token], times: Math.max((counts.get(token) ?? 0) - (ranked.get(token) ?? 0), 0) }));
  const rest = all - texts.length - filled.reduce((sum, { times }) => sum + times, 0);
  return [...filled, { token: [], times: Math.max(rest, 0) }];
}

const cosine = (text: Weights, asked: readonly (readonly [token: string, weight: number])[]): number => asked.reduce((sum, [token, weight]) => sum + weight * (text[token] ?? 0), 0);

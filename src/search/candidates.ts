// The texts of a shortlist → what each of them would lead to, with the tokens by which it is weighed.
// In: numbers of texts and the question. Out: candidates, unranked. An index line may give several: one for every way on from it.
import type { SearchWords } from '../lexicon/schema-book.ts';
import { answerText, unitTokens, unsaid, type Answer } from './answers.ts';
import type { Segment, Text } from './corpus.ts';
import { routesFrom, type Route } from './index-routes.ts';
import { pickCodes, type CodePick } from './pick-codes.ts';
import type { Question } from './question.ts';

export interface Candidate {
  readonly number: number;
  readonly text: Text;
  readonly pick: CodePick;
  readonly route?: Route;
  /** Tokens for BM25: answered words, and what the text says besides. */
  readonly tokens: readonly string[];
  /** Numbers of the answered units. */
  readonly answered: ReadonlySet<number>;
  /** How many words the text has besides that say "other" or "specified". */
  readonly residue: number;
}

type Weighed = Pick<Candidate, 'answered' | 'tokens' | 'residue'>;

function weigh(answer: Answer, { answer: picked }: CodePick, segments: readonly Segment[], { corpus }: Question): Weighed {
  const answered = new Set([...answer.answered, ...(picked?.answered ?? [])]);
  const literally = new Set([...answer.literally, ...(picked?.literally ?? [])]);
  const { tokens, residue } = unsaid(segments, answer.used, corpus);
  return { answered, tokens: [...unitTokens(answered, literally), ...tokens], residue };
}

function routeCandidate(number: number, route: Route, question: Question): readonly Candidate[] {
  const text = question.corpus.texts[number]!;
  const answer = answerText(question, route);
  const pick = answer.answered.size > 0 ? pickCodes(route.code, answer.answered, question) : undefined;
  return pick ? [{ number, text, pick, route, ...weigh(answer, pick, route.segments, question) }] : [];
}

function titleCandidate(number: number, question: Question): Candidate {
  const text = question.corpus.texts[number]!;
  const pick: CodePick = { entry: question.corpus.book.codes[text.at]!, below: [] };
  return { number, text, pick, ...weigh(answerText(question, text), pick, text.segments, question) };
}

/** What the texts lead to. */
export const candidatesOf = (numbers: Iterable<number>, question: Question, words: SearchWords): readonly Candidate[] => [...numbers].flatMap((number) => {
  const text = question.corpus.texts[number]!;
  return text.kind === 'index' ? routesFrom(text.at, question.corpus, words).flatMap((route) => routeCandidate(number, route, question)) : [titleCandidate(number, question)];
});

// `lumbago search`: words → codes, the Alphabetic Index first, then titles and inclusion terms.
// In: words as typed, the book of a release, Knowledge. Out: hits, the nearest first. It reads no note: find-codes.ts adds what the analyzer reads.
import type { CodeBook, TabularEntry } from '../book/book.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { answerText, questionTokens, unitTokens, unsaid, type Answer } from './answers.ts';
import { rankTexts } from './bm25.ts';
import { corpusOf, type Corpus } from './corpus.ts';
import { routesFrom, type Route } from './index-routes.ts';
import { pickCodes, type CodePick, type Question } from './pick-codes.ts';
import { readQuestion, type Unit } from './read-question.ts';
import { shortlistTexts } from './shortlist.ts';
import { cutWords } from './words.ts';

/** One code that the words lead to. A header is not billable: `below` are the billable codes under it that fit the words. */
export interface SearchHit {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  readonly via: 'index' | 'title' | 'inclusion' | 'term';
  /** Main term and subterms, with "see …" where a cross-reference was followed. */
  readonly path?: readonly string[];
  /** Cosine of BM25 weights, with what exact wording and the index add to it; only the order means something. */
  readonly score: number;
  /** How it was found, in a sentence. */
  readonly why: string;
  /** Share of the weight of the words that the hit answers, 0 to 1. */
  readonly answers: number;
  readonly below?: readonly { readonly code: string; readonly title: string }[];
}

export interface Library { readonly book: CodeBook; readonly knowledge: Knowledge }

interface Candidate { readonly via: 'index' | 'title' | 'inclusion'; readonly pick: CodePick; readonly route?: Route; readonly says: string; readonly tokens: readonly string[]; readonly answered: ReadonlySet<number>; readonly text: string }

/** What a source adds to the nearness of its words: a coder looks in the index first. */
const SOURCE = { index: 0.15, inclusion: 0.1, title: 0 } as const;
const EXACT = { title: 3, index: 2, inclusion: 1, header: 0.5 } as const;
/** What each cross-reference on the way costs, and what a mere "see also" costs. */
const HOP = 0.02, ASIDE = 0.1;
/** So many routes and titles are weighed; hits below this nearness are noise. */
const FAINT = 0.12;

function indexCandidates(line: number, question: Question, words: Knowledge['search']): readonly Candidate[] {
  const { corpus, units } = question;
  return routesFrom(line, corpus, words).flatMap((route): readonly Candidate[] => {
    const answer = answerText(units, route);
    const pick = pickCodes(route.code, answer.answered, question);
    return pick && answer.answered.size > 0 ? [{ via: 'index', pick, route, says: route.says, text: route.path.join(' > '), ...weigh(answer, pick, route.segments, corpus) }] : [];
  });
}

function weigh(answer: Answer, { answer: picked }: CodePick, segments: Route['segments'], corpus: Corpus): Pick<Candidate, 'answered' | 'tokens'> {
  const answered = new Set([...answer.answered, ...(picked?.answered ?? [])]);
  const literally = new Set([...answer.literally, ...(picked?.literally ?? [])]);
  return { answered, tokens: [...unitTokens(answered, literally), ...unsaid(segments, answer.used, corpus)] };
}



function textCandidate(number: number, { corpus, units }: Question): Candidate {
  const text = corpus.texts[number]!;
  const entry = corpus.book.codes[text.at]!;
  const answer = answerText(units, text);
  const pick: CodePick = { entry, below: [] };
  return { via: text.kind, pick, says: text.says, text: text.says, ...weigh(answer, pick, text.segments, corpus) };
}

const sourceText = ({ via, text, pick: { entry } }: Candidate, { book }: Corpus): string =>
  via === 'index' ? `Index: ${text}` : via === 'title' ? 'Title' : `Inclusion term "${inclusionTerm(text, entry, book)}" at ${entry.code}`;

const inclusionTerm = (says: string, { notes }: TabularEntry, _: CodeBook): string => notes?.inclusionTerm?.find((term) => cutWords(term).join(' ') === says) ?? says;

const spellings = (units: readonly Unit[], answered: ReadonlySet<number>): string => units.flatMap(({ word, spelled }, at) => spelled && answered.has(at) ? [`; "${word}" read as ${spelled}`] : []).join('');

/** Exact wording counts most: an official title, then an index path, then an inclusion term. */
function exactness({ via, says, pick }: Candidate, asked: string): number {
  if (says !== asked) return 0;
  return via === 'title' && !pick.entry.billable ? EXACT.header : EXACT[via];
}

function hitOf(candidate: Candidate, near: number, { question, asked }: { question: Question; asked: string }): SearchHit {
  const { via, pick: { entry, below }, route, answered } = candidate;
  const total = question.weights.reduce((sum, weight) => sum + weight, 0);
  const answers = total === 0 ? 0 : [...answered].reduce((sum, number) => sum + question.weights[number]!, 0) / total;
  const cost = route ? route.hops * HOP + (route.aside ? ASIDE : 0) : 0;
  return {
    code: entry.code, title: entry.title, billable: entry.billable, via, ...(route && { path: route.path }),
    score: Math.round((near + SOURCE[via] - cost + exactness(candidate, asked)) * 10_000) / 10_000,
    why: `${sourceText(candidate, question.corpus)}${spellings(question.units, answered)}`, answers,
    ...(!entry.billable && { below: below.map(({ code, title }) => ({ code, title })) }),
  };
}

/** The best hit of every code, in order; equals by code. */
export function rankHits(hits: readonly SearchHit[], limit: number): readonly SearchHit[] {
  const best = new Map<string, SearchHit>();
  for (const hit of hits) if (!best.has(hit.code) || hit.score > best.get(hit.code)!.score) best.set(hit.code, hit);
  return [...best.values()].sort((a, b) => b.score - a.score || Number(b.billable) - Number(a.billable) || (a.code < b.code ? -1 : 1)).slice(0, limit);
}

/**
 * Finds codes by words: "slipped disc", "left sciatica", "sciatca". Word order is free, slips of spelling are forgiven, words of three
 * letters or fewer are taken as they are. The same words give the same hits; nothing found gives an empty list.
 */
export function searchCodes(words: string, { book, knowledge }: Library, limit = 10): readonly SearchHit[] {
  const corpus = corpusOf(book, knowledge.search);
  const units = readQuestion(words, { corpus, knowledge });
  const { texts, weights, statistics } = shortlistTexts(units, corpus);
  const question: Question = { corpus, units, weights, titles: new Map() };
  const asked = cutWords(words).join(' ');
  const lines = new Set([...texts, ...(corpus.exact.get(asked) ?? [])]);
  const candidates = [...lines].flatMap((number) => corpus.texts[number]!.kind === 'index' ? indexCandidates(number, question, knowledge.search) : [textCandidate(number, question)]);
  const near = rankTexts(questionTokens(units), candidates.map(({ tokens }) => tokens), statistics);
  const hits = candidates.map((candidate, at) => hitOf(candidate, near[at]!, { question, asked })).filter(({ score }) => score >= FAINT + SOURCE.index);
  return rankHits(hits, limit);
}

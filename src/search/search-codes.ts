// `lumbago search`: words → codes, the Alphabetic Index first, then titles and inclusion terms.
// In: words as typed, the book of a release, Knowledge. Out: hits, the nearest first. It reads no note: find-codes.ts adds what the analyzer reads.
import type { CodeBook } from '../book/book.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import { askedStems, questionTokens } from './answers.ts';
import { rankTexts } from './bm25.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { corpusOf, sayText } from './corpus.ts';
import type { Question } from './question.ts';
import { readQuestion } from './read-question.ts';
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
  /** Cosine of BM25 weights, with what exact wording and the source add to it; only the order means something. */
  readonly score: number;
  /** How it was found, in a sentence. */
  readonly why: string;
  /** Share of the weight of the words that the hit answers, 0 to 1. */
  readonly answers: number;
  readonly below?: readonly { readonly code: string; readonly title: string }[];
}

export interface Library { readonly book: CodeBook; readonly knowledge: Knowledge }

/** What a source adds to the nearness of its words: a coder looks in the index first. */
const SOURCE = { index: 0.15, inclusion: 0.1, title: 0 } as const;
/** What a text adds that says just the words asked: the official title of a code always comes first. */
const EXACT = { title: 3, index: 2, inclusion: 1, header: 0.15 } as const;
/** What it costs: a cross-reference on the way, a mere "see also", a word such as "other" that was not asked. */
const COST = { hop: 0.02, aside: 0.1, residue: 0.08 } as const;
/** Hits below this nearness are noise. */
const FAINT = 0.25;

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

function exactness({ number, text: { kind }, pick, route }: Candidate, { verbatim }: Question): number {
  if (!verbatim.has(number) || route?.aside) return 0;
  return kind === 'title' && !pick.entry.billable ? EXACT.header : EXACT[kind];
}

const costOf = ({ route, residue }: Candidate): number => (route ? route.hops * COST.hop + (route.aside ? COST.aside : 0) : 0) + residue * COST.residue;

function sourceOf({ text, route, pick: { entry } }: Candidate): string {
  if (route) return `Index: ${route.path.join(' > ')}`;
  if (text.kind === 'title') return 'Title';
  return `Inclusion term "${text.term}" at ${entry.code}`;
}

const spellingsIn = ({ answered }: Candidate, { units }: Question): string => units.flatMap(({ word, spelled }, at) => spelled && answered.has(at) ? [`; "${word}" read as "${spelled}"`] : []).join('');

function answersOf({ answered }: Candidate, { weights }: Question): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : round([...answered].reduce((sum, number) => sum + weights[number]!, 0) / total);
}

function hitOf(candidate: Candidate, near: number, question: Question): SearchHit {
  const { text: { kind }, pick: { entry, below }, route } = candidate;
  return {
    code: entry.code, title: entry.title, billable: entry.billable, via: kind, ...(route && { path: route.path }),
    score: round(near + SOURCE[kind] - costOf(candidate) + exactness(candidate, question)),
    why: `${sourceOf(candidate)}${spellingsIn(candidate, question)}`, answers: answersOf(candidate, question),
    ...(!entry.billable && { below: below.map(({ code, title }) => ({ code, title })) }),
  };
}

/** The best hit of every code, the best first; equals by code, billable ones before headers. */
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
  const { texts, full, weights, statistics } = shortlistTexts(units, corpus);
  const says = cutWords(words).join(' ');
  const verbatim = new Set(full.filter((text) => sayText(corpus.texts[text]!, corpus) === says));
  const question: Question = { corpus, units, asked: askedStems(units), weights, verbatim, before: (code) => knowledge.codes.get(code)?.before, titles: new Map() };
  const candidates = candidatesOf(new Set([...texts, ...verbatim]), question, knowledge.search);
  const near = rankTexts(questionTokens(units), candidates.map(({ tokens }) => tokens), statistics);
  return rankHits(candidates.flatMap((candidate, at) => near[at]! < FAINT ? [] : [hitOf(candidate, near[at]!, question)]), limit);
}

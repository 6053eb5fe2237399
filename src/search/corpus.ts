// Everything of a book that words can lead to, ready for look-up: index lines, titles, inclusion terms.
// In: a CodeBook and the words of searching. Out: texts as numbered stems, and for each stem the texts that hold it. Made once per book.
import type { CodeBook, TabularEntry } from '../book/book.ts';
import { groupBy } from '../group.ts';
import type { SearchWords } from '../lexicon/schema-book.ts';
import { stemOf } from './stem.ts';
import { compoundsIn, cutWords } from './words.ts';

/** Stems of one way to say a term. */
export type Variant = readonly number[];
/** A term with its ways to say it: "Lumbago, lumbalgia". */
export type Segment = readonly Variant[];

/**
 * One thing that can be found. `at` is the number of its line in the index, or of its entry among the codes; a title and an inclusion
 * term are one segment. `optional` are the nonessential modifiers, each pair of parentheses by itself.
 */
export interface Text {
  readonly kind: 'index' | 'title' | 'inclusion';
  readonly at: number;
  /** An inclusion term, as printed. */
  readonly term?: string;
  readonly segments: readonly Segment[];
  readonly optional: Segment;
}

export interface Corpus {
  readonly book: CodeBook;
  /** The lines of the index first and by their numbers, then titles in the order of the codes, then inclusion terms. */
  readonly texts: readonly Text[];
  readonly names: readonly string[];
  /** Word → stem, for every word that stands in a text. */
  readonly words: ReadonlyMap<string, number>;
  readonly postings: readonly (readonly number[])[];
  readonly compounds: ReadonlyMap<string, readonly string[]>;
  readonly byCategory: ReadonlyMap<string, readonly TabularEntry[]>;
  /** Stem numbers that cost nothing where only the text has them. */
  readonly light: ReadonlySet<number>;
  /** Stem numbers that cost little there. */
  readonly residual: ReadonlySet<number>;
  readonly ignored: ReadonlySet<string>;
  readonly titleOf: (code: string) => number | undefined;
  idOf(word: string): number | undefined;
}

interface Desk {
  readonly ids: Map<string, number>;
  readonly words: Map<string, number>;
  readonly compounds: Map<string, readonly string[]>;
  readonly ignored: ReadonlySet<string>;
  readonly segments: Map<string, Segment>;
}

function idOf(word: string, { ids, words }: Desk): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  const id = ids.get(stem) ?? ids.size;
  ids.set(stem, id);
  words.set(word, id);
  return id;
}

function variantOf(words: string, desk: Desk): Variant {
  for (const [joined, parts] of words.includes('-') ? compoundsIn(words) : []) desk.compounds.set(joined, parts);
  return cutWords(words).filter((word) => !desk.ignored.has(word)).map((word) => idOf(word, desk));
}

/** "neuritis, radiculitis or radiculopathy" → three ways to say one term. */
function segmentOf(term: string, desk: Desk): Segment {
  const known = desk.segments.get(term);
  if (known) return known;
  const segment = term.split(/,| or /).map((words) => variantOf(words, desk)).filter((variant) => variant.length > 0);
  desk.segments.set(term, segment);
  return segment;
}

const NO_MODIFIERS: Segment = [];

/** "(acute) (without myelopathy)" → two groups. */
const modifiersOf = (modifiers: string, desk: Desk): Segment => modifiers.split(/[()]/).map((words) => variantOf(words, desk)).filter((variant) => variant.length > 0);

function textsOf(book: CodeBook, desk: Desk): readonly Text[] {
  const title = (says: string, at: number, kind: Text['kind']): Text => ({ kind, at, segments: [[variantOf(says, desk)]], optional: NO_MODIFIERS });
  const lines = book.index.map(({ path, modifiers }, at): Text => ({
    kind: 'index', at, segments: path.map((term) => segmentOf(term, desk)), optional: modifiers ? modifiersOf(modifiers, desk) : NO_MODIFIERS,
  }));
  const titles = book.codes.map((entry, at) => title(entry.title, at, 'title'));
  const terms = book.codes.flatMap(({ notes }, at) => (notes?.inclusionTerm ?? []).map((term) => ({ ...title(term, at, 'inclusion'), term })));
  return [...lines, ...titles, ...terms];
}

/** Every stem of a text in all its variants; of its modifiers, those of which the question says every word. */
export function stemsOf({ segments, optional }: Pick<Text, 'segments' | 'optional'>, asked: ReadonlySet<number>): ReadonlySet<number> {
  const stems = new Set<number>();
  for (const segment of segments) for (const variant of segment) for (const stem of variant) stems.add(stem);
  for (const group of optional) if (group.every((stem) => asked.has(stem))) for (const stem of group) stems.add(stem);
  return stems;
}

function postingsOf(texts: readonly Text[], size: number): readonly (readonly number[])[] {
  const postings = Array.from({ length: size }, (): number[] => []);
  const post = (stem: number, text: number): void => { if (postings[stem]!.at(-1) !== text) postings[stem]!.push(text); };
  texts.forEach(({ segments, optional }, number) => {
    for (const segment of segments) for (const variant of segment) for (const stem of variant) post(stem, number);
    for (const group of optional) for (const stem of group) post(stem, number);
  });
  return postings;
}

const numbersOf = (words: readonly string[], desk: Desk): ReadonlySet<number> => new Set(words.flatMap((word) => desk.words.get(word) ?? []));

function buildCorpus(book: CodeBook, { ignored, light, residual }: SearchWords): Corpus {
  const desk: Desk = { ids: new Map(), words: new Map(), compounds: new Map(), ignored: new Set(ignored), segments: new Map() };
  const texts = textsOf(book, desk);
  const numberOf = new Map(book.codes.map(({ code }, at) => [code, book.index.length + at]));
  return {
    book, texts, words: desk.words, compounds: desk.compounds, ignored: desk.ignored,
    names: [...desk.ids.keys()], postings: postingsOf(texts, desk.ids.size),
    byCategory: groupBy(book.codes, ({ code }) => code.slice(0, 3)),
    light: numbersOf(light, desk), residual: numbersOf(residual, desk),
    titleOf: (code) => numberOf.get(code),
    idOf: (word) => desk.words.get(word) ?? desk.ids.get(stemOf(word)),
  };
}

const corpora = new WeakMap<CodeBook, Corpus>();

/** The words of a text in order, joined by spaces. */
export function sayText({ kind, at, term }: Text, { book }: Corpus): string {
  return cutWords(term ?? (kind === 'index' ? book.index[at]!.path.join(' ') : book.codes[at]!.title)).join(' ');
}

/** The corpus of a book, the same object for every call. */
export function corpusOf(book: CodeBook, words: SearchWords): Corpus {
  const corpus = corpora.get(book) ?? buildCorpus(book, words);
  corpora.set(book, corpus);
  return corpus;
}

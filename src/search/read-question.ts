// The words of a question and what each of them may stand for in the book.
// In: the words as typed. Out: units, one per word that carries something. Other words for a thing come from lumbago's own concepts,
// found by the scanner of the notes; the book decides what is found.
import type { Knowledge, TermConcept } from '../lexicon/knowledge.ts';
import { findMentions } from '../mention/find-mentions.ts';
import { normalize } from '../text/normalize.ts';
import { readNote } from '../text/read-note.ts';
import { TOKEN_KIND, type Mention, type Reading } from '../types.ts';
import type { Corpus, Variant } from './corpus.ts';
import { titleWordsOf } from './level-words.ts';
import { nearestWord } from './nearest-word.ts';
import type { Unit } from './question.ts';
import { cutWords } from './words.ts';

interface Desk { readonly corpus: Corpus; readonly knowledge: Knowledge }

/** Forms as stems, each once; a form with a word that the book has not is of no use. */
function variantsOf(forms: readonly string[], { ignored, idOf }: Corpus): readonly Variant[] {
  const variants = new Map<string, Variant>();
  for (const form of forms) {
    const stems = cutWords(form).filter((word) => !ignored.has(word)).map((word) => idOf(word));
    const known = [...new Set(stems.flatMap((stem) => stem ?? []))];
    if (known.length > 0 && !stems.includes(undefined)) variants.set([...known].sort((a, b) => a - b).join(' '), known);
  }
  return [...variants.values()];
}

const formsOf = ({ id, label }: TermConcept, { forms }: Knowledge): readonly string[] => [label, ...forms.get(id)?.forms ?? []];

/** Other ways to say what a mention says. */
function formsBehind(mention: Mention, mentions: readonly Mention[], { knowledge }: Desk): readonly string[] {
  const concept = knowledge.concepts.get(mention.via);
  const own = concept ? formsOf(concept, knowledge) : [];
  return mention.axis === 'level' ? [...own, ...titleWordsOf(mention.value, knowledge)] : [...own, ...painForms(mention, mentions, knowledge)];
}

/** "pain" beside "tailbone": what pain at that site is called. */
function painForms(mention: Mention, mentions: readonly Mention[], knowledge: Knowledge): readonly string[] {
  const isPain = ({ via }: Mention): boolean => knowledge.concepts.get(via)?.sited === true;
  const sites = isPain(mention) ? mentions.filter(({ axis }) => axis === 'site') : mention.axis === 'site' && mentions.some(isPain) ? [mention] : [];
  return sites.flatMap(({ value }) => knowledge.problems.get(knowledge.sites.get(value)?.pain ?? '') ?? []).flatMap((concept) => formsOf(concept, knowledge));
}

/** The word itself, in one or in two: "sacroiliac" is "sacro-iliac". */
function ownVariants(at: number, words: readonly string[], { corpus }: Desk): readonly Variant[] {
  const word = words[at]!;
  const joins = [[words[at - 1], word], [word, words[at + 1]]].map((pair) => pair.includes(undefined) ? '' : pair.join(''));
  const parts = corpus.compounds.get(word);
  return [...variantsOf([word], corpus), ...(parts ? variantsOf([parts.join(' ')], corpus) : []), ...joins.filter((join) => corpus.words.has(join)).flatMap((join) => variantsOf([join], corpus))];
}

/** A word in two that the book writes apart: "lowback". */
function splitWord(word: string, { words }: Corpus): string | undefined {
  const cuts = Array.from({ length: Math.max(word.length - 5, 0) }, (_, at) => [word.slice(0, at + 3), word.slice(at + 3)]);
  return cuts.find((parts) => parts.every((part) => words.has(part)))?.join(' ');
}

/** The groups of which a phrase covers this word of the question. */
function alikeTo(at: number, words: readonly string[], { knowledge }: Desk): readonly string[] {
  const covers = (phrase: readonly string[]): boolean => phrase.some((_, offset) => phrase.every((word, place) => words[at - offset + place] === word));
  return knowledge.search.alike.filter((group) => group.some((phrase) => covers(phrase.split(' ')))).flat();
}

const textOf = ({ tokens: { text, start, end } }: Reading, at: number): string => text.slice(start[at], end[at]);

/** The units of a question, in order. */
export function readQuestion(words: string, desk: Desk): readonly Unit[] {
  const { corpus, knowledge } = desk;
  const reading = readNote(words, knowledge.book);
  const { mentions } = findMentions(reading, knowledge);
  const places = Array.from({ length: reading.tokens.count }, (_, at) => at).filter((at) => reading.tokens.kind[at]! <= TOKEN_KIND.mixed);
  const spoken = places.flatMap((at) => cutWords(textOf(reading, at)).map((word) => ({ at, word })));
  const plain = spoken.map(({ word }) => word);
  return spoken.flatMap(({ at, word }, number): readonly Unit[] => {
    if (corpus.ignored.has(word)) return [];
    const own = ownVariants(number, plain, desk);
    const over = mentions.filter(({ from, to }) => from <= at && at < to);
    const loose = variantsOf([...alikeTo(number, plain, desk), ...over.flatMap((mention) => formsBehind(mention, mentions, desk))], corpus);
    const spelled = own.length > 0 || isKnown(word, over, knowledge) ? undefined : splitWord(word, corpus) ?? nearestWord(word, corpus);
    const exact = spelled === undefined ? own : variantsOf([spelled], corpus);
    return [{ word, exact, loose: [...loose, ...(spelled ? variantsOf(alikeTo(0, [spelled], desk), corpus) : [])], ...(spelled !== undefined && { spelled }) }];
  });
}

/** Whether lumbago knows the word as it is written: an abbreviation is no slip. */
const isKnown = (word: string, mentions: readonly Mention[], { forms, search }: Knowledge): boolean => search.alike.some((group) => group.includes(word)) ||
  mentions.some(({ via }) => forms.get(via)?.forms.some((form) => form.split(' ').some((part) => normalize(part) === word)));

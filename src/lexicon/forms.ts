// The forms of parsed lexicons → one trie and one vocabulary, and both as plain JSON and back, so that a build can keep them.
// In: lexicons. Out: a FormTable. Not its job: everything else of Knowledge (compile.ts).
import { normalize } from '../text/normalize.ts';
import { tokenize } from '../text/tokenize.ts';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import type { Entry } from './knowledge.ts';
import type { Lexicons } from './parse.ts';
import { addForm, finishTrie, growTrie, trieOf, type Growing } from './grow-trie.ts';
import { packNumbers, unpackNumbers } from './pack-numbers.ts';
import { spellings } from './surface.ts';
import type { Trie } from './trie.ts';

/** One of these may stand between two words of a form: "low-back pain", "\"drop\" metastasis". */
const SOFT_SEPARATORS = ['-', '/', '‐', '‑', '–', '"', "'"];

/** All forms, and the norms that have an id. */
export interface FormTable {
  readonly trie: Trie<Entry>;
  readonly vocabulary: Vocabulary;
}

/** Gives a norm its id, a new one when it has none. */
const internIn = (ids: Map<string, number>) => (norm: string): number => {
  const known = ids.get(norm);
  if (known !== undefined) return known;
  ids.set(norm, ids.size);
  return ids.size - 1;
};

/** Cuts a form with the tokeniser of the notes; hyphens of a form are soft and left out. */
function normsOf(form: string): readonly string[] {
  const norms: string[] = [];
  tokenize(form, (norm) => norms.push(norm));
  return norms.filter((norm, at) => norms.length === 1 || at === 0 || !SOFT_SEPARATORS.includes(norm) || norm === '/');
}

interface Filling { readonly growing: Growing<Entry>; readonly intern: (norm: string) => number; readonly variants: ReadonlyMap<string, readonly string[]> }

function addForms({ growing, intern, variants }: Filling, forms: readonly string[], entry: Entry): void {
  const inflected = entry.kind === 'concept' || entry.kind === 'except' || entry.kind === 'section';
  for (const form of forms) {
    const norms = normsOf(form);
    for (const spelling of inflected ? spellings(norms, variants) : [norms]) addForm(growing, spelling.map(intern), entry);
  }
}

/** Cuts every form of the lexicons and puts it into the trie. */
export function buildForms(lexicons: Lexicons): FormTable {
  const ids = new Map<string, number>();
  const intern = internIn(ids);
  const soft = new Set(SOFT_SEPARATORS.map(intern));
  const filling: Filling = { growing: growTrie<Entry>(), intern, variants: new Map(Object.entries(lexicons.abbreviations.variants)) };
  for (const { content } of lexicons.terms) {
    for (const concept of content.concepts) {
      addForms(filling, concept.forms, { kind: 'concept', id: concept.id });
      addForms(filling, concept.weak ?? [], { kind: 'concept', id: concept.id, weak: true });
      addForms(filling, concept.except ?? [], { kind: 'except', id: concept.id });
    }
  }
  for (const cue of lexicons.context.cues) addForms(filling, cue.forms, { kind: 'cue', id: cue.id });
  for (const pseudo of lexicons.context.pseudo) addForms(filling, pseudo.forms, { kind: 'pseudo', id: pseudo.id });
  for (const stop of lexicons.context.stops) addForms(filling, stop.forms, { kind: 'stop', id: stop.id });
  for (const section of lexicons.sections.sections) addForms(filling, section.forms, { kind: 'section', id: section.kind });
  for (const word of singleWords(lexicons)) intern(normalize(word));
  return { trie: finishTrie(filling.growing, soft), vocabulary: createVocabulary([...ids.keys()]) };
}

/** The words that are looked up by id without being forms; of phrases the first. */
const singleWords = ({ abbreviations, sections, bindings, documents, words }: Lexicons): readonly string[] => [
  ...abbreviations.goesOn, ...sections.refersBack, ...abbreviations.neverEnd, ...bindings.bindings.flatMap(({ led }) => led ?? []),
  ...bindings.joiners, ...bindings.articles, ...documents.continues,
  ...Object.keys(words.durations.units), ...[...words.durations.since, ...words.durations.started].map((form) => form.split(' ')[0]!),
  ...words.sides.both, ...Object.keys(words.signal.weightings),
];

/** The trie as lists: how many children each node has, the norm that leads to it, and what stands there, by an index into `entries`: lists of `kinds`, the length of each before it. */
export interface PackedForms {
  /** Norms never hold white space. */
  readonly vocabulary: string;
  readonly soft: readonly number[];
  readonly children: string;
  readonly norms: string;
  readonly standing: string;
  readonly entries: string;
  readonly kinds: readonly Entry[];
}

/** A FormTable as plain JSON. */
export function packForms({ trie, vocabulary }: FormTable): PackedForms {
  const kinds = new Map<string, number>();
  const entries = packNumbers(trie.entries.flatMap((here) => [here.length, ...here.map((entry) => internIn(kinds)(JSON.stringify(entry)))]));
  const children = Array.from({ length: trie.norm.length }, (_, node) => trie.first[node + 1]! - trie.first[node]!);
  return {
    vocabulary: vocabulary.words.join(' '), soft: [...trie.soft], children: packNumbers(children), norms: packNumbers(trie.norm.slice(1)), standing: packNumbers(trie.standing),
    entries, kinds: [...kinds.keys()].map((key) => JSON.parse(key) as Entry),
  };
}

/** The FormTable that was packed. */
export function unpackForms({ vocabulary, soft, children, norms, standing, entries, kinds }: PackedForms): FormTable {
  const counts = unpackNumbers(children);
  const first = new Int32Array(counts.length + 1), norm = new Int32Array(counts.length);
  first[0] = 1;
  counts.forEach((count, node) => { first[node + 1] = first[node]! + count; });
  norm.set(unpackNumbers(norms), 1);
  const trie = trieOf({ first, norm, standing: unpackNumbers(standing), entries: listsOf(unpackNumbers(entries), kinds), soft: new Set(soft) });
  return { trie, vocabulary: createVocabulary(vocabulary.split(' ')) };
}

function listsOf(packed: Int32Array, kinds: readonly Entry[]): readonly (readonly Entry[])[] {
  const lists: Entry[][] = [];
  for (let at = 0; at < packed.length; at += packed[at]! + 1) {
    const list: Entry[] = [];
    for (let place = at + 1; place <= at + packed[at]!; place++) list.push(kinds[packed[place]!]!);
    lists.push(list);
  }
  return lists;
}

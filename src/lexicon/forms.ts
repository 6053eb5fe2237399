// The forms of parsed lexicons → one trie and one vocabulary, and both as plain JSON and back, so that a build can keep them.
// In: lexicons. Out: a FormTable. Not its job: everything else of Knowledge (compile.ts).
import { tokenize } from '../text/tokenize.ts';
import type { Entry } from './knowledge.ts';
import type { Lexicons } from './parse.ts';
import { spellings } from './surface.ts';
import { addForm, createTrie, type Trie, type TrieNode } from './trie.ts';

/** One of these may stand between two words of a form: "low-back pain", "\"drop\" metastasis". */
const SOFT_SEPARATORS = ['-', '/', '‐', '‑', '–', '"', "'"];

/** All forms, and the norms that have an id. */
export interface FormTable {
  readonly trie: Trie<Entry>;
  readonly vocabulary: Map<string, number>;
}

/** Gives a norm its id, a new one when it has none. */
export const internIn = (vocabulary: Map<string, number>) => (norm: string): number => {
  const known = vocabulary.get(norm);
  if (known !== undefined) return known;
  vocabulary.set(norm, vocabulary.size);
  return vocabulary.size - 1;
};

/** Cuts a form with the tokeniser of the notes; hyphens of a form are soft and left out. */
function normsOf(form: string): readonly string[] {
  const norms: string[] = [];
  tokenize(form, (norm) => norms.push(norm));
  return norms.filter((norm, at) => norms.length === 1 || at === 0 || !SOFT_SEPARATORS.includes(norm) || norm === '/');
}

interface Filling { readonly table: FormTable; readonly variants: ReadonlyMap<string, readonly string[]> }

function addForms({ table, variants }: Filling, forms: readonly string[], entry: Entry): void {
  const intern = internIn(table.vocabulary);
  const inflected = entry.kind === 'concept' || entry.kind === 'except' || entry.kind === 'section';
  for (const form of forms) {
    const norms = normsOf(form);
    for (const spelling of inflected ? spellings(norms, variants) : [norms]) addForm(table.trie, spelling.map(intern), entry);
  }
}

/** Cuts every form of the lexicons and puts it into the trie. */
export function buildForms(lexicons: Lexicons): FormTable {
  const vocabulary = new Map<string, number>();
  const soft = new Set(SOFT_SEPARATORS.map(internIn(vocabulary)));
  const variants = new Map(Object.entries(lexicons.abbreviations.variants));
  const table: FormTable = { trie: createTrie<Entry>(soft), vocabulary };
  const filling: Filling = { table, variants };
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
  return table;
}

/** The trie as lists: node n + 1 hangs at `parents[n]` by the norm `norms[n]`; `entries` are what stands at a node, by their index in `kinds`. */
export interface PackedForms {
  readonly vocabulary: readonly string[];
  readonly soft: readonly number[];
  readonly parents: readonly number[];
  readonly norms: readonly number[];
  readonly kinds: readonly Entry[];
  readonly entries: readonly (readonly [node: number, ...kinds: number[]])[];
}

/** A FormTable as plain JSON. */
export function packForms({ trie, vocabulary }: FormTable): PackedForms {
  const parents: number[] = [], norms: number[] = [];
  const kinds = new Map<string, number>();
  const kindOf = (entry: Entry): number => {
    const key = JSON.stringify(entry);
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return kinds.get(key)!;
  };
  const nodes: TrieNode<Entry>[] = [trie.root];
  for (let at = 0; at < nodes.length; at++) {
    for (const [norm, child] of nodes[at]!.next) {
      parents.push(at);
      norms.push(norm);
      nodes.push(child);
    }
  }
  const entries = nodes.flatMap(({ entries: standing }, node) => standing.length ? [[node, ...standing.map(kindOf)] as [number, ...number[]]] : []);
  return { vocabulary: [...vocabulary.keys()], soft: [...trie.soft], parents, norms, kinds: [...kinds.keys()].map((key) => JSON.parse(key) as Entry), entries };
}

/** The FormTable that was packed. */
export function unpackForms({ vocabulary, soft, parents, norms, kinds, entries }: PackedForms): FormTable {
  const trie = createTrie<Entry>(new Set(soft));
  const nodes: TrieNode<Entry>[] = [trie.root];
  for (let at = 0; at < parents.length; at++) {
    const node: TrieNode<Entry> = { next: new Map(), entries: [] };
    nodes[parents[at]!]!.next.set(norms[at]!, node);
    nodes.push(node);
  }
  for (const [node, ...standing] of entries) nodes[node]!.entries.push(...standing.map((kind) => kinds[kind]!));
  return { trie, vocabulary: new Map(vocabulary.map((norm, id) => [norm, id])) };
}

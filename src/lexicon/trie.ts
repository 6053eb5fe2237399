// A trie over norm ids: one walk finds every form that starts at a token.
// A form may skip one soft separator of the text between two of its words (line break, hyphen, slash).

export interface TrieNode<T> { readonly next: Map<number, TrieNode<T>>; readonly entries: T[] }

/** The compiled forms; `soft` holds the norm ids that may be skipped (hyphen, slash); line breaks are told by `isBreak`. */
export interface Trie<T> { readonly root: TrieNode<T>; readonly soft: ReadonlySet<number> }

const newNode = <T>(): TrieNode<T> => ({ next: new Map(), entries: [] });

export const createTrie = <T>(soft: ReadonlySet<number>): Trie<T> => ({ root: newNode(), soft });

/** Adds one form, given as the norm ids of its words. */
export function addForm<T>(trie: Trie<T>, norms: readonly number[], entry: T): void {
  let node = trie.root;
  for (const norm of norms) {
    let child = node.next.get(norm);
    if (!child) node.next.set(norm, child = newNode());
    node = child;
  }
  node.entries.push(entry);
}

/**
 * Calls `found` for every form that starts at token `from` and ends before `limit`, shortest first.
 * `isBreak` tells whether a token is a line break, which a form may skip like a hyphen or slash.
 */
export function walkForms<T>(
  trie: Trie<T>, tokens: { readonly norm: Int32Array }, range: { readonly from: number; readonly limit: number; readonly isBreak: (at: number) => boolean },
  found: (to: number, entries: readonly T[]) => void,
): void {
  let node = trie.root.next.get(tokens.norm[range.from]!);
  let at = range.from + 1;
  while (node) {
    if (node.entries.length) found(at, node.entries);
    if (at >= range.limit) return;
    let next = node.next.get(tokens.norm[at]!);
    if (!next && at + 1 < range.limit && (range.isBreak(at) || trie.soft.has(tokens.norm[at]!))) next = node.next.get(tokens.norm[++at]!);
    node = next;
    at++;
  }
}

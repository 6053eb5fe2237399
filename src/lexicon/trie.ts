// A trie over norm ids, flat: one walk finds every form that starts at a token.
// A form may skip one soft separator of the text between two of its words (line break, hyphen, slash).
// Nodes are numbered level by level, so that the children of a node follow each other, in order of their norms.

export interface Trie<T> {
  /** Children of node n are the nodes `first[n]` to `first[n + 1]`; node 0 is the root. */
  readonly first: Int32Array;
  /** The norm that leads to a node. */
  readonly norm: Int32Array;
  /** What stands at a node: an index into `entries`, 0 for nothing. */
  readonly standing: Int32Array;
  readonly entries: readonly (readonly T[])[];
  /** By norm: the child of the root, 0 for none. */
  readonly roots: Int32Array;
  /** Norm ids that may be skipped (hyphen, slash); line breaks are told by `isBreak`. */
  readonly soft: ReadonlySet<number>;
}

/** No node: the root is nobody's child. */
export const NO_NODE = 0;
export const ROOT = 0;

/** The child of a node by a norm, or NO_NODE. */
export function childOf({ first, norm: norms, roots }: Trie<unknown>, node: number, norm: number): number {
  if (node === ROOT) return norm < 0 ? NO_NODE : roots[norm] ?? NO_NODE;
  let low = first[node]!, high = first[node + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1, there = norms[middle]!;
    if (there === norm) return middle;
    if (there < norm) low = middle + 1;
    else high = middle;
  }
  return NO_NODE;
}

/** Whether forms go on behind a node. */
export const hasChildren = ({ first }: Trie<unknown>, node: number): boolean => first[node + 1]! > first[node]!;

/** What stands at a node; mostly nothing. */
export const entriesAt = <T>({ standing, entries }: Trie<T>, node: number): readonly T[] => entries[standing[node]!]!;

/** By node: 1 where an entry that is wanted stands at it or behind it. Children have higher numbers than their parent, so one pass from the last suffices. */
export function nodesLeadingTo<T>(trie: Trie<T>, isWanted: (entry: T) => boolean): Uint8Array {
  const { first, standing, entries } = trie;
  const wanted = entries.map((list) => list.some(isWanted));
  const leads = new Uint8Array(standing.length);
  for (let node = standing.length - 1; node >= 0; node--) {
    if (wanted[standing[node]!]) leads[node] = 1;
    for (let child = first[node]!; child < first[node + 1]! && leads[node] === 0; child++) leads[node] = leads[child]!;
  }
  return leads;
}

/**
 * Calls `found` for every form that starts at token `from` and ends before `limit`, shortest first.
 * `isBreak` tells whether a token is a line break, which a form may skip like a hyphen or slash.
 */
export function walkForms<T>(
  trie: Trie<T>, norm: Int32Array, range: { readonly from: number; readonly limit: number; readonly isBreak: (at: number) => boolean },
  found: (to: number, entries: readonly T[]) => void,
): void {
  const { limit } = range;
  let node = childOf(trie, ROOT, norm[range.from]!);
  for (let at = range.from + 1; node !== NO_NODE; at++) {
    if (trie.standing[node] !== 0) found(at, entriesAt(trie, node));
    if (at >= limit || !hasChildren(trie, node)) return;
    let next = childOf(trie, node, norm[at]!);
    if (next === NO_NODE && at + 1 < limit && (range.isBreak(at) || trie.soft.has(norm[at]!))) next = childOf(trie, node, norm[++at]!);
    node = next;
  }
}

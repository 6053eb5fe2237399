// Makes the flat trie of trie.ts: forms are hung on branches, then the branches are numbered level by level.
// In: forms as norm ids. Out: a Trie. Only a build and custom lexicons need it.
import type { Trie } from './trie.ts';

interface Branch<T> { readonly next: Map<number, Branch<T>>; readonly entries: T[] }

/** Branches to which forms can still be added. */
export interface Growing<T> { readonly root: Branch<T> }

const newBranch = <T>(): Branch<T> => ({ next: new Map(), entries: [] });

export const growTrie = <T>(): Growing<T> => ({ root: newBranch() });

/** Adds one form, given as the norm ids of its words. */
export function addForm<T>(growing: Growing<T>, norms: readonly number[], entry: T): void {
  let branch = growing.root;
  for (const norm of norms) {
    let child = branch.next.get(norm);
    if (!child) branch.next.set(norm, child = newBranch());
    branch = child;
  }
  branch.entries.push(entry);
}

/** The finished trie; equal lists of entries are kept once. */
export function finishTrie<T>({ root }: Growing<T>, soft: ReadonlySet<number>): Trie<T> {
  const branches = [root], norms = [0], first: number[] = [];
  for (let at = 0; at < branches.length; at++) {
    first.push(branches.length);
    for (const [norm, child] of [...branches[at]!.next].sort(([one], [other]) => one - other)) {
      branches.push(child);
      norms.push(norm);
    }
  }
  const entries: (readonly T[])[] = [[]];
  const known = new Map([['[]', 0]]);
  const standing = branches.map(({ entries: here }) => {
    const key = JSON.stringify(here);
    if (!known.has(key)) known.set(key, entries.push(here) - 1);
    return known.get(key)!;
  });
  return trieOf({ first: Int32Array.from([...first, branches.length]), norm: Int32Array.from(norms), standing: Int32Array.from(standing), entries, soft });
}

/** A Trie from its lists. */
export function trieOf<T>(lists: Omit<Trie<T>, 'roots'>): Trie<T> {
  const { first, norm } = lists;
  const roots = new Int32Array(norm.subarray(first[0], first[1]).reduce((most, id) => Math.max(most, id), -1) + 1);
  for (let node = first[0]!; node < first[1]!; node++) roots[norm[node]!] = node;
  return { ...lists, roots };
}

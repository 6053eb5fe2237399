// Where "see Disorder, disc, with, myelopathy" points: a path written as text, with stray spaces and often not the exact words of a term.
// In: the text of a cross-reference. Out: the number of the index line it means, or none. Not its job: following it any further.
import { cutWords } from './words.ts';
import type { Corpus, Segment, Variant } from './corpus.ts';

/** How many levels below a term the next part may stand: "with" has a level of its own. */
const DEPTH = 2;

interface Tree { readonly mains: ReadonlyMap<number, readonly number[]>; readonly known: Map<string, number | undefined> }
const trees = new WeakMap<Corpus, Tree>();

/** Main terms by each of their stems. */
function treeOf(corpus: Corpus): Tree {
  const known = trees.get(corpus);
  if (known) return known;
  const mains = new Map<number, number[]>();
  corpus.book.index.forEach(({ path }, line) => {
    if (path.length !== 1) return;
    for (const stem of new Set(corpus.texts[line]!.segments[0]?.flat())) mains.set(stem, [...(mains.get(stem) ?? []), line]);
  });
  const tree: Tree = { mains, known: new Map() };
  trees.set(corpus, tree);
  return tree;
}

/** How well a term is what a part of the reference names: 3 just that, 2 more than that, 1 less, 0 not at all. */
function likeness(part: Variant, segment: Segment): number {
  const grades = segment.map((variant) => {
    const inPart = variant.filter((stem) => part.includes(stem)).length;
    if (inPart === part.length) return inPart === variant.length ? 3 : 2;
    return inPart === variant.length ? 1 : 0;
  });
  return Math.max(0, ...grades);
}

/** The line after the last one below a line. */
export function endBelow(line: number, { book: { index } }: Corpus): number {
  const depth = index[line]!.path.length;
  let end = line + 1;
  while (end < index.length && index[end]!.path.length > depth) end++;
  return end;
}

/** The line of the list that is most like the part; the first of equals. */
function mostLike(part: Variant, lines: readonly number[], { texts }: Corpus): number | undefined {
  const graded = lines.map((line) => ({ line, grade: likeness(part, texts[line]!.segments.at(-1) ?? []) })).filter(({ grade }) => grade > 0);
  return graded.reduce<{ line: number; grade: number } | undefined>((best, one) => best && best.grade >= one.grade ? best : one, undefined)?.line;
}

function below(line: number, corpus: Corpus): readonly number[] {
  const { index } = corpus.book;
  const depth = index[line]!.path.length;
  return Array.from({ length: endBelow(line, corpus) - line - 1 }, (_, at) => line + 1 + at).filter((other) => index[other]!.path.length <= depth + DEPTH);
}

function resolve(reference: string, corpus: Corpus, { mains }: Tree): number | undefined {
  const stems = (words: string): Variant => cutWords(words).filter((word) => !corpus.ignored.has(word)).flatMap((word) => corpus.idOf(word) ?? []);
  const [main, ...parts] = reference.split(',').map(stems).filter((part) => part.length > 0);
  if (!main) return undefined;
  const start = mostLike(main, main.flatMap((stem) => mains.get(stem) ?? []), corpus);
  const [first, ...others] = parts;
  const under = start === undefined || !first ? start : mostLike(first, below(start, corpus), corpus);
  return under === undefined ? undefined : others.reduce((line, part) => mostLike(part, below(line, corpus), corpus) ?? line, under);
}

/** The line that a cross-reference means. Its first two parts must be terms of the index; further ones may name none and are passed over. */
export function lineReferred(reference: string, passed: readonly string[], corpus: Corpus): number | undefined {
  const tree = treeOf(corpus);
  const said = passed.reduce((text, words) => text.endsWith(words) ? text.slice(0, -words.length) : text, reference.replace(/\s+/g, ' ').trim());
  if (!tree.known.has(said)) tree.known.set(said, resolve(said, corpus, tree));
  return tree.known.get(said);
}

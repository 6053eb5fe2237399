// An index line → the ways on from it: its own code, and what its cross-references lead to.
// In: a line number. Out: routes, each with the terms passed and a code that may end in "-". Cycles and long chains are cut.
import type { SearchWords } from '../lexicon/schema-book.ts';
import type { Corpus, Segment } from './corpus.ts';
import { endBelow, lineReferred } from './cross-references.ts';

/** A way through the index. `hops` counts the cross-references on it, `aside` those that only say "see also". */
export interface Route {
  readonly code: string;
  readonly path: readonly string[];
  readonly segments: readonly Segment[];
  readonly optional: Segment;
  readonly hops: number;
  readonly aside: boolean;
}

const HOPS = 3;
/** So many lines below the end of a cross-reference are looked at. */
const BELOW = 400;

interface Walk { readonly corpus: Corpus; readonly words: SearchWords; readonly passed: ReadonlySet<number> }

/** All routes that begin at a line. */
export function routesFrom(line: number, corpus: Corpus, words: SearchWords): readonly Route[] {
  return [...ownRoute(line, corpus), ...routesOn(line, { corpus, words, passed: new Set([line]) })];
}

function ownRoute(line: number, { book, texts }: Corpus): readonly Route[] {
  const { code, path } = book.index[line]!;
  const { segments, optional } = texts[line]!;
  return code === undefined ? [] : [{ code, path, segments, optional, hops: 0, aside: false }];
}

function routesOn(line: number, { corpus, words, passed }: Walk): readonly Route[] {
  const { see, seeAlso, path } = corpus.book.index[line]!;
  const from = corpus.texts[line]!;
  const reference = see ?? seeAlso;
  const target = reference === undefined || passed.size > HOPS ? undefined : lineReferred(reference, words.passed, corpus);
  if (target === undefined || passed.has(target)) return [];
  const depth = corpus.book.index[target]!.path.length;
  const lines = Array.from({ length: Math.min(endBelow(target, corpus) - target, BELOW) }, (_, at) => target + at).filter((other) => !passed.has(other));
  const reached = lines.flatMap((other) => [...ownRoute(other, corpus), ...routesOn(other, { corpus, words, passed: new Set([...passed, target, other]) })]
    .map((route) => ({ ...route, segments: route.segments.slice(Math.min(depth, route.segments.length)) })));
  return reached.map((route) => ({
    ...route, path: [...path, `see${see === undefined ? ' also' : ''} ${route.path[0]}`, ...route.path.slice(1)],
    segments: [...from.segments, ...route.segments], optional: [...from.optional, ...route.optional], hops: route.hops + 1, aside: route.aside || see === undefined,
  }));
}

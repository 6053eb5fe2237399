// Types of the module of wink-nlp that bm25.ts imports; those of the package name it without its extension and leave `out()` abstract.
declare module 'wink-nlp/utilities/bm25-vectorizer.js' {
  namespace bm25 {
    interface Config { readonly k: number; readonly k1: number; readonly b: number; readonly norm: 'l1' | 'l2' | 'none' }
    type Weights = Readonly<Record<string, number>>;
    interface Vectorizer { learn(tokens: readonly string[]): void; bowOf(tokens: readonly string[]): Weights; doc(at: number): { out(): Weights } }
  }
  function bm25(config: bm25.Config): bm25.Vectorizer;
  export = bm25;
}

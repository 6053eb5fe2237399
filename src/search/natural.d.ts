// Types of the module of natural that stem.ts imports; the package types only its root.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}

// Types of the two modules of natural that natural-distance.ts imports; the package types only its root.
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distance: { DamerauLevenshteinDistance(source: string, target: string, options: { readonly restricted: boolean }): number };
  export = distance;
}
declare module 'natural/lib/natural/phonetics/double_metaphone.js' {
  class DoubleMetaphone { process(word: string): readonly [primary: string, secondary: string] }
  export = DoubleMetaphone;
}

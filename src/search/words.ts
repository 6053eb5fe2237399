// Text cut into the words that are looked up: lower-case, without accents, hyphens and possessives.
// In: a question, a title, an index term. Out: words in order. What they mean is not its job.
import { normalize } from '../text/normalize.ts';

/** "Scheuermann's disease (sacro-iliac)" → scheuermann, disease, sacro, iliac. */
export function cutWords(text: string): readonly string[] {
  const norm = normalize(text);
  return (norm.includes("'") ? norm.replace(/(?<=[a-z])'s\b/g, '') : norm).match(/[a-z0-9]+/g) ?? [];
}

/** Hyphenated words joined: "sacro-iliac" → sacroiliac with its parts. */
export const compoundsIn = (text: string): readonly (readonly [joined: string, parts: readonly string[]])[] =>
  (normalize(text).match(/[a-z]{2,}(?:-[a-z]{2,})+/g) ?? []).map((word) => [word.replaceAll('-', ''), word.split('-')] as const);

// One form of a lexicon entry → all its spellings as lists of normal forms: plural of the last word, variants of single words.
// In: a form ("disc herniation") already cut into norms. Out: lists of norms. It knows no medicine: variants come from abbreviations.json.

/** Norms that a last word also takes in the plural; nothing for words that are not plain letters or already end in s. */
function pluralsOf(norm: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(norm) || norm.endsWith('s')) return norm.endsWith('sis') ? [`${norm.slice(0, -2)}es`] : [];
  if (/[^aeiou]y$/.test(norm)) return [`${norm.slice(0, -1)}ies`];
  if (/(ch|sh|x|z)$/.test(norm)) return [`${norm}es`];
  return [`${norm}s`];
}

/** Every spelling of a form, the form itself first, without repeats. `variants` maps a norm to its other spellings. */
export function spellings(norms: readonly string[], variants: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const choices = norms.map((norm, at) => {
    const words = [norm, ...(variants.get(norm) ?? [])];
    return at === norms.length - 1 ? words.flatMap((word) => [word, ...pluralsOf(word)]) : words;
  });
  const all = choices.reduce<string[][]>((lists, words) => lists.flatMap((list) => words.map((word) => [...list, word])), [[]]);
  const seen = new Set<string>();
  return all.filter((list) => {
    const key = list.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

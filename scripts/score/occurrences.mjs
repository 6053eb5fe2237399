// Where quoted words stand in a text: every offset, overlapping ones too. The labels quote words, not places.

/** Every offset at which the quoted words stand; none for an empty quote. */
export function occurrences(text, quote) {
  const found = [];
  if (quote === '') return found;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

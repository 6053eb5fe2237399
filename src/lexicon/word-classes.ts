// Forms with classes of words in them → the forms they stand for: "in {whose} {relative}" over all that each class lists.
// In: forms and the classes of their file. Out: plain forms, each once. A class that ends in "?" may also be left out ("no {prior?} surgery").

/** What a form may name in braces → the words that may stand there. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

const PLACE = /\{([a-z][a-z-]*)(\?)?\}/;

/** The names of classes that forms use and `classes` does not have. */
export function unknownClasses(forms: readonly string[], classes: WordClasses): readonly string[] {
  const used = forms.flatMap((form) => [...form.matchAll(new RegExp(PLACE, 'g'))].map(([, name]) => name ?? ''));
  return [...new Set(used.filter((name) => !Object.hasOwn(classes, name)))];
}

/** Every form that the forms stand for, in order, without repeats. `expandForms(['in {whose?} mother'], { whose: ['his'] })` is in his mother, in mother. */
export function expandForms(forms: readonly string[], classes: WordClasses): string[] {
  return [...new Set(forms.flatMap((form) => expand(form, classes)))];
}

function expand(form: string, classes: WordClasses): readonly string[] {
  const place = PLACE.exec(form);
  if (!place) return [form.replace(/\s+/g, ' ').trim()];
  const [whole, name = '', optional] = place;
  const words = [...(classes[name] ?? []), ...(optional ? [''] : [])];
  return words.flatMap((word) => expand(form.slice(0, place.index) + word + form.slice(place.index + whole.length), classes));
}

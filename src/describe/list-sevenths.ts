// The 7th characters that hold for a code, with the full forms that a base code takes.
// In: a code of the book. Out: where they are defined, each with its meaning. Guideline I.A.5: X fills what is empty before the 7th.
import type { CodeBook } from '../book/book.ts';
import type { Sevenths } from './description.ts';
import { baseOf } from './read-code.ts';

/** A base padded to six characters and ended with a 7th: "S33.5" and "A" → "S33.5XXA". */
export function withSeventh(base: string, character: string): string {
  const plain = base.replace('.', '').padEnd(6, 'X');
  return `${plain.slice(0, 3)}.${plain.slice(3)}${character}`;
}

/** The 7th characters of a code or header; undefined where none hold. */
export function listSevenths(code: string, book: CodeBook): Sevenths | undefined {
  const definition = book.lineage(code).find(({ sevenths }) => sevenths);
  if (!definition) return undefined;
  const base = baseOf(code, book);
  const characters = Object.entries(definition.sevenths!).map(([character, means]) => {
    const form = withSeventh(base, character);
    return { character, means, ...(book.entry(form)?.billable && { code: form }) };
  });
  return { at: definition.code, characters };
}

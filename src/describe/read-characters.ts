// What each character of a code means: the words by which the title grows from header to header.
// In: a code of the book. Out: its category, then each further character, placeholders named as such.
import type { CodeBook } from '../book/book.ts';
import { lowerFirst } from '../lower-first.ts';
import { addedWords } from './added-words.ts';
import type { CharacterMeaning } from './description.ts';
import { isExtended } from './read-code.ts';

const PLACEHOLDER = 'X';

/** The characters of a code, the category first. Guideline I.A.2 to I.A.5. */
export function readCharacters(code: string, book: CodeBook): readonly CharacterMeaning[] {
  const category = code.slice(0, 3);
  const meanings: CharacterMeaning[] = [{ characters: category, to: category, kind: 'category', means: book.entry(category)?.title ?? '' }];
  const extended = isExtended(code, book);
  let from = 3;
  for (let end = 5; end <= code.length; end++) {
    const characters = code.slice(from, end).replace('.', '');
    const seventh = extended && end === code.length;
    if (characters === '' || !(seventh || book.entry(code.slice(0, end)) || isPadding(code, end, extended))) continue;
    meanings.push(seventh ? { characters, to: code, kind: 'seventh', means: book.sevenths(code)![characters]! } : meaningOf(code, { from, end, extended }, book));
    from = end;
  }
  return meanings;
}

/** An X that no header stands for only fills a place before a 7th character. */
const isPadding = (code: string, end: number, extended: boolean): boolean => extended && code[end - 1] === PLACEHOLDER && end < code.length;

function meaningOf(code: string, { from, end, extended }: { readonly from: number; readonly end: number; readonly extended: boolean }, book: CodeBook): CharacterMeaning {
  const characters = code.slice(from, end).replace('.', ''), to = code.slice(0, end);
  const entry = book.entry(to);
  if (!entry || (isPadding(code, end, extended) && entry.title === book.parent(to)?.title)) return { characters, to, kind: 'placeholder', means: 'placeholder, keeps the 7th character in its place' };
  return { characters, to, kind: 'subdivision', means: lowerFirst(addedWords(book.parent(to)?.title ?? '', entry.title)) };
}

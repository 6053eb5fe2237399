// Codes as people type them, and the parts a code has.
import type { CodeBook, TabularEntry } from '../book/book.ts';

/** "m54.42", "M5442", "M54.4-", "M54.-" → "M54.42", "M54.42", "M54.4", "M54"; a block or chapter as the book names it. */
export function readCode(input: string, book: CodeBook): string {
  const typed = input.trim().toUpperCase();
  if (book.entry(typed)) return typed;
  const plain = typed.replace(/\.?-?$/, '').replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** What stands directly under a category or header: found among its own codes, without going through the whole book. */
export function codesUnder(header: string, book: CodeBook): readonly TabularEntry[] {
  return book.codes.filter(({ code }) => code !== header && code.startsWith(header) && book.parent(code)?.code === header);
}

/** Seven characters, of which the last is one that the book defines as a 7th. */
export function isExtended(code: string, book: CodeBook): boolean {
  return code.length === 8 && book.sevenths(code)?.[code.at(-1)!] !== undefined;
}

/** The code without its 7th character and the placeholders before it. */
export function baseOf(code: string, book: CodeBook): string {
  if (!isExtended(code, book)) return code;
  const header = book.parent(code);
  return header?.level === 'code' ? header.code : code.slice(0, -1);
}

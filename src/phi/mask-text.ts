// Blanks places of a text. In: a text and places. Out: a text of the same length, so that every offset holds; line ends stay.
import type { Identifier } from './identifier.ts';

/** `"Mr. Kowalski"` → `"Mr. ________"`. */
export function maskText(text: string, identifiers: readonly Identifier[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of identifiers) {
    if (end <= from) continue;
    masked += text.slice(from, Math.max(from, start)) + text.slice(Math.max(from, start), end).replace(/[^\r\n]/g, '_');
    from = end;
  }
  return masked + text.slice(from);
}

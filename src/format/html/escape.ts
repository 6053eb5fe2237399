// Any text as HTML: the five characters that mean something are escaped, control characters become pictures.
import { visible } from '../parts/visible.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for element content and quoted attributes, on one line. */
export function escapeHtml(text: string): string {
  return escapeMarkup(visible(text));
}

/** Note text for a `pre-wrap` block: its line breaks and tabs stay. A carriage return before LF is dropped from sight, not from offsets. */
export function escapeNoteText(text: string): string {
  const lines = text.replace(/\r\n?|\n/g, '\n').split(/([\n\t])/);
  return lines.map((part) => (part === '\n' || part === '\t' ? part : escapeHtml(part))).join('');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A string as part of an element id: letters and digits stay, the rest becomes `_` and its code in hex. Distinct inputs stay distinct. */
export function idPart(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}

// Words into Markdown cells and tables: everything that Markdown or HTML would take for markup is escaped.
import { oneLine } from './visible.ts';

/** Text for a cell or a line, escaped and on one line. */
export function cell(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~&!]/g, (character) => `\\${character}`);
}

/** Words of the note as a quotation. */
export function quoted(text: string): string {
  return `“${cell(text)}”`;
}

/** A table of finished cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

// A titled section on a terminal: a rule with a title, and what stands under it.
// In: a title and finished lines. Out: one block, or none where there is nothing to show.
import type { Painter } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

export interface Sheet { readonly painter: Painter; readonly width: number }

/** `── Title ──────`, as wide as the page, 100 columns at most. */
export function heading(title: string, { painter, width }: Sheet): string {
  const rule = '─'.repeat(Math.max(Math.min(width, 100) - title.length - 4, 3));
  return painter.on ? `${painter.dim('──')} ${painter.bold(title)} ${painter.dim(rule)}` : `── ${title} ${rule}`;
}

/** The section, or nothing where it has no lines. */
export const section = (title: string, lines: readonly string[], sheet: Sheet): readonly string[] => lines.length === 0 ? [] : [`${heading(title, sheet)}\n${lines.join('\n')}`];

/** A name in a column of its own, and words beside it. */
export const beside = (name: string, words: string, { column, sheet }: { readonly column: number; readonly sheet: Sheet }): string =>
  wrapWords(words, { first: `   ${padTo(name, column)}`, width: sheet.width });

/** So many lines, and how many more there are. */
export const atMost = (most: number, lines: readonly string[]): readonly string[] => lines.length <= most ? lines : [...lines.slice(0, most), `   … and ${lines.length - most} more`];

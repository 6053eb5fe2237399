// Cuts a note into sections, by its headers and labels.
// In: tokens and the book of header forms. Out: sections in order that cover all tokens; text before the first header is of kind "body".
// What a section means for its mentions is the lexicon's and assertion's work.
import type { Section, Tokens } from '../types.ts';
import { afterDecoration, afterMarker, isBreak, isCaps, isIndented, isRunning } from './layout.ts';
import { placeOf, readHeader, type Header } from './read-header.ts';
import type { SectionBook } from './section-book.ts';

interface Opening { readonly from: number; readonly words: number; readonly marked: boolean; readonly header: Header }

/** The sections of a note: "PMH: gout. PLAN: rest" → past-medical-history, plan. An empty note has none. */
export function findSections(tokens: Tokens, book: SectionBook): Section[] {
  const openings: Opening[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (isRunning(tokens, at) || isBreak(tokens, at)) continue;
    const place = placeOf(tokens, at);
    const bare = afterDecoration(tokens, at);
    const words = bare > at || place === 'inside' ? bare : afterMarker(tokens, at);
    const marked = bare === at && words > at;
    const header = readHeader(tokens, book, { from: words, place, marked });
    if (header && opensSection(tokens, { from: at, words, marked, header }, openings.at(-1)?.header)) {
      openings.push({ from: at, words, marked, header });
      at = header.to - 1;
    } else if (words > at) at = words;
  }
  return toSections(tokens, openings);
}

/** Unknown labels stay in a section that governs or supports; so do the labels of list items, marked or indented, inside a governing one. */
function opensSection(tokens: Tokens, opening: Opening, current: Header | undefined): boolean {
  const { header, marked } = opening;
  if (!current) return true;
  if (header.form === 'unknown') return current.role === 'narrates' || current.role === 'silent';
  if (header.kind === current.kind) return header.form === 'known' && !marked;
  return current.role !== 'governs' || isCaps(tokens, opening.words) || !(marked || isIndented(tokens, opening.from));
}

function toSections(tokens: Tokens, openings: readonly Opening[]): Section[] {
  const first = openings[0]?.from ?? tokens.count;
  const bare = isBlank(tokens, first);
  const sections = openings.map(({ from, words, header }, index): Section => ({
    kind: header.kind, role: header.role, from: index === 0 && bare ? 0 : from,
    to: openings[index + 1]?.from ?? tokens.count, header: { from: words, to: header.to },
  }));
  return bare && openings.length > 0 || tokens.count === 0 ? sections : [{ kind: 'body', role: 'narrates', from: 0, to: first }, ...sections];
}

function isBlank(tokens: Tokens, to: number): boolean {
  for (let at = 0; at < to; at++) if (!isBreak(tokens, at)) return false;
  return true;
}

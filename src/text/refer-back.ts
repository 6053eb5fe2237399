// A governing section that only points back ("POSTOPERATIVE DIAGNOSIS: Same.") lends its authority to the section before it.
// In: sections in order. Out: the same sections, some with the role of the one that points at them.
import { TOKEN_KIND, type Section, type Tokens } from '../types.ts';
import type { SectionBook } from './section-book.ts';

/** The first word of the body, as a norm id; -1 when there is none. */
function firstWord(tokens: Tokens, section: Section): number {
  for (let at = section.header?.to ?? section.from; at < section.to; at++) {
    if (tokens.kind[at] === TOKEN_KIND.word) return tokens.norm[at] ?? -1;
  }
  return -1;
}

/** Gives the section before a pointing one the pointing one's role. */
export const referBack = (sections: readonly Section[], tokens: Tokens, book: SectionBook): Section[] => sections.map((section, index) => {
  const next = sections[index + 1];
  return next?.role === 'governs' && book.refersBack(firstWord(tokens, next)) ? { ...section, role: next.role } : section;
});

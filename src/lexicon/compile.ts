// Lexicon sources → Knowledge: parsed and checked, forms cut, tables assembled. What ships is loaded from its build product instead (load.ts).
import { assembleKnowledge, codesOf, shelfOf, tabularListOf } from './assemble.ts';
import { buildForms } from './forms.ts';
import type { Knowledge } from './knowledge.ts';
import { parseLexicons, type LexiconSource } from './parse.ts';

/** Compiles lexicon sources. @throws LexiconError when a file does not have its shape. */
export function compileKnowledge(sources: readonly LexiconSource[], sha256: string): Knowledge {
  const lexicons = parseLexicons(sources);
  return assembleKnowledge({ sha256, lexicons, codes: codesOf(lexicons), table: buildForms(lexicons), tabularList: () => tabularListOf(lexicons), shelf: () => shelfOf(lexicons) });
}

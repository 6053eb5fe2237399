// The bundled lexicons, parsed, checked and cut by the build (scripts/compile-lexicons.mjs), assembled once per process on first use.
import { assembleKnowledge } from './assemble.ts';
import { COMPILED } from './compiled.generated.ts';
import { unpackForms, type PackedForms } from './forms.ts';
import type { Knowledge } from './knowledge.ts';
import type { Lexicons } from './parse.ts';

/** What the build writes. */
export interface CompiledLexicons { readonly sha256: string; readonly lexicons: Lexicons; readonly forms: PackedForms }

let bundled: Knowledge | undefined;

/** The Knowledge that ships with lumbago; every call gives the same frozen object. */
export function loadKnowledge(): Knowledge {
  if (bundled) return bundled;
  const { sha256, lexicons, forms } = JSON.parse(COMPILED) as CompiledLexicons;
  return bundled = assembleKnowledge(lexicons, unpackForms(forms), sha256);
}

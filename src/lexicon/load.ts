// The bundled lexicons, parsed, checked and cut by the build (scripts/compile-lexicons.mjs), assembled once per process on first use.
import { assembleKnowledge, type CoreLexicons, type Shelf, type TabularList } from './assemble.ts';
import { CORE, SHELF, TABULAR } from './compiled.generated.ts';
import { unpackForms, type PackedForms } from './forms.ts';
import type { CodeEntry, Knowledge } from './knowledge.ts';

/** What the build writes for every analysis; what only looking things up needs is a Shelf of its own. */
export interface CompiledLexicons { readonly sha256: string; readonly lexicons: CoreLexicons; readonly codes: readonly CodeEntry[]; readonly forms: PackedForms }

let bundled: Knowledge | undefined;

/** The Knowledge that ships with lumbago; every call gives the same frozen object. */
export function loadKnowledge(): Knowledge {
  if (bundled) return bundled;
  const { sha256, lexicons, codes, forms } = JSON.parse(CORE) as CompiledLexicons;
  return bundled = assembleKnowledge({ sha256, lexicons, codes, table: unpackForms(forms), tabularList: () => JSON.parse(TABULAR) as TabularList, shelf: () => JSON.parse(SHELF) as Shelf });
}

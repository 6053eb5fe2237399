// The lines of the Alphabetic Index that lead to a code.
// In: a code and the book. Out: paths in the order of the index, those that name just this code first.
import type { CodeBook, IndexLine } from '../book/book.ts';
import type { IndexPath } from './description.ts';

const isOpen = (code: string): boolean => code.endsWith('-');
const prefixOf = (code: string): string => code.replace(/\.?-$/, '');

/** How a line that names `named` bears on a code: it names just it, or a family that it belongs to, or what stands under it. */
function leads(named: string, code: string, billable: boolean): 'whole' | 'family' | undefined {
  const prefix = prefixOf(named);
  if (prefix === code) return 'whole';
  if (isOpen(named) && prefix.length > 3 && code.startsWith(prefix)) return 'family';
  if (!isOpen(named) && billable && prefix.length >= 6 && code.startsWith(prefix)) return 'family';
  return !billable && prefix.startsWith(code) ? 'family' : undefined;
}

function pathOf({ path, modifiers, code, manifestation }: IndexLine, asked: string, billable: boolean): readonly IndexPath[] {
  const named = [code, manifestation].find((one) => one !== undefined && leads(one, asked, billable));
  return named === undefined ? [] : [{ path, ...(modifiers && { modifiers }), code: named, whole: leads(named, asked, billable) === 'whole' }];
}

/**
 * Main terms and subterms that lead to the code, to its family, or, for a header, to a code below it. `successors` are the codes that
 * have taken its place since: where it is billable still, the lines that name them lead to it.
 */
export function listIndexPaths(code: string, successors: readonly string[], { index, entry }: CodeBook): readonly IndexPath[] {
  const billable = entry(code)?.billable === true;
  const names = billable ? [code, ...successors] : [code];
  const paths = index.flatMap((line) => names.flatMap((name) => pathOf(line, name, billable)).slice(0, 1));
  return [...paths.filter(({ whole }) => whole), ...paths.filter(({ whole }) => !whole)];
}

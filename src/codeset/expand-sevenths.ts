// A Tabular List alone → which of its codes are billable, with the forms that need a 7th character made out (guideline I.A.4, I.A.5).
// In: entries in tabular order. Out: the same with billable set, forms behind their code. An order or codes file knows better.
import type { TabularEntry } from '../book/book.ts';
import { withDot, withoutDot } from './code-form.ts';

interface Exception { readonly category: string; readonly sixth: ReadonlySet<string>; readonly sevenths: ReadonlySet<string> }

const EXCEPTION = /^7th characters? ([\w ,]+?) do(?:es)? not apply to codes in category (\w+) with 6th character (.+)$/;

/** Entries as they stand, or with the forms of their 7th characters. `made` tells the forms, which no file lists. */
export interface ExpandedEntry { readonly entry: TabularEntry; readonly made: boolean }

/** Leaves are billable, except where a 7th character is due: there the forms are, filled up with X. The nearest definition holds. */
export function expandSevenths(entries: readonly TabularEntry[]): readonly ExpandedEntry[] {
  const byCode = new Map(entries.filter(({ level }) => level === 'code').map((entry) => [entry.code, entry]));
  const exceptions = entries.flatMap(readExceptions);
  return entries.flatMap((entry, at) => {
    if (entry.level !== 'code' || isHeader(entry, entries[at + 1])) return [{ entry, made: false }];
    const sevenths = withoutDot(entry.code).length === 7 ? undefined : nearestSevenths(entry.code, byCode);
    if (!sevenths) return [{ entry: { ...entry, billable: true }, made: false }];
    return [{ entry, made: false }, ...formsOf(entry, sevenths, exceptions).map((form) => ({ entry: form, made: true }))];
  });
}

const isHeader = ({ code }: TabularEntry, next: TabularEntry | undefined): boolean => next?.level === 'code' && next.code.startsWith(code);

function nearestSevenths(code: string, byCode: ReadonlyMap<string, TabularEntry>): TabularEntry['sevenths'] {
  for (let end = code.length; end >= 3; end--) {
    const { sevenths } = byCode.get(code.slice(0, end)) ?? {};
    if (sevenths) return sevenths;
  }
  return undefined;
}

function formsOf({ code, title }: TabularEntry, sevenths: Readonly<Record<string, string>>, exceptions: readonly Exception[]): readonly TabularEntry[] {
  const stem = withoutDot(code).padEnd(6, 'X');
  const excluded = (seventh: string): boolean => exceptions.some((exception) =>
    stem.startsWith(exception.category) && exception.sixth.has(stem.charAt(5)) && exception.sevenths.has(seventh));
  return Object.entries(sevenths).filter(([seventh]) => !excluded(seventh))
    .map(([seventh, meaning]) => ({ code: withDot(stem + seventh), title: `${title}, ${meaning}`, level: 'code', billable: true }));
}

/** "7th characters D and S do not apply to codes in category S06 with 6th character 7 - …, or 8 - …" (Tabular S06, since FY2021). */
function readExceptions({ notes }: TabularEntry): readonly Exception[] {
  return (notes?.notes ?? []).flatMap((note) => {
    const [, characters = '', category, sixth = ''] = EXCEPTION.exec(note) ?? [];
    if (category === undefined) return [];
    return [{ category, sevenths: new Set(characters.match(/\b[A-Z0-9]\b/g)), sixth: new Set(sixth.match(/\b[A-Z0-9](?= -|$)/g)) }];
  });
}

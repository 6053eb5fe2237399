// Sides that the code set has and the chosen codes leave out or say twice, read from the official titles of the codes of one header.
// In: valid codes. Out: faults. Source: guideline I.B.13.
import type { TabularEntry } from '../../book/book.ts';
import type { Edits } from '../../lexicon/schema-edits.ts';
import { once } from '../../once.ts';
import { listCodes, type Desk, type Fault } from './fault.ts';

type Side = keyof Edits['sides'];

const wordsOf = (title: string): readonly string[] => title.toLowerCase().split(/[^a-z]+/);

const sideOf = (entry: TabularEntry, { knowledge: { edits } }: Desk): Side | undefined => sideIn(edits, entry);

const sideIn = once(({ sides }: Edits, { title }: TabularEntry): Side | undefined => {
  const words = wordsOf(title);
  return (Object.entries(sides) as [Side, readonly string[]][]).findLast(([, names]) => names.some((name) => words.includes(name)))?.[0];
});

/** The codes that stand beside this one and have its 7th character. */
function siblings(code: string, { book }: Desk): readonly TabularEntry[] {
  const header = book.parent(code);
  const beside = header ? book.children(header.code) : [];
  return beside.filter((other) => other.billable && (code.length < 8 || other.code.endsWith(code.slice(-1))));
}

function checkOne(code: string, codes: readonly string[], desk: Desk): readonly Fault[] {
  const entry = desk.book.entry(code);
  const side = entry && sideOf(entry, desk);
  if (side === undefined) return [];
  const beside = siblings(code, desk).map((other) => ({ code: other.code, side: sideOf(other, desk) }));
  const on = (wanted: Side): readonly string[] => beside.filter((other) => other.side === wanted).map((other) => other.code);
  const sided = [...on('right'), ...on('left')];
  if (side === 'unspecified') return on('right').length && on('left').length ? [{ kind: 'unspecified-side', codes: [code], words: { successors: listCodes([...sided, ...on('bilateral')]) } }] : [];
  if (side === 'bilateral') return sided.filter((other) => codes.includes(other)).map((other): Fault => ({ kind: 'bilateral-plus-unilateral', codes: [other, code] }));
  const opposite = on('left').find((other) => codes.includes(other));
  const both = on('bilateral');
  return side === 'right' && opposite !== undefined && both.length > 0 && !both.some((other) => codes.includes(other))
    ? [{ kind: 'bilateral-code-exists', codes: [code, opposite], words: { successors: listCodes(both) } }] : [];
}

/** Faults of sides. */
export const checkSides = (codes: readonly string[], desk: Desk): readonly Fault[] => [...new Set(codes)].flatMap((code) => checkOne(code, codes, desk));

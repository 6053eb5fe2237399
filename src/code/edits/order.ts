// The order of the claim, and the codes that a note of the tabular asks for beside one: code first, use additional, code also, external causes, G89.
// In: valid codes in claim order. Out: faults. Sources: tabular notes; guidelines I.A.13, I.A.17, I.C.6.b, I.C.20.
import type { NoteKind, PrintedNote } from '../../book/book.ts';
import { inRanges } from '../../book/references.ts';
import { groupBy } from '../../group.ts';
import { rangesOf, type Desk, type Fault } from './fault.ts';

const ASKING: readonly NoteKind[] = ['codeFirst', 'useAdditionalCode', 'codeAlso'];
const RELATION: Readonly<Partial<Record<NoteKind, string>>> = { codeFirst: 'Code first', useAdditionalCode: 'Use additional code', codeAlso: 'Code also' };

interface Demand { readonly code: string; readonly kind: NoteKind; readonly notes: readonly PrintedNote[] }

/** What the notes that reach a code ask for; the lines of one list belong together. */
function demandsOf(code: string, { book }: Desk): readonly Demand[] {
  const asking = book.notes(code).filter(({ kind }) => ASKING.includes(kind));
  return [...groupBy(asking, ({ kind, at }) => `${at} ${kind}`).values()].map((notes) => ({ code, kind: notes[0]!.kind, notes }));
}

const isOptional = ({ notes }: Demand, { knowledge: { edits } }: Desk): boolean => notes.some(({ text }) => edits.optional.some((words) => text.includes(words)));

/** Only what stands for a condition of its own is asked for: a note without any code names nothing that could be checked. */
const partnersOf = ({ code, notes }: Demand, codes: readonly string[]): readonly string[] =>
  codes.filter((other) => other !== code && notes.some(({ ranges }) => inRanges(other, ranges)));

function judgeDemand(demand: Demand, codes: readonly string[], desk: Desk): readonly Fault[] {
  const { code, kind, notes } = demand;
  const words = { note: notes.map(({ text }) => text.replace(/^,\s*/, '')).join('; ').replace(':;', ':'), at: notes[0]!.at, relation: RELATION[kind] ?? '' };
  const partners = partnersOf(demand, codes);
  if (partners.length === 0) {
    if (isOptional(demand, desk) || notes.every(({ ranges }) => ranges.length === 0)) return [];
    return [{ kind: kind === 'codeFirst' ? 'manifestation' : 'use-additional', codes: [code], words }];
  }
  const place = codes.indexOf(code);
  const late = kind === 'codeFirst' ? partners.find((other) => codes.indexOf(other) > place) : undefined;
  const early = kind === 'useAdditionalCode' ? partners.find((other) => codes.indexOf(other) < place) : undefined;
  if (late !== undefined) return [{ kind: 'code-first', codes: [code, late], words }];
  return early === undefined ? [] : [{ kind: 'code-first', codes: [early, code], words }];
}

function checkFirst(codes: readonly string[], { knowledge: { edits }, painManagement }: Desk): readonly Fault[] {
  const first = codes[0];
  if (first === undefined) return [];
  if (inRanges(first, rangesOf(edits.externalCauses))) return [{ kind: 'external-cause-first', codes: [first] }];
  const painCodes = rangesOf(edits.painCodes);
  const pain = codes.find((code) => inRanges(code, painCodes));
  if (pain === undefined || codes.length === 1) return [];
  if (pain === first) return painManagement === true ? [] : [{ kind: 'pain-code-first', codes: [pain] }];
  return painManagement === true ? [{ kind: 'pain-code-not-first', codes: [pain] }] : [];
}

/** Faults of order and of codes asked for. */
export function checkOrder(codes: readonly string[], desk: Desk): readonly Fault[] {
  const demanded = [...new Set(codes)].flatMap((code) => demandsOf(code, desk).flatMap((demand) => judgeDemand(demand, codes, desk)));
  const { claimLimit } = desk.knowledge.edits;
  const many = desk.setting === 'outpatient' && codes.length > claimLimit;
  return [...demanded, ...checkFirst(codes, desk), ...(many ? [{ kind: 'over-twelve' as const, codes: codes.slice(claimLimit), words: { codes: String(codes.length) } }] : [])];
}

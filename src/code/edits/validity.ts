// Is each chosen code a billable code of the release on the date of service, and if not, what takes its place?
// In: codes as chosen. Out: one fault at most for each. Sources: Tabular List, code addenda, guidelines I.A.2, I.A.5, I.B.2.
import type { CodeBook, TabularEntry } from '../../book/book.ts';
import { isValidOn } from '../../lexicon/code-life.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { successorsOf } from '../meanings.ts';
import { listCodes, type Desk, type Fault } from './fault.ts';

const SHAPE = /^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

/** A code of another system that is met in practice, with the equivalents ("724.2", the M54.56 of WHO's list). */
export function foreignCode(code: string, { codeSystems }: Knowledge): { readonly system: string; readonly because: string; readonly title: string; readonly instead: readonly string[] } | undefined {
  for (const { label, because, codes } of codeSystems) {
    const found = codes.find((one) => one.code === code);
    if (found) return { system: label, because, title: found.title, instead: found.instead };
  }
  return undefined;
}

function foreign(code: string, { knowledge }: Desk): Fault | undefined {
  const found = foreignCode(code, knowledge);
  return found && { kind: 'foreign-code', codes: [code], words: { system: found.system, because: found.because, title: found.title, successors: listCodes(found.instead) } };
}

/** Codes valid on the date that took the place of one that ended, over several steps. */
function heirs(code: string, desk: Desk): readonly string[] {
  return successorsOf(code, desk.knowledge).flatMap((next) => isValidOn(desk.knowledge.codes.get(next)!, desk.date) ? [next] : heirs(next, desk));
}

/** A code that lumbago knows, on a date on which it is not valid. */
function outOfTime(code: string, desk: Desk): Fault | undefined {
  const entry = desk.knowledge.codes.get(code);
  if (!entry || isValidOn(entry, desk.date)) return undefined;
  const { title, from = '', until } = entry;
  if (until !== undefined && until <= desk.date) return { kind: 'expired-code', codes: [code], words: { title, until, date: desk.date, successors: listCodes(heirs(code, desk)) } };
  return { kind: 'not-yet-valid', codes: [code], words: { title, from, date: desk.date, successors: entry.before ?? 'none' } };
}

/** The billable codes below a header. */
export function billableBelow(code: string, book: CodeBook): readonly string[] {
  return book.children(code).flatMap((child) => child.billable ? [child.code] : billableBelow(child.code, book));
}

function header(entry: TabularEntry, desk: Desk): Fault {
  const below = billableBelow(entry.code, desk.book);
  const sevenths = desk.book.sevenths(entry.code);
  const last = sevenths !== undefined && desk.book.children(entry.code).every(({ billable, code }) => billable && code.length === 8);
  const at = desk.book.lineage(entry.code).find((one) => one.sevenths)?.code ?? '';
  return { kind: last ? 'missing-7th-character' : 'header-code', codes: [entry.code], words: { title: entry.title, at, successors: listCodes(below) } };
}

function unknown(code: string, desk: Desk): Fault {
  const { book } = desk;
  if (!book.whole && !book.entry(code.slice(0, 3))) return { kind: 'not-checked', codes: [code] };
  const nearest = book.lineage(code)[0];
  return { kind: 'invalid-code', codes: [code], words: { release: book.release, successors: nearest?.level === 'code' ? listCodes(nearest.billable ? [nearest.code] : billableBelow(nearest.code, book)) : 'none' } };
}

/** What is wrong with one code, or undefined for a billable code of the release. */
export function judgeCode(code: string, desk: Desk): Fault | undefined {
  const entry = desk.book.entry(code);
  if (entry?.billable && entry.level === 'code') return undefined;
  const known = foreign(code, desk) ?? outOfTime(code, desk);
  if (known) return known;
  if (!SHAPE.test(code)) return { kind: 'malformed-code', codes: [code] };
  return entry ? header(entry, desk) : unknown(code, desk);
}

/** Faults of single codes, and codes that stand twice. */
export function checkValidity(codes: readonly string[], desk: Desk): readonly Fault[] {
  const faults = [...new Set(codes)].flatMap((code) => judgeCode(code, desk) ?? []);
  const twice = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  return [...faults, ...twice.map((code): Fault => ({ kind: 'duplicate', codes: [code] }))];
}

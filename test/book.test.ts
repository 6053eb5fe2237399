// The code book: what notes name, what inherits what, headers, 7th characters, dates. Against the official files where they are at hand.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BookSource } from '../src/book/book.ts';
import { createBook } from '../src/book/create-book.ts';
import { domainBook } from '../src/book/domain-book.ts';
import { inRanges, readReferences } from '../src/book/references.ts';
import { codeSetOf } from '../src/code/releases.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';
import { describeWithShared, sharedPath } from './shared.ts';

const knowledge = loadKnowledge();
const bookOn = (date: string) => domainBook(codeSetOf(date, knowledge), knowledge);
const book = bookOn('2026-11-15');

describe('references of notes', () => {
  it.each([
    ['sciatica with lumbago (M54.4-)', ['M54.42', 'M54.4'], ['M54.32', 'M54.50']],
    ['sciatica with lumbago (M54.4.-)', ['M54.42'], ['M54.32']],
    ['panniculitis NOS (M79.3)', ['M79.3'], ['M79.18']],
    ['deforming dorsopathies (M43.3-M43.5X9)', ['M43.3', 'M43.4', 'M43.5X6', 'M43.5X9'], ['M43.6', 'M43.27']],
    ['low back pain (M54.3- to M54.4-)', ['M54.31', 'M54.42'], ['M54.50']],
    [', if applicable, lumbar disc herniation (M51.06, M51.16, M51.26)', ['M51.06', 'M51.26'], ['M51.27']],
    ['disc disorder (M51.- with fifth character 6)', ['M51.16', 'M51.26', 'M51.360'], ['M51.17', 'M51.9']],
    ['aphasia following stroke (I69. with final characters -20)', ['I69.320'], ['I69.321']],
    ['poisoning (T36-T50 with fifth or sixth character 1-4 or 6)', ['T40.4X1A', 'T39.016A'], ['T40.2X5A']],
    ['certain infectious diseases (A00-B99)', ['A41.9', 'B99.9'], ['C00.0']],
    ['current injury - see injury of spine by body region', [], ['S33.5XXA', 'M54.50']],
  ])('%s', (text, inside, outside) => {
    const ranges = readReferences(text);
    expect(inside.filter((code) => !inRanges(code, ranges))).toEqual([]);
    expect(outside.filter((code) => inRanges(code, ranges))).toEqual([]);
  });
});

describe('the book of the families', () => {
  it.each([
    ['M54.42', ['M54.42', 'M54.4', 'M54', 'M50-M54', 'M40-M54', '13']],
    ['S33.5XXA', ['S33.5XXA', 'S33.5', 'S33', 'S30-S39', '19']],
    ['M99.03', ['M99.03', 'M99.0', 'M99', 'M99-M99', '13']],
    ['M54', ['M54', 'M50-M54', 'M40-M54', '13']],
    ['13', ['13']],
  ])('%s stands under its headers, block and chapter', (code, lineage) => {
    expect(book.lineage(code).map((entry) => entry.code)).toEqual(lineage);
    expect(book.parent(code)?.code).toBe(lineage[1]);
  });

  it('a code that does not exist stands under the nearest header, and has no entry', () => {
    expect(book.entry('M54.47')).toBeUndefined();
    expect(book.lineage('M54.47').map((entry) => entry.code).slice(0, 2)).toEqual(['M54.4', 'M54']);
  });

  it('notes come down from chapter to code, nearest first', () => {
    const notes = book.notes('M54.42').filter(({ kind }) => kind === 'excludes1');
    expect(notes.map(({ at }) => at)).toEqual([...notes.map(({ at }) => at)].sort((a, b) => book.lineage('M54.42').findIndex(({ code }) => code === a) - book.lineage('M54.42').findIndex(({ code }) => code === b)));
    expect(notes.some(({ at, ranges }) => at === 'M54.4' && inRanges('M51.16', ranges))).toBe(true);
    expect(notes.some(({ at, ranges }) => at === 'M50-M54' && inRanges('S33.5XXA', ranges))).toBe(true);
    expect(book.notes('M54.42').some(({ kind, at }) => kind === 'excludes2' && at === '13')).toBe(true);
    expect(book.notes('G57.02').some(({ at }) => at === '13')).toBe(false);
  });

  it('the nearest definition of 7th characters holds', () => {
    expect(Object.keys(book.sevenths('S32.010') ?? {})).toEqual(['A', 'B', 'D', 'G', 'K', 'S']);
    expect(Object.keys(book.sevenths('M48.56') ?? {})).toEqual(['A', 'D', 'G', 'S']);
    expect(book.sevenths('M54.42')).toBeUndefined();
  });

  it('follows the date: M54.5 is billable until 2021-10-01, then a header', () => {
    expect([bookOn('2021-09-30').entry('M54.5')?.billable, bookOn('2021-09-30').entry('M54.50')]).toEqual([true, undefined]);
    expect([book.entry('M54.5')?.billable, book.entry('M54.50')?.billable]).toEqual([false, true]);
  });

  it('takes a block of one category apart from the category', () => {
    const source: BookSource = { release: 'X', whole: true, index: [], entries: [
      { code: '13', title: 'Chapter', level: 'chapter', billable: false, range: ['M00', 'M99'] }, { code: 'M99-M99', title: 'Block', level: 'block', billable: false },
      { code: 'M99', title: 'Category', level: 'code', billable: false }, { code: 'M99.9', title: 'Code', level: 'code', billable: true },
    ] };
    expect(createBook(source).lineage('M99.9').map(({ title }) => title)).toEqual(['Code', 'Category', 'Block', 'Chapter']);
  });
});

/** "assault by:" is followed by lines that name the codes. */
const isListHead = (text: string): boolean => text.endsWith(':');

const EXTRACT = 'icd10cm/icd10cm-tabular-2027.spine-extract.xml';

describeWithShared('against the official tabular', [EXTRACT], () => {
  /** Entry and kind → the notes printed there. */
  const official = (): ReadonlyMap<string, readonly string[]> => {
    const printed = new Map<string, string[]>();
    const open: string[] = [];
    let kind = '';
    for (const [, tag, text] of readFileSync(sharedPath(EXTRACT), 'utf8').matchAll(/<(\/?\w+)[^>]*>([^<]*)/g)) {
      if (tag === 'diag') open.push('');
      else if (tag === '/diag') open.pop();
      else if (tag === 'name' && open.length && open.at(-1) === '') open[open.length - 1] = text!.trim();
      else if (/^(includes|inclusionTerm|excludes1|excludes2|codeFirst|useAdditionalCode|codeAlso|notes|sevenChrNote)$/.test(tag!)) kind = tag!;
      else if (tag === 'note' && open.length && text!.trim()) printed.set(`${open.at(-1)} ${kind}`, [...(printed.get(`${open.at(-1)} ${kind}`) ?? []), text!.replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()]);
    }
    return printed;
  };

  it('every note of our codes is printed there, and every printed note is ours', () => {
    const printed = official();
    const wrong: string[] = [];
    for (const [key, notes] of printed) {
      const [code, kind] = key.split(' ') as [string, keyof (typeof knowledge.tabular)[number]];
      const line = knowledge.tabular.find((one) => one.code === code);
      if (!book.entry(code)) continue;
      if (JSON.stringify(line?.[kind]) !== JSON.stringify(notes)) wrong.push(`${key}: ${JSON.stringify(line?.[kind])} ≠ ${JSON.stringify(notes)}`);
    }
    expect(wrong).toEqual([]);
    expect(printed.size).toBeGreaterThan(100);
  });

  it('every exclusion names codes that can be read, or is listed with what it means', () => {
    const mute = knowledge.tabular.filter(({ code }) => book.entry(code)?.level === 'code').flatMap(({ code }) =>
      book.notes(code).filter(({ kind, at, ranges, text }) => kind === 'excludes1' && at === code && ranges.length === 0 && !isListHead(text)).map(({ at, text }) => `${at}: ${text}`));
    expect(mute).toEqual([]);
  });
});

// `describeCode`: what a code is, where its notes come from, what its characters mean, what separates it from its neighbours; and why a code is none.
import { describe, expect, it } from 'vitest';
import { createBook } from '../src/book/create-book.ts';
import { domainBook } from '../src/book/domain-book.ts';
import { codeSetOf } from '../src/code/releases.ts';
import { addedWords } from '../src/describe/added-words.ts';
import { describeCode } from '../src/describe/describe-code.ts';
import type { CodeDescription, UnknownCode } from '../src/describe/description.ts';
import { withSeventh } from '../src/describe/list-sevenths.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';

const knowledge = loadKnowledge();
const TODAY = '2026-11-15';

function describeOn(input: string, date = TODAY): CodeDescription | UnknownCode {
  const codeSet = codeSetOf(date, knowledge);
  return describeCode(input, { book: domainBook(codeSet, knowledge), knowledge, date: codeSet.date });
}

function known(input: string, date = TODAY): CodeDescription {
  const description = describeOn(input, date);
  if (!description.known) throw new Error(`${input}: ${description.reason}`);
  return description;
}

function unknown(input: string, date = TODAY): UnknownCode {
  const description = describeOn(input, date);
  if (description.known) throw new Error(`${input} is known`);
  return description;
}

describe('a code', () => {
  it.each([['M54.42'], ['m54.42'], ['M5442'], [' m5442 '], ['M54.42-']])('may be typed as %j', (input) => expect(known(input)).toMatchObject({ code: 'M54.42', billable: true, level: 'code', release: 'FY2027' }));

  it('stands under its chapter, blocks, category and header', () => {
    expect(known('M54.42').lineage.map(({ code }) => code)).toEqual(['13', 'M40-M54', 'M50-M54', 'M54', 'M54.4', 'M54.42']);
  });

  it('has notes of its own and inherited ones, with where they are printed', () => {
    const { notes } = known('M54.50');
    expect(notes).toContainEqual({ kind: 'inclusionTerm', text: 'Loin pain', at: 'M54.50', inherited: false });
    expect(notes).toContainEqual({ kind: 'excludes1', text: 'lumbago with sciatica (M54.4-)', at: 'M54.5', inherited: true });
    expect(notes).toContainEqual({ kind: 'excludes1', text: 'discitis NOS (M46.4-)', at: 'M50-M54', inherited: true });
    expect(known('M54.42').notes.some(({ text }) => text === 'Loin pain')).toBe(false);
  });

  it('is one value of each of its axes', () => {
    const [side, pain] = known('M54.42').axes;
    expect(side).toMatchObject({ axis: 'laterality', value: 'left' });
    expect(side!.options.find(({ value }) => value === 'right')!.codes).toEqual(['M54.41']);
    expect(pain!.options.find(({ value }) => value === 'no')!.codes).toEqual(['M54.32']);
  });

  it('is led to by index paths, those of its family told apart', () => {
    expect(known('M54.42').index).toContainEqual({ path: ['Lumbago, lumbalgia', 'with sciatica'], code: 'M54.4-', whole: false });
    expect(known('M54.2').index.every(({ code }) => code.startsWith('M54.2'))).toBe(true);
    expect(known('M54.51').index).toContainEqual(expect.objectContaining({ code: 'M54.51', whole: true }));
  });

  it('has neighbours, and what separates each', () => {
    expect(known('M54.42').neighbours.map(({ code, differs }) => [code, differs])).toEqual([['M54.40', 'unspecified side'], ['M54.41', 'Side: Right']]);
  });
});

describe('characters', () => {
  const meanings = (code: string): readonly string[] => known(code).characters.map(({ characters, means }) => `${characters} ${means}`);

  it.each([
    ['M54.42', ['M54 Dorsalgia', '4 lumbago with sciatica', '2 left side']],
    ['M54.2', ['M54 Dorsalgia', '2 cervicalgia']],
    ['M54', ['M54 Dorsalgia']],
  ])('of %s are told by what the titles add', (code, expected) => expect(meanings(code)).toEqual(expected));

  it('name placeholders and the 7th', () => {
    expect(known('S33.5XXA').characters.map(({ kind, characters }) => [characters, kind])).toEqual([['S33', 'category'], ['5', 'subdivision'], ['X', 'placeholder'], ['X', 'placeholder'], ['A', 'seventh']]);
    expect(meanings('S39.012D').at(-1)).toBe('D subsequent encounter');
  });

  it('spell every billable code of the domain in full', () => {
    const { codes } = domainBook({ release: 'FY2027', date: TODAY }, knowledge);
    const spelled = codes.filter(({ billable }) => billable).filter(({ code }) => known(code).characters.map(({ characters }) => characters).join('') !== code.replace('.', ''));
    expect(spelled.map(({ code }) => code)).toEqual([]);
  });

  it.each([['S33.5', 'A', 'S33.5XXA'], ['S39.012', 'S', 'S39.012S'], ['M48.56', 'D', 'M48.56XD']])('%s and %s make %s', (base, character, form) => expect(withSeventh(base, character)).toBe(form));

  it.each([
    ['Sciatica', 'Sciatica, left side', 'left side'], ['Dorsalgia', 'Cervicalgia', 'Cervicalgia'],
    ['Injury of muscle of lower back', 'Strain of muscle of lower back', 'Strain'], ['Low back pain', 'Low back pain', 'Low back pain'],
  ])('%s → %s adds %s', (one, other, added) => expect(addedWords(one, other)).toBe(added));
});

describe('a header', () => {
  it('is not billable, lists what is below it, and the forms with a 7th', () => {
    expect(known('M54.4-')).toMatchObject({ code: 'M54.4', billable: false, below: [{ code: 'M54.40' }, { code: 'M54.41' }, { code: 'M54.42' }] });
    expect(known('S39.012').sevenths).toEqual({ at: 'S39', characters: [
      { character: 'A', means: 'initial encounter', code: 'S39.012A' }, { character: 'D', means: 'subsequent encounter', code: 'S39.012D' }, { character: 'S', means: 'sequela', code: 'S39.012S' },
    ] });
    expect(known('M54.4').sevenths).toBeUndefined();
  });

  it('has the axes that choose below it', () => {
    const { axes } = known('M54.3');
    expect(axes.map(({ axis, value }) => [axis, value])).toEqual([['laterality', undefined]]);
  });

  it.each([['M50-M54', 'block'], ['13', 'chapter']])('%s is a %s', (code, level) => expect(known(code)).toMatchObject({ level, billable: false, characters: [], neighbours: [] }));
});

describe('history', () => {
  it('a code that became a header', () => {
    expect(known('M54.5')).toMatchObject({ billable: false, history: { until: '2021-10-01', after: [{ code: 'M54.50' }, { code: 'M54.51' }, { code: 'M54.59' }] } });
    expect(known('M54.5', '2021-09-30')).toMatchObject({ billable: true, release: 'FY2021' });
    expect(known('M54.5', '2021-09-30').index.length).toBeGreaterThan(0);
  });

  it('a code that came later, and one that was always there', () => {
    expect(known('M54.50').history).toMatchObject({ from: '2021-10-01', before: [{ code: 'M54.5', title: 'Low back pain' }] });
    expect(known('M54.42').history).toEqual({ before: [], after: [], says: ['M54.42 is billable since 2015-10-01 or longer.'] });
  });
});

describe('no code', () => {
  it.each([
    ['M54.50', '2020-01-01', 'not-yet', /not valid in FY2020/], ['724.2', TODAY, 'icd-9', /ICD-9-CM/], ['7242', TODAY, 'icd-9', /Lumbago in ICD-9-CM/], ['999.9', TODAY, 'icd-9', /lumbago search/], ['A00.0', TODAY, 'not-covered', /codeset import/], ['M54.55', TODAY, 'no-such-code', /nearest header is M54.5 /],
    ['hello', TODAY, 'malformed', /has not the form/], ['', TODAY, 'malformed', /has not the form/], ['M54.424242', TODAY, 'malformed', /has not the form/],
  ])('%j on %s is %s', (input, date, reason, says) => {
    const { reason: found, says: sentences } = unknown(input, date);
    expect([found, sentences.join(' ')]).toEqual([reason, expect.stringMatching(says)]);
  });

  it('names codes to look at instead', () => {
    expect(unknown('M54.55').instead.map(({ code }) => code)).toEqual(['M54.50', 'M54.51', 'M54.59']);
    expect(unknown('M54.50', '2020-01-01').instead.map(({ code }) => code)).toEqual(['M54.5']);
    expect(unknown('S33.5A').instead.map(({ code }) => code)).toContain('S33.5XXA');
  });

  it('expired without leaving a header', () => {
    const gone = { code: 'M54.99', title: 'Backs of old', category: 'M54', until: '2020-10-01' };
    const past = { ...knowledge, codes: new Map([...knowledge.codes, [gone.code, gone]]) };
    const description = describeCode('M54.99', { book: domainBook({ release: 'FY2027', date: TODAY }, knowledge), knowledge: past, date: TODAY });
    expect(description).toMatchObject({ known: false, reason: 'expired', says: ['M54.99 Backs of old is not valid in FY2027.', 'M54.99 was billable until 2020-10-01; since then it is no longer a code.'] });
  });

  it('of a whole release is not for want of an import', () => {
    const book = createBook({ release: 'FY0', whole: true, entries: [{ code: 'B20', title: 'Boils', level: 'code', billable: true }], index: [] });
    expect(describeCode('A00', { book, knowledge, date: TODAY })).toMatchObject({ known: false, reason: 'no-such-code' });
    expect(describeCode('b20', { book, knowledge, date: TODAY })).toMatchObject({ known: true, lineage: [{ code: 'B20' }], notes: [], axes: [], index: [], history: { says: [] } });
  });
});

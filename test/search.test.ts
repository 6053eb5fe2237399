// `searchCodes` and `findCodes`: index first, then titles; spelling, word order and other words forgiven; and the figures on the official lists.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CodeBook } from '../src/book/book.ts';
import { createBook } from '../src/book/create-book.ts';
import { domainBook } from '../src/book/domain-book.ts';
import { findCodes } from '../src/find-codes.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';
import { searchCodes, type SearchHit } from '../src/search/search-codes.ts';
import { stemOf } from '../src/search/stem.ts';
import { EVERYDAY } from './everyday-wordings.ts';
import { describeWithShared, sharedPath } from './shared.ts';

const knowledge = loadKnowledge();
const TODAY = '2026-11-15';
const book = domainBook({ release: 'FY2027', date: TODAY }, knowledge);
const search = (words: string, limit = 5, from: CodeBook = book): readonly SearchHit[] => searchCodes(words, { book: from, knowledge }, limit);
const find = (words: string, limit = 5): readonly SearchHit[] => findCodes(words, { book, knowledge, date: TODAY }, limit);
const first = (words: string): string | undefined => search(words, 1)[0]?.code;

/** A few lines as an index has them, with cross-references that run in circles and into nothing. */
const SMALL = createBook({
  release: 'FY0', whole: false,
  entries: [
    { code: 'A10', title: 'Ague', level: 'code', billable: false },
    { code: 'A10.1', title: 'Ague, left side', level: 'code', billable: true },
    { code: 'A10.2', title: 'Ague, right side', level: 'code', billable: true },
    { code: 'B20', title: 'Boils of the elbow', level: 'code', billable: true, notes: { inclusionTerm: ['Carbuncle NOS'] } },
  ],
  index: [
    { path: ['Ague, shakes'], modifiers: '(quartan)', code: 'A10-' },
    { path: ['Boils'] }, { path: ['Boils', 'elbow'], code: 'B20' }, { path: ['Boils', 'knee'], see: 'Nowhere,  at, all' },
    { path: ['Furuncle'], see: 'Boils,  by site' }, { path: ['Whirl'], see: 'Swirl' }, { path: ['Swirl'], see: 'Whirl' },
  ],
});

describe('the index way', () => {
  it.each([['Ague'], ['shakes'], ['quartan ague'], ['Agues'], ['ague shakes']])('%s leads to the family and what lies below it', (words) => {
    const [hit] = search(words, 5, SMALL);
    expect(hit).toMatchObject({ code: 'A10', billable: false, via: 'index', path: ['Ague, shakes'], below: [{ code: 'A10.1' }, { code: 'A10.2' }] });
  });

  it.each([['left ague', 'A10.1'], ['ague right', 'A10.2']])('the remaining words of %s pick %s', (words, code) => {
    expect(search(words, 5, SMALL)[0]).toMatchObject({ code, billable: true, via: 'index' });
  });

  it.each([['elbow boil'], ['boils of elbow'], ['Boils, elbow']])('the words of %s may stand in any order', (words) => expect(search(words, 1, SMALL)[0]?.code).toBe('B20'));

  it('follows cross-references and tells them', () => {
    expect(search('furuncle elbow', 1, SMALL)[0]).toMatchObject({ code: 'B20', why: 'Index: Furuncle > see Boils > elbow' });
  });

  it.each([['whirl'], ['knee boils nowhere whirl']])('%s runs into no circle', (words) => expect(() => search(words, 5, SMALL)).not.toThrow());

  it('then inclusion terms and titles, with where they stand', () => {
    expect(search('carbuncle', 1, SMALL)[0]).toMatchObject({ code: 'B20', via: 'inclusion', why: 'Inclusion term "Carbuncle NOS" at B20' });
    expect(search('Boils of the elbow', 1, SMALL)[0]).toMatchObject({ code: 'B20', via: 'title', why: 'Title' });
  });
});

describe('slips and other words', () => {
  it.each([
    ['sciatca', 'M54.3'], ['lumber radiculopathy', 'M54.16'], ['radiculopathy lumbar', 'M54.16'], ['lumbar radiculopathies', 'M54.16'], ['spondilolisthesis lumbar region', 'M43.16'],
    ['sacro iliac pain', 'M53.3'], ['pyriformis', 'G57.0'], ['left sciatica', 'M54.32'], ['herniated disc L5-S1', 'M51.27'], ['disc L5-S1 herniated', 'M51.27'], ['LBP left leg sciatica', 'M54.42'],
  ])('%s → %s', (words, code) => expect(first(words)).toBe(code));

  it('says how a word was read', () => expect(search('sciatca')[0]!.why).toBe('Index: Sciatica; "sciatca" read as "sciatica"'));

  it.each([['lbq'], ['xyzzy'], ['qwrtplkj'], ['of the and'], [''], ['!!! …'], ['\u0000\ud800']])('%j finds nothing', (words) => expect(find(words)).toEqual([]));

  it('a short word is taken as it is written', () => expect(search('hap')).toEqual([]));

  it('a word that is not known does not hide the others', () => expect(first('sciatica xyzzyq')).toBe('M54.3'));

  it('stems are those of natural', () => expect(['displaced', 'displacement', 'L4'].map(stemOf)).toEqual(['displac', 'displac', 'L4']));
});

describe('slipped disc', () => {
  it('goes through Displacement', () => expect(search('slipped disc')[0]!.why).toMatch(/^Index: Slipped, slipping > intervertebral disc > see Displacement, displaced > intervertebral disc/));
  it('and has a reading beside it', () => expect(find('slipped disc').find(({ via }) => via === 'term')!.why).toBe('lumbago reads "slipped disc" as disc displacement'));
});

describe('hits', () => {
  it('are the same for the same words, each code once, the best first', () => {
    const hits = find('lumbar disc degeneration with leg pain', 50);
    expect(find('lumbar disc degeneration with leg pain', 50)).toEqual(hits);
    expect(new Set(hits.map(({ code }) => code)).size).toBe(hits.length);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('are codes of the release', () => {
    const before = domainBook({ release: 'FY2020', date: '2020-01-01' }, knowledge);
    expect(findCodes('low back pain', { book: before, knowledge, date: '2020-01-01' }, 3)[0]).toMatchObject({ code: 'M54.5', billable: true });
    expect(first('low back pain')).toMatch(/^M54\.5/);
  });

  it('take as many as asked', () => expect(find('fracture', 3)).toHaveLength(3));
});

const LIST = 'icd10cm/icd10cm-codes-2027.rebuilt.txt.gz';
const INDEX = 'icd10cm/icd10cm-index.spine-extract.tsv';
const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter(Boolean);

describeWithShared('official titles', [LIST], () => {
  it('lead to their code, every one', () => {
    const official = linesOf(gunzipSync(readFileSync(sharedPath(LIST))).toString('utf8')).map((line) => [line.slice(0, 7).trim(), line.slice(8)] as const)
      .map(([code, title]) => ({ code: code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code, title })).filter(({ code }) => book.entry(code)?.billable);
    expect(official.length).toBe(book.codes.filter(({ billable }) => billable).length);
    expect(official.filter(({ code, title }) => find(title, 1)[0]?.code !== code)).toEqual([]);
  }, 300_000);
});

/** A shuffle that is the same in every run. */
function shuffle(words: readonly string[], seed: number): readonly string[] {
  const shuffled = [...words];
  let state = seed;
  for (let at = shuffled.length - 1; at > 0; at--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled;
}

describeWithShared('index paths', [INDEX], () => {
  const codes = [...knowledge.codes.keys()];
  const rows = linesOf(readFileSync(sharedPath(INDEX), 'utf8')).slice(1).map((line) => line.split('\t').map((cell) => cell.trim()))
    .map(([path, , , , code]) => ({ words: path!.split(' > ').join(' '), code: code! }))
    .filter(({ code }) => code !== '' && codes.some((own) => own.startsWith(code.replace(/-$/, ''))));
  const isRight = (hit: SearchHit | undefined, code: string): boolean => hit !== undefined && (book.entry(code)?.billable ? hit.code === code : hit.code.startsWith(code.replace(/-$/, '')));
  const misses = (wordsOf: (words: string, at: number) => string): readonly string[] => rows
    .flatMap(({ words, code }, at) => { const [hit] = find(wordsOf(words, at), 1); return isRight(hit, code) ? [] : [`${wordsOf(words, at)} (${code}) → ${hit?.code}`]; });

  it.each([
    ['as they stand', 0.97, (words: string) => words],
    ['with their words shuffled', 0.97, (words: string, at: number) => shuffle(words.split(' '), (at + 1) * 7919).join(' ')],
  ])('%s lead to their code or family', (name, floor, wordsOf) => {
    const missed = misses(wordsOf);
    const rate = 1 - missed.length / rows.length;
    console.info(`index paths ${name}: ${(rate * 100).toFixed(1)} % of ${rows.length}${missed.length > 0 ? `; missed:\n  ${missed.join('\n  ')}` : ''}`);
    expect(rate).toBeGreaterThanOrEqual(floor);
  }, 300_000);
});

describe('everyday wordings', () => {
  const isRight = ({ code }: SearchHit, expected: string): boolean => expected.endsWith('-') ? code.startsWith(expected.replace(/X*-$/, '')) : code === expected;

  it('lead to their code, most in the first place', () => {
    const places = EVERYDAY.map(([words, code]) => ({ words, place: find(words, 10).findIndex((hit) => isRight(hit, code)) }));
    const within = (most: number): number => places.filter(({ place }) => place >= 0 && place < most).length / places.length;
    console.info(`everyday wordings: first ${(within(1) * 100).toFixed(1)} %, top 3 ${(within(3) * 100).toFixed(1)} % of ${places.length}; later: ${places.filter(({ place }) => place !== 0).map(({ words, place }) => `${words} (${place + 1 || 'not found'})`).join(', ')}`);
    expect(within(1)).toBeGreaterThanOrEqual(0.88);
    expect(within(3)).toBeGreaterThanOrEqual(0.97);
  }, 60_000);
});

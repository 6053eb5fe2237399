// Gaps planted in realistic notes: the templates of corpora/gaps with every choice of words for their slots. The queries that lumbago raises
// are held against those that are due, by axis and problem: recall and precision over all notes, and the misses told one by one.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import { readTemplates, type PlantedNote } from './gaps/read-templates.ts';

const FOLDER = new URL('../corpora/gaps/', import.meta.url);
const STYLES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4)).sort();
const RECALL = 0.98;
const PRECISION = 0.95;

const analyzer = createAnalyzer();
const planted = STYLES.flatMap((style) => readTemplates(style, readFileSync(new URL(`${style}.txt`, FOLDER), 'utf8')));

const key = ({ axis, about }: { readonly axis: string; readonly about: string }): string => `${axis} ${about}`;

/** What is due and not raised, and what is raised and not due. */
function judge({ note, due, allowed }: PlantedNote) {
  const raised = analyzer.analyze(note).queries.map(key);
  const wanted = due.map(key), harmless = allowed.map(key);
  return { note, raised: raised.length, wanted: wanted.length, missed: wanted.filter((one) => !raised.includes(one)), extra: raised.filter((one) => !wanted.includes(one) && !harmless.includes(one)) };
}

const judged = planted.map(judge);
const sum = (count: (one: (typeof judged)[number]) => number): number => judged.reduce((total, one) => total + count(one), 0);
const wanted = sum((one) => one.wanted), raised = sum((one) => one.raised);
const recall = 1 - sum(({ missed }) => missed.length) / wanted, precision = 1 - sum(({ extra }) => extra.length) / raised;
const faults = judged.filter(({ missed, extra }) => missed.length + extra.length > 0)
  .map(({ note, missed, extra }) => `${note.id}: ${[...missed.map((one) => `missed ${one}`), ...extra.map((one) => `invented ${one}`)].join(', ')}\n${note.text}`);

describe('gaps planted in realistic notes', () => {
  it('are many, in every style, with gaps and without', () => {
    expect(new Set(planted.map(({ template }) => template)).size).toBeGreaterThanOrEqual(30);
    expect(STYLES.length).toBe(13);
    expect(planted.length).toBeGreaterThanOrEqual(200);
    expect(planted.filter(({ due }) => due.length === 0).length).toBeGreaterThan(planted.length / 4);
    expect(new Set(planted.map(({ note }) => note.text)).size, 'no note stands twice').toBe(planted.length);
  });

  it(`are asked about with recall ${RECALL} and precision ${PRECISION}, by axis and problem`, () => {
    expect(recall, faults.slice(0, 5).join('\n\n')).toBeGreaterThanOrEqual(RECALL);
    expect(precision, faults.slice(0, 5).join('\n\n')).toBeGreaterThanOrEqual(PRECISION);
  });

  it('names only problems that the lexicons have', () => {
    expect(planted.flatMap(({ due }) => due).filter(({ about }) => !analyzer.knowledge.problems.has(about))).toEqual([]);
  });
});

describe('a file of templates', () => {
  const GOOD = '# soap-01: side\nA: {dx}.\n==>\nslot dx none = Sciatica\nslot dx left = Left sciatica | Sciatica, left\nwhen dx none: ask laterality sciatica\nwhen dx left: ask nothing\n';

  it('gives a note for every choice of words', () => {
    expect(readTemplates('soap', GOOD).map(({ note, due }) => [note.text, due.length])).toEqual([['A: Sciatica.', 1], ['A: Left sciatica.', 0], ['A: Sciatica, left.', 0]]);
  });

  it.each([
    ['an unknown line', GOOD.replace('slot dx left', 'slots dx left'), 'soap:5: unknown'],
    ['a slot that the text does not have', GOOD.replace('{dx}', 'Sciatica'), 'the slot "dx" stands only'],
    ['a hole without a slot', GOOD.replace('A:', '{hpi} A:'), 'the slot "hpi" stands only'],
    ['a state that no slot has', GOOD.replace('when dx left', 'when dx right'), 'soap:7: no slot "dx right"'],
    ['a query axis that does not exist', GOOD.replace('ask laterality', 'ask side'), 'soap:6: no query axis: side'],
    ['a template without an arrow', GOOD.replace('==>\n', ''), 'no line "==>"'],
    ['a template without a "when"', GOOD.replace(/when .*\n/g, ''), 'no line "when"'],
    ['the id of another style', GOOD.replace('soap-01', 'visit-01'), 'expected "# soap-01'],
  ])('%s stops with file and line', (_name, text, says) => {
    expect(() => readTemplates('soap', text)).toThrow(says);
  });
});

afterAll(() => console.log(`${planted.length} notes of ${new Set(planted.map(({ template }) => template)).size} templates: ${wanted} queries due, ${raised} raised, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`));

// Offsets stay exact and analysis never throws, whatever the text: clinical phrases spliced with hostile strings and with arbitrary code units.
// The seed is fixed so that a run can be repeated; SEED=… tries another one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import { reportSchema } from '../src/wire.ts';
import type { Report } from '../src/wire.ts';
import { caseNotes, naughtyStrings, negativeNotes, wholeNotes } from './corpus.ts';

const { analyze } = createAnalyzer();
const SETTINGS = { seed: Number(process.env['SEED'] ?? 20261115), numRuns: 400 };

interface Located { readonly start: number; readonly end: number; readonly text?: string }

/** Every object with `start` and `end`, wherever it stands in the report. */
function located(value: unknown): Located[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(located);
  return 'start' in value && 'end' in value ? [value as Located, ...inside] : inside;
}

/** What is wrong with the spans of a report, in words without the text of the note. */
function spanErrors(report: Report, text: string): string[] {
  return located(report).flatMap(({ start, end, text: words }) => {
    if (!(Number.isInteger(start) && start >= 0 && start < end && end <= text.length)) return [`${start}-${end} is no span of a text of ${text.length}`];
    return words === undefined || text.slice(start, end) === words ? [] : [`${start}-${end} does not hold its words`];
  });
}

/** Sections stand in order, and only white space and control characters lie outside of them. */
function sectionErrors({ sections }: Report, text: string): string[] {
  const edges = [0, ...sections.flatMap(({ start, end }) => [start, end]), text.length];
  const gaps = edges.flatMap((edge, index) => (index % 2 === 0 ? [[edge, edges[index + 1] as number] as const] : []));
  return gaps.flatMap(([from, to]) => {
    if (from > to) return [`sections overlap at ${to}-${from}`];
    return /^[\p{Z}\p{C}\s]*$/u.test(text.slice(from, to)) ? [] : [`no section covers ${from}-${to}`];
  });
}

function errors(text: string): string[] {
  const report = analyze({ id: 'property', text });
  return [...spanErrors(report, text), ...sectionErrors(report, text)];
}

const phrases = [...caseNotes(), ...negativeNotes()].flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '');
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units));
const hostile = naughtyStrings();
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...phrases) },
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: codeUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);
const separator = fc.constantFrom('', ' ', '\n', '\r\n', ', ', '. ', ':  ', ',', '\t', '-', '/', '\u00a0');
const spliced = fc.array(fc.tuple(piece, separator), { maxLength: 12 }).map((parts) => parts.flat().join(''));
/** A hostile string put into the middle of a clinical phrase, where spans are made. */
const wounded = fc.tuple(fc.constantFrom(...phrases), fc.constantFrom(...hostile), fc.nat()).map(([phrase, string, at]) => {
  const cut = at % (phrase.length + 1);
  return phrase.slice(0, cut) + string + phrase.slice(cut);
});

describe('offsets', () => {
  it('are exact in arbitrary text', () => {
    fc.assert(fc.property(codeUnits, (text) => { expect(errors(text)).toEqual([]); }), SETTINGS);
  });

  it('are exact in clinical phrases spliced with hostile strings', () => {
    fc.assert(fc.property(spliced, (text) => { expect(errors(text)).toEqual([]); }), SETTINGS);
  });

  it('are exact in clinical phrases with a hostile string inside', () => {
    fc.assert(fc.property(wounded, (text) => { expect(errors(text)).toEqual([]); }), SETTINGS);
  });

  it.each(hostile.map((string, index) => ({ index, string })))('are exact in hostile string $index, alone and between words', ({ string }) => {
    expect(errors(string)).toEqual([]);
    expect(errors(`Low back pain ${string} and left sciatica${string}.`)).toEqual([]);
  });

  it.each(wholeNotes().map((note) => ({ note, id: note.id })))('are exact in $id, and the report has its published shape', ({ note }) => {
    const report = analyze(note);
    expect([...spanErrors(report, note.text), ...sectionErrors(report, note.text)]).toEqual([]);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it('do not care about a prefix: a note that is moved gives the same words at moved places', () => {
    for (const note of wholeNotes()) {
      const shift = '\ud83d\ude00\n\n';
      const places = (text: string, by: number) => analyze({ ...note, text }).candidates.map(({ code, evidence }) => [code, evidence.map(({ start, text: words }) => [start - by, words])]);
      expect(places(shift + note.text, shift.length)).toEqual(places(note.text, 0));
    }
  });

  it('are empty for an empty note', () => {
    const { candidates, mentions, queries } = analyze({ id: 'empty', text: '' });
    expect([candidates, mentions, queries]).toEqual([[], [], []]);
  });
});

const GROWTH = [
  ['opening brackets', '('], ['nested brackets', '(['], ['no', 'no '], ['denies', 'denies, '], ['left', 'left '], ['levels', 'L4-5, '],
  ['one long word', 'a'], ['headers', 'ASSESSMENT: '], ['sciatica', 'sciatica '], ['low back', 'low back and '], ['line breaks', '\n'],
  ['numbers', '3 '], ['marks', '[**'], ['history of', 'history of '], ['herniation at', 'disc herniation at '],
] as const;

/** Seconds for one note of this length, the better of two runs. */
function seconds(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  return Math.min(...[1, 2].map(() => {
    const begun = performance.now();
    analyze({ id: 'long', text });
    return (performance.now() - begun) / 1000;
  }));
}

describe('time grows with length, not faster', () => {
  // Four times the text takes four times as long in linear time, sixteen times in quadratic time. Short steps first: they fail soon.
  it.each(GROWTH)('up to 200 kB of %s', (_what, unit) => {
    seconds(unit, 3_000);
    for (const length of [3_125, 12_500, 50_000]) {
      const short = Math.max(seconds(unit, length), 0.01);
      expect(seconds(unit, 4 * length) / short, `${4 * length} characters against ${length}, which took ${short} s`).toBeLessThan(10);
    }
  });
});

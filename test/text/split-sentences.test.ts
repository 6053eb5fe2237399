// Sentences: where they end, where they do not, and that they cover everything.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { readNote } from '../../src/text/read-note.ts';

const { book } = loadKnowledge();
const split = (text: string): string[] => {
  const { tokens, sentences } = readNote(text, book);
  return sentences.map(({ from, to }) => text.slice(tokens.start[from], tokens.end[to - 1]).trim());
};

describe('ends', () => {
  test.each<[string, string[]]>([
    ['Back pain. She walks.', ['Back pain.', 'She walks.']],
    ['Back pain.She walks.', ['Back pain.', 'She walks.']],
    ['lbp x 3 wks. denies fever.', ['lbp x 3 wks.', 'denies fever.']],
    ['Better today! Any fever? No.', ['Better today!', 'Any fever?', 'No.']],
    ['He said "it hurts." Then he left.', ['He said "it hurts."', 'Then he left.']],
    ['Takes it b.i.d. She sleeps.', ['Takes it b.i.d.', 'She sleeps.']],
    ['Sore.,She walks.,Limps.', ['Sore.,', 'She walks.,', 'Limps.']],
    ['Clear.  , ,On exam he is sore.', ['Clear.  , ,', 'On exam he is sore.']],
    ['PLAN:,1.  Low back pain.,2.  Neck pain.', ['PLAN:,', '1.  Low back pain.,', '2.  Neck pain.']],
    ['IMPRESSION:1. Bulge at L4-5.2. Stenosis.', ['IMPRESSION:', '1. Bulge at L4-5.', '2. Stenosis.']],
    ['A: 1) LBP 2) neck pain (grade 2) 3) gout', ['A:', '1) LBP', '2) neck pain (grade 2)', '3) gout']],
    ['- rest\n- ice\n• heat', ['- rest', '- ice', '• heat']],
    ['sore back\n\nno fever', ['sore back', 'no fever']],
    ['No numbness\nNo weakness', ['No numbness', 'No weakness']],
    ['L4-5: bulge/// L5-S1: normal', ['L4-5: bulge///', 'L5-S1: normal']],
    ['She fell. ?HNP', ['She fell.', '?HNP']],
  ])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));
});

describe('does not end', () => {
  test.each([
    'Dr. Smith saw her vs. a nurse', 'Takes 3.5 mg p.r.n. for pain', 'Level L4.5 e.g. here', 'Pain; no numbness; no weakness', 'Rt. paracentral bulge',
    'possible HNP ? radiculopathy', 'C.SPINE normal', 'approx. 3 weeks', 'pain 6/10, worse at night', 'sore (since 2019.) and stiff',
  ])('%j', (text) => expect(split(text)).toEqual([text]));
});

describe('wrapped lines', () => {
  test('join where the next word would not have fitted', () => {
    expect(split('The patient has had low back pain for the past\nthree weeks and denies any numbness, tingling or\nweakness of the legs.')).toHaveLength(1);
  });

  test('join after a comma or a function word when the next line starts in lower case', () => {
    expect(split('Denies numbness,\ntingling or\nweakness')).toHaveLength(1);
  });

  test('never join a list item or a header', () => {
    expect(split('The patient has low back pain and would like an\n1. MRI')).toHaveLength(2);
    expect(split('The patient has had low back pain for some weeks now and\nPLAN: rest')).toEqual(['The patient has had low back pain for some weeks now and', 'PLAN:', 'rest']);
  });
});

test('labels of an exam keep their words, headers stand alone', () => {
  expect(split('EXAM: Well.BACK:  Tender.')).toEqual(['EXAM:', 'Well.', 'BACK:  Tender.']);
  expect(split('HPI: Sore.LUMBAR AREA: Sore.')).toEqual(['HPI:', 'Sore.', 'LUMBAR AREA: Sore.']);
});

const text = fc.array(fc.constantFrom('PLAN', 'PLAN:', 'Plan:', 'HPI:', 'BACK:', 'pain', 'She', 'L4-5', 'Dr', '.', '. ', ',', ', ', '1.', '2)', '- ', ' ', '\n', '\n\n', '\r\n', '(', ')', '"', '?', '/', 'S:', '**', '😀', 'no', '[NAME]'), { maxLength: 50 })
  .map((parts) => parts.join(''));

test('sections and sentences cover all tokens in order, each sentence inside its section', () => {
  fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (note) => {
    const { tokens, sections, sentences } = readNote(note, book);
    const covers = [sections, sentences].every((ranges) => {
      const ends = ranges.map(({ to }) => to);
      return (ends.at(-1) ?? 0) === tokens.count && ranges.every(({ from, to }, at) => from === (ends[at - 1] ?? 0) && to > from);
    });
    const nested = sentences.every(({ from, to, section }) => sections[section]!.from <= from && to <= sections[section]!.to);
    const headed = sections.every(({ from, to, header }) => !header || (from <= header.from && header.from < header.to && header.to <= to));
    expect({ covers, nested, headed }).toEqual({ covers: true, nested: true, headed: true });
  }), { numRuns: 200 });
});

test.each(['PLAN: ', '- ', '1) ', '. ', 'A/', 'NECK ', 'PLAN\n', '"."', '** ', '(', '.,', 'PLAN('])('hostile repetition of %j stays linear', (part) => {
  const { tokens, sentences } = readNote(part.repeat(Math.ceil(200_000 / part.length)), book);
  expect(sentences.at(-1)!.to).toBe(tokens.count);
}, 3000);

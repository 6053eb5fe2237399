// Tokens: kinds, boundaries and exact offsets on clinical text and on hostile text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/text/tokenize.ts';
import { TOKEN_KIND } from '../../src/types.ts';

const cut = (text: string) => tokenize(text, () => -1);
const words = (text: string): string[] => {
  const tokens = cut(text);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
};
const kinds = (text: string): string[] => {
  const names = Object.keys(TOKEN_KIND);
  return [...cut(text).kind].map((kind) => names[kind]!);
};

describe('boundaries', () => {
  test.each([
    ['L4-5 disc', ['L4', '-', '5', 'disc']],
    ['L5/S1, C5-C6', ['L5', '/', 'S1', ',', 'C5', '-', 'C6']],
    ['s/p c/o b/l R>L 5/5', ['s', '/', 'p', 'c', '/', 'o', 'b', '/', 'l', 'R', '>', 'L', '5', '/', '5']],
    ['L5S1 x 3wks, 2.5cm', ['L5S1', 'x', '3wks', ',', '2.5cm']],
    ['3.5 mg of 1,000 in levels 4,5', ['3.5', 'mg', 'of', '1,000', 'in', 'levels', '4', ',', '5']],
    ['patient’s won\'t \'quoted\'', ['patient’s', "won't", "'", 'quoted', "'"]],
    ['pain.She L4.5 e.g. it', ['pain', '.', 'She', 'L4', '.', '5', 'e', '.', 'g', '.', 'it']],
    ['low\u00a0back\u200bpain\ufeff.', ['low', 'back', 'pain', '.']],
    ['a\r\nb\rc\n\n', ['a', '\r\n', 'b', '\r', 'c', '\n', '\n']],
    ['DIAGNOSES1. Strain', ['DIAGNOSES', '1', '.', 'Strain']],
    ['at L4-5.2. Strain', ['at', 'L4', '-', '5', '.', '2', '.', 'Strain']],
    ['in 2005.2. Strain', ['in', '2005', '.', '2', '.', 'Strain']],
    ['is 8.2. Next', ['is', '8.2', '.', 'Next']],
    ['❤️ 😀\ud800x', ['❤️', '😀', '\ud800', 'x']],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

  test.each([
    ['seen by [**First Name 8** Last Name**] on ___', ['seen', 'by', '[**First Name 8** Last Name**]', 'on', '___']],
    ['[NAME] and <PATIENT 2> [REDACTED]', ['[NAME]', 'and', '<PATIENT 2>', '[REDACTED]']],
    ['[x] [L4] <5 a_b [** open', ['[', 'x', ']', '[', 'L4', ']', '<', '5', 'a', '_', 'b', '[', '*', '*', 'open']],
  ])('marks: %j', (text, expected) => expect(words(text)).toEqual(expected));

  test('kinds', () => {
    expect(kinds("can't 2.5 T12 , \n ___")).toEqual(['word', 'number', 'mixed', 'punctuation', 'newline', 'mark']);
  });

  test('every token but line breaks and marks asks for its id by its norm', () => {
    const asked: string[] = [];
    tokenize('Pain’s – [NAME]\nL4', (norm) => asked.push(norm));
    expect(asked).toEqual(['pain', '-', 'l4']);
  });
});

/** White space and characters of no width, as the tokeniser defines them: no token need cover them. */
const BETWEEN = /^[\s\u0085\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]*$/;
const clinical = fc.array(fc.oneof(
  fc.constantFrom('L4-5', 'pain.', 'She', ' ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u200b', '\ufeff', '[**', '**]', '[NAME]', '___', '😀', '\ud83d', '\u0301', '’s', '1.', 'é', 'ﬁ', 'PLAN:', ',', '/'),
  fc.string({ unit: 'binary', maxLength: 5 }),
), { maxLength: 60 }).map((parts) => parts.join(''));

test('offsets are exact: in order, not overlapping, nothing but white space between', () => {
  fc.assert(fc.property(clinical, (text) => {
    const tokens = cut(text);
    let before = 0;
    for (let at = 0; at < tokens.count; at++) {
      const exact = tokens.start[at]! >= before && tokens.end[at]! > tokens.start[at]! && BETWEEN.test(text.slice(before, tokens.start[at]));
      expect(exact, `token ${at}`).toBe(true);
      before = tokens.end[at]!;
    }
    expect(text.slice(before)).toMatch(BETWEEN);
  }));
});

test.each(['[**', '[', '<AB', '_ ', "a'", '1.', '\u0301', '😀', '\u00ad', 'x1'])('hostile repetition of %j stays linear', (part) => {
  const text = part.repeat(Math.ceil(200_000 / part.length));
  const tokens = cut(text);
  expect(tokens.end[tokens.count - 1] ?? 0).toBeLessThanOrEqual(text.length);
}, 2000);

// Reads the number that stands before a unit of time: "3", "two and a half", "6-8", "three (3)", "a couple of", "half a".
// In: a line and the token after the number. Out: whole units and whether a half comes on top. Vague words give nothing.
import { TOKEN_KIND } from '../types.ts';
import type { Line } from './line.ts';

/** Of a range the lower end: what is surely said. */
export interface Amount { readonly from: number; readonly whole: number; readonly half: boolean; /** "x3": the word that opens it is glued on. */ readonly opened: boolean }

const HYPHEN = '-';
const LONGEST = 400;

/** The amount that ends just before token `end`. */
export function readAmount(line: Line, end: number): Amount | undefined {
  const at = skipBack(line, end - 1, [HYPHEN, 'of']);
  return readHalf(line, at) ?? withRange(line, readBracketed(line, at) ?? readNumber(line, at));
}

const skipBack = (line: Line, at: number, words: readonly string[]): number => {
  let before = at;
  while (before > line.from && words.includes(line.wordAt(before))) before--;
  return before;
};

/** "half a year", "two and a half", "2 1/2". */
function readHalf(line: Line, at: number): Amount | undefined {
  const { half } = line.words.durations;
  const article = line.words.numbers.get(line.wordAt(at)) === 1;
  if (article && half.has(line.wordAt(at - 1))) return { from: at - 1, whole: 0, half: true, opened: false };
  const sign = fractionStart(line, at);
  if (sign === undefined) return undefined;
  const before = skipBack(line, sign - 1, [HYPHEN, 'and', 'a', '&']);
  const number = before >= line.from ? readNumber(line, before) : undefined;
  return number ? { ...number, half: true } : undefined;
}

/** Where "half", "½" or "1/2" starts that ends at token `at`. */
function fractionStart(line: Line, at: number): number | undefined {
  if (line.words.durations.half.has(line.wordAt(at))) return at;
  return line.wordAt(at) === '2' && line.wordAt(at - 1) === '/' && line.wordAt(at - 2) === '1' ? at - 2 : undefined;
}

/** "three (3)". */
function readBracketed(line: Line, at: number): Amount | undefined {
  if (line.wordAt(at) !== ')' || line.wordAt(at - 2) !== '(') return undefined;
  const number = readNumber(line, at - 1);
  const spelled = number && readNumber(line, at - 3);
  return number && { ...number, from: spelled?.from ?? at - 2 };
}

/** "6-8", "six to eight": the lower end. */
function withRange(line: Line, upper: Amount | undefined): Amount | undefined {
  if (!upper || !line.words.durations.ranges.has(line.wordAt(upper.from - 1))) return upper;
  const lower = readNumber(line, upper.from - 2);
  return lower && lower.whole < upper.whole ? lower : upper;
}

function readNumber(line: Line, at: number): Amount | undefined {
  if (at < line.from) return undefined;
  const word = line.wordAt(at);
  if (line.reading.tokens.kind[at] === TOKEN_KIND.number) return numeric(word, at, false);
  if (word.startsWith('x') && word.length > 1 && word.length < 4) return numeric(word.slice(1), at, true);
  const value = line.words.numbers.get(word);
  return value === undefined ? undefined : spelled(line, at, value);
}

function numeric(word: string, from: number, opened: boolean): Amount | undefined {
  const value = Number(word);
  return value >= 0.5 && value <= LONGEST ? { from, whole: Math.floor(value), half: value % 1 >= 0.5, opened } : undefined;
}

/** "twenty-five", "a couple". */
function spelled(line: Line, at: number, value: number): Amount {
  const tensAt = line.wordAt(at - 1) === HYPHEN ? at - 2 : at - 1;
  const tens = line.words.numbers.get(line.wordAt(tensAt)) ?? 0;
  if (value < 10 && tens >= 20) return { from: tensAt, whole: tens + value, half: false, opened: false };
  const led = value > 1 && tens === 1 ? at - 1 : at;
  return { from: led, whole: value, half: false, opened: false };
}

// Cuts a note into tokens: the one place where offsets are born.
// In: the text as received, and the lexicon's norm → id. Out: typed arrays of exact UTF-16 offsets, kinds and norm ids.
// Total and linear: it takes any string whatever, and never looks back. Sections and sentences are not its work.
import { TOKEN_KIND, type Tokens } from '../types.ts';
import { CHARACTER, characterAt, widthAt } from './characters.ts';
import { endOfMark } from './de-identification.ts';
import { endWithoutItem } from './glued-items.ts';
import { normalize } from './normalize.ts';

const APOSTROPHES = "'\u2019\u02bc\u2018";

/**
 * Words ("patient's"), numbers ("2.5", "1,000"), mixed ("L4", "L5S1", "3wks"), single punctuation characters, line breaks
 * (CRLF is one) and de-identification marks ("[**Name**]", "___"). White space and characters of no width give no token.
 */
export function tokenize(text: string, idOf: (norm: string) => number): Tokens {
  const start = new Int32Array(text.length), end = new Int32Array(text.length), norm = new Int32Array(text.length);
  const kind = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const character = characterAt(text, at);
    if (character === CHARACTER.space || character === CHARACTER.glue) { at++; continue; }
    const [to, what] = cut(text, at, character);
    start[count] = at;
    end[count] = to;
    kind[count] = what;
    norm[count] = what === TOKEN_KIND.newline || what === TOKEN_KIND.mark ? -1 : idOf(normalize(text.slice(at, to)));
    count++;
    at = to;
  }
  return { text, count, start: start.slice(0, count), end: end.slice(0, count), norm: norm.slice(0, count), kind: kind.slice(0, count) };
}

type Cut = readonly [end: number, kind: number];

function cut(text: string, at: number, character: number): Cut {
  if (character === CHARACTER.lineBreak) return [text.startsWith('\r\n', at) ? at + 2 : at + 1, TOKEN_KIND.newline];
  if (character === CHARACTER.letter || character === CHARACTER.digit) return cutWord(text, at);
  const mark = endOfMark(text, at);
  return mark > at ? [mark, TOKEN_KIND.mark] : [endOfSign(text, at), TOKEN_KIND.punctuation];
}

/** One sign with the combining marks that hang on it, such as an emoji's variation selector. */
function endOfSign(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (characterAt(text, at) === CHARACTER.mark) at += widthAt(text, at);
  return at;
}

/** A run of letters and digits, with what may stand inside it: an apostrophe before a letter, a decimal point or thousands comma between digits. */
function cutWord(text: string, from: number): Cut {
  let at = from, letters = false, digits = false;
  for (;;) {
    const character = characterAt(text, at);
    if (character === CHARACTER.letter) letters = true;
    else if (character === CHARACTER.digit) digits = true;
    else if (!holdsTogether(text, at, character, letters)) break;
    at += widthAt(text, at);
  }
  const end = digits ? endWithoutItem(text, from, at) : at;
  if (!letters) return [end, TOKEN_KIND.number];
  return [end, digits && end === at ? TOKEN_KIND.mixed : TOKEN_KIND.word];
}

function holdsTogether(text: string, at: number, character: number, letters: boolean): boolean {
  if (character === CHARACTER.mark) return true;
  if (character === CHARACTER.glue) return isWordCharacter(text, at + 1);
  const sign = text[at];
  if (sign === undefined || character === CHARACTER.space) return false;
  if (APOSTROPHES.includes(sign)) return characterAt(text, at + 1) === CHARACTER.letter;
  if (letters) return false;
  if (sign === '.') return isDigit(text, at + 1);
  return sign === ',' && isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
}

const isDigit = (text: string, at: number): boolean => characterAt(text, at) === CHARACTER.digit;

function isWordCharacter(text: string, at: number): boolean {
  const character = characterAt(text, at);
  return character === CHARACTER.letter || character === CHARACTER.digit;
}

// Cuts a note into tokens: the one place where offsets are born.
// In: the text as received, and the lexicon's norm → id. Out: typed arrays of exact UTF-16 offsets, kinds and norm ids.
// Total and linear: it takes any string whatever, and never looks back. Sections and sentences are not its work.
import { TOKEN_KIND, type Tokens } from '../types.ts';
import { CHARACTER, characterAt, isAscii, widthAt } from './characters.ts';
import { endOfMark } from './de-identification.ts';
import { endWithoutItem } from './glued-items.ts';
import { normalize } from './normalize.ts';

const APOSTROPHES = "'\u2019\u02bc\u2018";

/** How the end and the kind of a token travel as one number; a pair for each token would cost a tenth of the time. */
const KINDS = 8;

/**
 * Words ("patient's"), numbers ("2.5", "1,000"), mixed ("L4", "L5S1", "3wks"), single punctuation characters, line breaks
 * (CRLF is one) and de-identification marks ("[**Name**]", "___"). White space and characters of no width give no token.
 * `idIn`, where given, finds the id of an ASCII token in place: what `idOf` gives for its norm, without making a string.
 */
export function tokenize(text: string, idOf: (norm: string) => number, idIn?: (text: string, start: number, end: number) => number): Tokens {
  const most = text.length;
  const start = new Int32Array(most), end = new Int32Array(most), norm = new Int32Array(most);
  const kind = new Uint8Array(most);
  let count = 0;
  for (let at = 0; at < most;) {
    const character = characterAt(text, at);
    if (character === CHARACTER.space || character === CHARACTER.glue) { at++; continue; }
    const cut = cutToken(text, at, character);
    const to = Math.floor(cut / KINDS), what = cut % KINDS;
    start[count] = at;
    end[count] = to;
    kind[count] = what;
    norm[count] = what === TOKEN_KIND.newline || what === TOKEN_KIND.mark ? -1 : idIn && isAscii(text, at, to) ? idIn(text, at, to) : idOf(normalize(text.slice(at, to)));
    count++;
    at = to;
  }
  return { text, count, start: start.slice(0, count), end: end.slice(0, count), norm: norm.slice(0, count), kind: kind.slice(0, count) };
}

function cutToken(text: string, at: number, character: number): number {
  if (character === CHARACTER.lineBreak) return (text.startsWith('\r\n', at) ? at + 2 : at + 1) * KINDS + TOKEN_KIND.newline;
  if (character === CHARACTER.letter || character === CHARACTER.digit) return cutWord(text, at);
  const mark = endOfMark(text, at);
  return mark > at ? mark * KINDS + TOKEN_KIND.mark : endOfSign(text, at) * KINDS + TOKEN_KIND.punctuation;
}

/** One sign with the combining marks that hang on it, such as an emoji's variation selector. */
function endOfSign(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (characterAt(text, at) === CHARACTER.mark) at += widthAt(text, at);
  return at;
}

/** A run of letters and digits, with what may stand inside it: an apostrophe before a letter, a decimal point or thousands comma between digits. */
function cutWord(text: string, from: number): number {
  let at = from, letters = false, digits = false;
  for (;;) {
    const character = characterAt(text, at);
    if (character === CHARACTER.letter) letters = true;
    else if (character === CHARACTER.digit) digits = true;
    else if (!holdsTogether(text, at, character, letters)) break;
    at += widthAt(text, at);
  }
  const end = digits ? endWithoutItem(text, from, at) : at;
  if (!letters) return end * KINDS + TOKEN_KIND.number;
  return end * KINDS + (digits && end === at ? TOKEN_KIND.mixed : TOKEN_KIND.word);
}

function holdsTogether(text: string, at: number, character: number, letters: boolean): boolean {
  if (character === CHARACTER.mark) return true;
  if (character === CHARACTER.glue) return isWordCharacter(text, at + 1);
  if (character === CHARACTER.space) return false;
  const sign = text[at]!;
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

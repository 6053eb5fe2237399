// Cuts a note into tokens: the one place where offsets are born.
// In: the text as received, and the lexicon's norm → id. Out: typed arrays of exact UTF-16 offsets, kinds and norm ids.
// Total and linear: it takes any string whatever, and never looks back. Sections and sentences are not its work.
import { TOKEN_KIND, type Tokens } from '../types.ts';
import { ASCII, CHARACTER, characterAt, isAscii, widthAt } from './characters.ts';
import { endOfMark } from './de-identification.ts';
import { endWithoutItem } from './glued-items.ts';
import { normalize } from './normalize.ts';
import { hashOn, NO_LETTERS, type Vocabulary } from './vocabulary.ts';

const APOSTROPHES = "'\u2019\u02bc\u2018";

/** How the end and the kind of a token travel as one number; a pair for each token would cost a tenth of the time. */
const KINDS = 8;

/** Finds ids in place, without making a string: what `idOf` gives for the norm of an ASCII token. */
type InPlace = Pick<Vocabulary, 'idIn' | 'idAt'>;

/**
 * Words ("patient's"), numbers ("2.5", "1,000"), mixed ("L4", "L5S1", "3wks"), single punctuation characters, line breaks
 * (CRLF is one) and de-identification marks ("[**Name**]", "___"). White space and characters of no width give no token.
 */
export function tokenize(text: string, idOf: (norm: string) => number, inPlace?: InPlace): Tokens {
  const { start, end, norm, kind } = deskFor(text.length);
  const idAt = inPlace?.idAt ?? ((_, word, from, to) => idOf(normalize(word.slice(from, to))));
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const code = text.charCodeAt(at);
    const character = code < 128 ? ASCII[code]! : characterAt(text, at);
    if (character === CHARACTER.space || character === CHARACTER.glue) { at++; count--; continue; }
    start[count] = at;
    if (character === CHARACTER.letter && code < 128) {
      let to = at, hash = NO_LETTERS, next = code;
      do { hash = hashOn(hash, next); next = text.charCodeAt(++to); } while (next < 128 && ASCII[next] === CHARACTER.letter);
      if (endsWord(next)) {
        end[count] = to;
        kind[count] = TOKEN_KIND.word;
        norm[count] = idAt(hash, text, at, to);
        at = to;
        continue;
      }
    }
    const cut = cutToken(text, at, character);
    const to = Math.floor(cut / KINDS), what = cut % KINDS;
    end[count] = to;
    kind[count] = what;
    norm[count] = what === TOKEN_KIND.newline || what === TOKEN_KIND.mark ? -1 : inPlace && isAscii(text, at, to) ? inPlace.idIn(text, at, to) : idOf(normalize(text.slice(at, to)));
    at = to;
  }
  return { text, count, start: start.slice(0, count), end: end.slice(0, count), norm: norm.slice(0, count), kind: kind.slice(0, count) };
}

/** Nothing follows a run of letters that could belong to the word: the end of the text, or ASCII that is no digit and no apostrophe. */
const endsWord = (next: number): boolean => next < 128 ? ASCII[next] !== CHARACTER.digit && next !== QUOTE : Number.isNaN(next);

const QUOTE = "'".charCodeAt(0);

type Desk = Pick<Tokens, 'start' | 'end' | 'norm' | 'kind'>;
const newDesk = (size: number): Desk => ({ start: new Int32Array(size), end: new Int32Array(size), norm: new Int32Array(size), kind: new Uint8Array(size) });
const ORDINARY = 1 << 16;
const ordinaryDesk = newDesk(ORDINARY);

/** Room to work in, cut to size at the end. Notes of ordinary length share one: making room anew for each took a third of the time. */
const deskFor = (length: number): Desk => length <= ORDINARY ? ordinaryDesk : newDesk(length);

function cutToken(text: string, at: number, character: number): number {
  if (character === CHARACTER.lineBreak) return (text.startsWith('\r\n', at) ? at + 2 : at + 1) * KINDS + TOKEN_KIND.newline;
  if (character === CHARACTER.letter || character === CHARACTER.digit) return cutWord(text, at);
  const mark = endOfMark(text, at);
  return mark > at ? mark * KINDS + TOKEN_KIND.mark : endOfSign(text, at) * KINDS + TOKEN_KIND.punctuation;
}

/** One sign with the combining marks that hang on it, such as an emoji's variation selector. */
function endOfSign(text: string, from: number): number {
  let at = from + widthAt(text, from);
  if (text.charCodeAt(at) < 128) return at;
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

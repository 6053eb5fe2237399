// What one character is, for the tokeniser: white space, letter, digit, line break or anything else.
// In: a text and a position in UTF-16 code units. Out: a class. Knows Unicode, knows nothing of words or medicine.

/** `glue` has no width and holds a word together (soft hyphen, joiners, combining marks); alone it is no word. */
export const CHARACTER = { space: 0, letter: 1, digit: 2, glue: 3, mark: 4, lineBreak: 5, other: 6 } as const;
export type Character = (typeof CHARACTER)[keyof typeof CHARACTER];

const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const COMBINING = /^\p{M}$/u;
const SPACE = /^[\s\u0085\u180e\u200b\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069\ufeff]$/u;
const GLUE = /^[\u00ad\u200c\u200d\u2060]$/u;

const FIRST_EMOJI = 0x1f300;
const LAST_EMOJI = 0x1faff;

/** The classes of ASCII by character code. */
export const ASCII = Uint8Array.from({ length: 128 }, (_, code) => classOfAscii(code));

/** The class of the character that starts at `at`; past the end it is white space. A lone surrogate is `other`. */
export function characterAt(text: string, at: number): Character {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code]! as Character;
  if (at >= text.length) return CHARACTER.space;
  const wide = text.codePointAt(at)!;
  return wide >= FIRST_EMOJI && wide <= LAST_EMOJI ? CHARACTER.other : classOfWide(String.fromCodePoint(wide));
}

/** Whether all characters of a stretch are ASCII. */
export function isAscii(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) >= 128) return false;
  return true;
}

/** How many UTF-16 code units the character at `at` takes: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function classOfAscii(code: number): Character {
  if (code === 10 || code === 13) return CHARACTER.lineBreak;
  if (code === 32 || (code >= 9 && code <= 12)) return CHARACTER.space;
  if (code >= 48 && code <= 57) return CHARACTER.digit;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 && code >= 65 ? CHARACTER.letter : CHARACTER.other;
}

function classOfWide(character: string): Character {
  if (LETTER.test(character)) return CHARACTER.letter;
  if (GLUE.test(character)) return CHARACTER.glue;
  if (SPACE.test(character)) return CHARACTER.space;
  if (COMBINING.test(character)) return CHARACTER.mark;
  return DIGIT.test(character) ? CHARACTER.digit : CHARACTER.other;
}

// Tells the marks that de-identification leaves in a text, so that no name, date or blank in them is ever read as words.
// In: a text and a position. Out: where the mark that starts there ends. Looks a bounded way ahead, so it stays linear.

const LONGEST = 160;
const BLANK = '_'.charCodeAt(0), SQUARE = '['.charCodeAt(0), ANGLE = '<'.charCodeAt(0);
const CLOSE: Readonly<Record<string, string>> = { '[': ']', '<': '>' };

/** The end of the mark at `at` ("[**Name**]", "___", "[NAME]", "[DATE 2]", "<PATIENT>"), or `at` itself where none starts. */
export function endOfMark(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== BLANK && code !== SQUARE && code !== ANGLE) return at;
  const first = text[at];
  if (first === '_') return endOfBlank(text, at);
  const close = first === undefined ? undefined : CLOSE[first];
  return close === undefined ? at : endOfBracketed(text, at, close);
}

function endOfBlank(text: string, at: number): number {
  let to = at;
  while (text[to] === '_') to++;
  return to - at > 1 ? to : at;
}

function endOfBracketed(text: string, at: number, close: string): number {
  const ahead = text.slice(at, at + LONGEST);
  if (ahead.startsWith('[**')) {
    const closing = ahead.indexOf('**]', 3);
    return closing < 0 ? at : at + closing + 3;
  }
  const closing = ahead.indexOf(close);
  return closing > 0 && isPlaceholder(ahead.slice(1, closing)) ? at + closing + 1 : at;
}

/** Upper-case words that begin with two letters at least: "NAME", "DATE 2", never "L4" or "X". */
function isPlaceholder(inside: string): boolean {
  return inside.length <= 40 && /^[A-Z]{2}[A-Z0-9 _/:*-]*$/.test(inside);
}

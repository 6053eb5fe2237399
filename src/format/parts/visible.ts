// Text of a note made safe and measurable for a terminal or a table cell.
// A note may hold escape sequences and other control characters: they are shown as pictures, never sent on.

/** Control characters become their Unicode pictures (ESC → ␛); line breaks and tabs become a space. One output unit per input unit. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, pictureOf);
}

function pictureOf(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit === 9 || unit === 10 || unit === 13 || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return ' ';
  if (unit < 32) return String.fromCharCode(0x2400 + unit);
  return unit === 127 ? '\u2421' : '\ufffd';
}

/** Words of the note as a quotation on one line: white space collapsed, control characters shown. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const PAINT = /\u001b\[[0-9;]*m/g;

/** Terminal cells that a string takes; our own colour sequences take none. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text.replace(PAINT, '')) width += cellsOf(character);
  return width;
}

function cellsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

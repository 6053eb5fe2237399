// JSON text in, the same JSON out, with the characters escaped that some readers take for line ends.
const SEPARATORS = /[\u0085\u2028\u2029]/g;

/** Escapes NEL, LS and PS, so that a line of JSON is one line for every reader. */
export function escapeLineSeparators(jsonText: string): string {
  return jsonText.replace(SEPARATORS, (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

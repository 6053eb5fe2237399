// Cells as one line of CSV (RFC 4180, CRLF). In: strings and numbers. Out: the line.
// Not its job: which columns there are.

/** What a spreadsheet would take for a formula. A plain number such as "-5" is none. */
const FORMULA = /^[=+\-@\t\r](?![\d.,]*$)/;

/** Quotes where needed. With `guard`, text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number)[], { guard }: { readonly guard: boolean }): string {
  return `${cells.map((cell) => quote(guard && typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell))).join(',')}\r\n`;
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

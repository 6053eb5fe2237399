// Offsets in, line and column out: for people, on demand. Lines end at LF, CRLF or CR.
// Not its job: offsets themselves, which stay UTF-16 code units into the note as received.

/** A place for people: both count from 1, the column in UTF-16 code units. */
export interface Place { readonly line: number; readonly column: number }

/** The offset at which each line of the text starts. */
export function indexLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const crOfCrlf = unit === 13 && text.charCodeAt(at + 1) === 10;
    if (unit === 10 || (unit === 13 && !crOfCrlf)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset, by binary search in the line starts. */
export function locate(lineStarts: readonly number[], offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** `12:5`, the short form of a place. */
export function placeName(lineStarts: readonly number[], offset: number): string {
  const { line, column } = locate(lineStarts, offset);
  return `${line}:${column}`;
}

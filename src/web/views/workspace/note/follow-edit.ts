// Text that changed under marks that have not: where two texts differ, and marks carried over from one to the other.
// In: texts, spans. Out: offsets. It reads no meaning into either.

/** The stretch by which two texts differ: both begin alike up to `from`; the old one goes on alike from `oldTo`, the new one from `newTo`. */
export interface Difference { readonly from: number; readonly oldTo: number; readonly newTo: number }

/** The smallest single stretch that turns one text into the other. */
export function differ(old: string, fresh: string): Difference {
  const shorter = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === fresh.charCodeAt(from)) from++;
  let same = 0;
  while (same < shorter - from && old.charCodeAt(old.length - 1 - same) === fresh.charCodeAt(fresh.length - 1 - same)) same++;
  return { from, oldTo: old.length - same, newTo: fresh.length - same };
}

/** Spans of the old text that the difference does not touch, at their places in the new one. */
export function carryOver<Placed extends { readonly start: number; readonly end: number }>(spans: readonly Placed[], { from, oldTo, newTo }: Difference): readonly Placed[] {
  if (from === oldTo && oldTo === newTo) return spans;
  const shift = newTo - oldTo;
  return spans.flatMap((span) => {
    if (span.end <= from) return [span];
    return span.start >= oldTo ? [{ ...span, start: span.start + shift, end: span.end + shift }] : [];
  });
}

/**
 * What a text field gave back (its line ends are LF) → the note with that change, every other line end as it was.
 * "a\r\nb" edited to "a\nbc" gives "a\r\nbc".
 */
export function takeEdit(note: string, field: string): string {
  if (!note.includes('\r')) return field;
  const shown = note.replace(/\r\n?/g, '\n');
  const { from, oldTo, newTo } = differ(shown, field);
  const inNote = placesIn(note);
  return note.slice(0, inNote(from)) + field.slice(from, newTo) + note.slice(inNote(oldTo));
}

/** Offset in the shown text → offset in the note: each CRLF before it adds one. */
function placesIn(note: string): (shown: number) => number {
  const pairs: number[] = [];
  for (let at = note.indexOf('\r\n'); at >= 0; at = note.indexOf('\r\n', at + 2)) pairs.push(at - pairs.length);
  return (shown) => shown + pairs.filter((at) => at < shown).length;
}

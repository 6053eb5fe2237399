// Which line a place in a stream of bytes is on. In: the bytes as they come, then offsets in rising order. Out: lines, from 1.
// Bytes that were passed are let go.

export interface LineCounter {
  push(piece: Uint8Array): void;
  /** The line on which the next record begins (blank lines before it passed over), when it ends at `offset`; counting goes on from there. */
  passRecord(offset: number): number;
}

const FEED = 10;
const RETURN = 13;

/** A counter at the first byte. */
export function createLineCounter(): LineCounter {
  const pieces: Uint8Array[] = [];
  let [at, line, within] = [0, 1, 0];
  const next = (): number | undefined => {
    while (pieces[0] && within >= pieces[0].length) {
      pieces.shift();
      within = 0;
    }
    return pieces[0]?.[within];
  };
  const step = (byte: number): void => {
    if (byte === FEED) line++;
    within++;
    at++;
  };
  return {
    push: (piece) => { pieces.push(piece); },
    passRecord(offset) {
      for (let byte = next(); at < offset && (byte === FEED || byte === RETURN); byte = next()) step(byte);
      const begins = line;
      for (let byte = next(); at < offset && byte !== undefined; byte = next()) step(byte);
      return begins;
    },
  };
}

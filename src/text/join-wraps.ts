// A line break inside a sentence only wraps its line: from here on it is white space, so that a note reads the same at any width.
// In: a reading. Out: the same without those tokens, sentences and sections on the new indexes. Offsets stay, for no text is touched.
import { TOKEN_KIND, type Range, type Reading, type Section, type Tokens } from '../types.ts';
import { isBreak } from './layout.ts';

/** The reading without the line breaks inside its sentences; those at the end of a sentence stay. */
export function joinWraps(reading: Reading): Reading {
  const { tokens, sections, sentences } = reading;
  const places = placesAfter(reading);
  if (places[tokens.count] === tokens.count) return reading;
  const move = <T extends Range>(range: T): T => ({ ...range, from: places[range.from]!, to: places[range.to]! });
  return {
    tokens: keepTokens(tokens, places),
    sections: sections.map((section): Section => section.header ? { ...move(section), header: move(section.header) } : move(section)),
    sentences: sentences.map(move),
  };
}

/** Token index → index when the line breaks inside sentences are gone; one entry more than there are tokens. */
function placesAfter({ tokens, sentences }: Reading): Int32Array {
  const places = new Int32Array(tokens.count + 1);
  let next = 0;
  for (const { from, to } of sentences) {
    let last = to;
    while (last > from && isBreak(tokens, last - 1)) last--;
    for (let at = from; at < to; at++) {
      places[at] = next;
      if (at >= last || tokens.kind[at] !== TOKEN_KIND.newline || at === from) next++;
    }
  }
  places[tokens.count] = next;
  return places;
}

function keepTokens(tokens: Tokens, places: Int32Array): Tokens {
  const count = places[tokens.count]!;
  const start = new Int32Array(count), end = new Int32Array(count), norm = new Int32Array(count), kind = new Uint8Array(count);
  for (let at = 0; at < tokens.count; at++) {
    const to = places[at]!;
    if (places[at + 1] === to) continue;
    start[to] = tokens.start[at]!;
    end[to] = tokens.end[at]!;
    norm[to] = tokens.norm[at]!;
    kind[to] = tokens.kind[at]!;
  }
  return { text: tokens.text, count, start, end, norm, kind };
}

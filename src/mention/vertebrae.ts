// Reads one word as vertebrae: "l4", "t12l1", "l45". In: a norm and the regions of the spine. Out: vertebrae, or nothing.
// Which letters and numbers there are is said in lexicons/recognisers.json.
import type { Region, Words } from './words.ts';

/** One vertebra, or a nerve root named like one (C8); `written` is its letter as the note has it, with the number ("d12"). */
export interface Vertebra { readonly region: Region; readonly number: number; readonly written: string }

type Levels = Words['levels'];

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

function endOfRun(word: string, from: number, inside: (character: string) => boolean): number {
  let at = from;
  while (at < word.length && inside(word.charAt(at))) at++;
  return at;
}

/** Vertebrae of a word made of letters and digits in turn; nothing when any part of it is something else. */
export function readVertebrae(word: string, levels: Levels): readonly Vertebra[] {
  const vertebrae: Vertebra[] = [];
  for (let at = 0; at < word.length;) {
    const digits = endOfRun(word, at, (character) => !isDigit(character));
    const end = endOfRun(word, digits, isDigit);
    const read = readPart(word.slice(at, digits), word.slice(digits, end), levels);
    if (!read.length) return [];
    vertebrae.push(...read);
    at = end;
  }
  return vertebrae;
}

/** One letter with its digits: one vertebra, or two glued ones ("l45") where the region allows it. */
function readPart(letter: string, digits: string, levels: Levels): readonly Vertebra[] {
  const region = levels.byLetter.get(letter);
  if (!region || !digits || digits.length > 2) return [];
  const one = vertebraOf(region, letter, Number(digits));
  if (one) return [one];
  const upper = vertebraOf(region, letter, Number(digits.charAt(0)));
  const lower = upper && digits.length === 2 ? followerOf(upper, Number(digits.charAt(1)), levels) : undefined;
  return region.glued && upper && lower && spaceBetween(upper, lower, levels) === 1 ? [upper, lower] : [];
}

function vertebraOf(region: Region, letter: string, number: number): Vertebra | undefined {
  return number >= 1 && number <= Math.max(region.vertebrae, region.roots) ? { region, number, written: letter + number } : undefined;
}

/** The vertebra that a bare number after another one means: "L4-5" → L5, "L5-1" → S1. */
export function followerOf({ region, number: last, written }: Vertebra, number: number, levels: Levels): Vertebra | undefined {
  if (number >= last && number <= region.vertebrae) return vertebraOf(region, written.charAt(0), number);
  const next = levels.regions[region.index + 1];
  return next && number === 1 && last === region.vertebrae ? vertebraOf(next, next.letter.toLowerCase(), 1) : undefined;
}

const nameOf = ({ region, number }: Vertebra): string => region.letter + number;

/** Its number from the top of the spine; NaN for a root without a vertebra. */
function placeOf({ region, number }: Vertebra, levels: Levels): number {
  return number > region.vertebrae ? Number.NaN : levels.regions.slice(0, region.index).reduce((count, { vertebrae }) => count + vertebrae, number);
}

/** How many vertebrae lower the second stands; NaN where one of them is a root without a vertebra. */
export const spaceBetween = (upper: Vertebra, lower: Vertebra, levels: Levels): number => placeOf(lower, levels) - placeOf(upper, levels);

/** The values of a single vertebra or of all disc spaces from one vertebra to another; fused ones are given as vertebrae. */
export function valuesOf(upper: Vertebra, lower: Vertebra | undefined, levels: Levels): readonly string[] {
  if (!lower) return [nameOf(upper)];
  const distance = spaceBetween(upper, lower, levels);
  if (distance === -1) return valuesOf(lower, upper, levels);
  if (!(distance >= 1)) return distance === 0 ? [] : [nameOf(upper), nameOf(lower)];
  const values: string[] = [];
  for (let at = upper; ;) {
    const next = at.number < at.region.vertebrae ? { ...at, number: at.number + 1 } : followerOf(at, 1, levels);
    if (!next) return values;
    values.push(...(at.number <= at.region.discs ? [`${nameOf(at)}-${nameOf(next)}`] : [nameOf(at), nameOf(next)]));
    if (nameOf(next) === nameOf(lower)) return [...new Set(values)];
    at = next;
  }
}

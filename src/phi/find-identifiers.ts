// A text → the places that seem to identify a patient. A tripwire, not a de-identifier: it knows a few patterns and misses the rest.
// In: text and Knowledge. Out: categories and offsets, in order, none overlapping. Not its job: what is done about them.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { normalize } from '../text/normalize.ts';
import { detectAddresses } from './detect-addresses.ts';
import { detectDates } from './detect-dates.ts';
import { detectNames } from './detect-names.ts';
import { detectNumbers } from './detect-numbers.ts';
import type { Detector, Identifier } from './identifier.ts';

const detectorsOf = new WeakMap<Knowledge, readonly Detector[]>();

/** Every place; of two that overlap, the second begins where the first ends. */
export function findIdentifiers(text: string, knowledge: Knowledge): readonly Identifier[] {
  let detectors = detectorsOf.get(knowledge);
  if (!detectors) detectorsOf.set(knowledge, detectors = compileDetectors(knowledge));
  const found: Identifier[] = [];
  for (const detect of detectors) detect(text, (identifier) => { found.push(identifier); });
  return withoutOverlap(found.sort((one, other) => one.start - other.start || other.end - one.end));
}

function withoutOverlap(sorted: readonly Identifier[]): readonly Identifier[] {
  const apart: Identifier[] = [];
  let covered = 0;
  for (const { category, start, end } of sorted) {
    if (end <= covered) continue;
    apart.push({ category, start: Math.max(start, covered), end });
    covered = end;
  }
  return apart;
}

function compileDetectors({ phi, words, vocabulary }: Knowledge): readonly Detector[] {
  const isKnown = (word: string): boolean => vocabulary.idOf(normalize(word)) >= 0;
  return [detectNumbers(phi), detectAddresses(phi), detectDates(phi, Object.keys(words.months)), detectNames(phi, isKnown)];
}

// What the tripwire says of a place in a text, and what a detector is. Categories and offsets only; never the words.
import type { PhiCategory } from '../lexicon/schema-phi.ts';

/** UTF-16 offsets, half-open, into the text as received. */
export interface Identifier { readonly category: PhiCategory; readonly start: number; readonly end: number }

/** Reads a text once, in time that grows with its length, and tells every place of its categories. */
export type Detector = (text: string, tell: (identifier: Identifier) => void) => void;

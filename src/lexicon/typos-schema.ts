// The shape of lexicons/typos.json: what may be taken for a slip of the pen or of the ear, and what may not.
import * as z from 'zod';
import { MENTION_AXES } from '../types.ts';

const words = z.array(z.string().regex(/^[a-z]+$/, 'a word is lower-case letters'));

export const typosSchema = z.strictObject({
  /** Mention axes whose words may be meant. */
  axes: z.array(z.enum(MENTION_AXES)).min(1),
  /** Fewest letters of a word that is corrected. */
  least: z.number().int().min(4),
  /** Edits allowed from so many letters on, fewest letters first: to a word with the same first letter (`written`), to a word of the same sound (`heard`). */
  edits: z.array(z.strictObject({ letters: z.number().int(), written: z.number().int(), heard: z.number().int() })).min(1),
  /** Word endings of English and Latin: two words that differ in these alone are two forms of one word, not a slip. */
  endings: words,
  /** Beginnings of words, likewise: "prevertebral" is no slip for "paravertebral". */
  beginnings: words,
  /** Words heard wrongly: an ordinary word that means one of ours only where it makes a longer form with its neighbours ("lumber spine"). */
  heard: z.record(z.string(), z.string()),
  /** Clinical words and names, kept by hand, that lie near ours and are never corrected; several in a line, with blanks between. */
  clinical: z.array(z.string()),
  /** Ordinary words that lie near ours and are never corrected, by first letter, with blanks between; written by `npm run typos -- --update`. */
  ordinary: z.record(z.string(), z.string()),
});

export type Typos = z.infer<typeof typosSchema>;

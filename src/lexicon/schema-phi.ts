// The shape of lexicons/phi.json: the words of the tripwire for identifiers of patients. First ring of validation, like schema.ts.
import * as z from 'zod';

/** What the tripwire tells apart. */
export const PHI_CATEGORIES = ['ssn', 'record', 'phone', 'email', 'url', 'address', 'birth-date', 'age', 'name'] as const;

const words = z.array(z.string().min(1)).min(1);
const example = z.strictObject({ hits: words, misses: words });

/** Words, never regular expressions; src/phi/ computes the rest. */
export const phiSchema = z.strictObject({
  note: z.string(),
  /** Words before a number that make it one of the category. */
  ssnCues: words, recordCues: words, phoneCues: words, birthCues: words,
  /** After a number or before it: it is an age; `ageGroups` after it: it names a group, not a person. */
  ageUnits: words, ageLeads: words, ageGroups: words,
  /** Before a name; `labels` with a colon, `bareLabels` only where no other word stands before them ("Model Name:" labels no person). */
  titles: words, labels: words, bareLabels: words,
  /** Stand where a name stood and are none; words that follow a title or label and are none. */
  placeholders: words, notNames: words,
  /** Words that begin so stand for a name, whatever follows ("XYZPAST"). */
  stems: words,
  streets: words, states: words,
  /** Run by a test, category by category. */
  examples: z.record(z.enum(PHI_CATEGORIES), example),
});
export type PhiWords = z.infer<typeof phiSchema>;
export type PhiCategory = (typeof PHI_CATEGORIES)[number];

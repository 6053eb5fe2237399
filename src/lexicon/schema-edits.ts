// The shape of the lexicon files behind edits and audits: what each edit says, codes of other systems, and codes that are often misread.
import * as z from 'zod';

/** The checks of a chosen list of codes; each has its words in edits.json. */
export const EDIT_KINDS = [
  'malformed-code', 'foreign-code', 'expired-code', 'not-yet-valid', 'missing-7th-character', 'header-code', 'invalid-code', 'not-checked',
  'duplicate', 'excludes1', 'excludes2', 'manifestation', 'code-first', 'use-additional', 'symptom-with-diagnosis', 'combination-code', 'unspecified-side',
  'bilateral-plus-unilateral', 'bilateral-code-exists', 'external-cause-first', 'pain-code-first', 'pain-code-not-first', 'over-twelve',
  'uncertain-outpatient', 'imaging-only', 'misread-code',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Codes to audit, maybe against a note. */
const chosen = z.strictObject({ codes: z.array(z.string()).min(1), note: z.string().optional(), date: z.string().optional(), setting: z.enum(['outpatient', 'inpatient']).optional() });

export const editsSchema = z.strictObject({
  /** Places in braces are filled: {code}, {other}, {note} … */
  edits: z.record(z.enum(EDIT_KINDS), z.strictObject({
    severity: z.enum(['error', 'warning', 'information']), says: z.string().min(1), fix: z.string().min(1), source: z.string().min(1),
    hits: z.array(chosen).min(1), misses: z.array(chosen).min(1),
  })),
  /** Words by which a note asks for a code only where there is something to code. */
  optional: z.array(z.string()),
  /** The words of official titles that tell a side. */
  sides: z.strictObject({ unspecified: z.array(z.string()), right: z.array(z.string()), left: z.array(z.string()), bilateral: z.array(z.string()) }),
  /** Codes of external causes, and pain codes with an order of their own, as notes write codes. */
  externalCauses: z.string(), painCodes: z.string(),
  claimLimit: z.number().int(),
});

/** Codes that circulate for something they do not mean; `title` where no family of lumbago has the code. */
export const misreadSchema = z.strictObject({
  misread: z.array(z.strictObject({ code: z.string(), title: z.string().optional(), taken: z.string(), because: z.string(), instead: z.array(z.string()).min(1), source: z.string() })),
});

export const foreignSchema = z.strictObject({
  systems: z.array(z.strictObject({
    id: z.string(), label: z.string(), because: z.string(),
    codes: z.array(z.strictObject({ code: z.string(), title: z.string(), instead: z.array(z.string()).min(1) })),
  })),
});

export type Edits = z.infer<typeof editsSchema>;
export type MisreadCode = z.infer<typeof misreadSchema>['misread'][number];
export type CodeSystem = z.infer<typeof foreignSchema>['systems'][number];

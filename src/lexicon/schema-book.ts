// The shape of the lexicon files that carry the code set itself: lexicons/tabular/ (headers and printed notes) and alphabetic-index.json,
// and the words of looking things up in it (search.json).
// The first two are written by scripts/ from official files; billable codes and their titles are in lexicons/codes/.
import * as z from 'zod';

const lines = z.array(z.string().min(1)).min(1).optional();

/** One entry of the Tabular List; the title of a billable code is in its family. Note kinds have the names of the official XML. */
const tabularEntrySchema = z.strictObject({
  code: z.string(), title: z.string().optional(), level: z.enum(['chapter', 'block']).optional(), range: z.tuple([z.string(), z.string()]).optional(),
  includes: lines, inclusionTerm: lines, excludes1: lines, excludes2: lines, codeFirst: lines, useAdditionalCode: lines, codeAlso: lines, notes: lines, sevenChrNote: lines,
  sevenths: z.record(z.string(), z.string()).optional(),
});
/** `basis`: the release of the official file it was written from. */
export const tabularSchema = z.strictObject({ basis: z.string(), entries: z.array(tabularEntrySchema) });

const indexTermSchema = z.strictObject({
  term: z.string(), modifiers: z.string().optional(), code: z.string().optional(), see: z.string().optional(), seeAlso: z.string().optional(),
  get terms() { return z.array(indexTermSchema).optional(); },
});
/** Main terms with their subterms; a code may end in "-" where more characters are needed. */
export const indexSchema = z.strictObject({ terms: z.array(indexTermSchema) });

/** The codes meant by notes that name none ("see injury of spine by body region"): `codes` are codes or ranges as notes write them. */
export const readingsSchema = z.strictObject({
  readings: z.array(z.strictObject({ at: z.string(), note: z.string(), codes: z.array(z.string()).min(1), source: z.string() })),
});

const words = z.array(z.string().min(1));
/**
 * Words of `lumbago search`: `ignored` ones carry nothing, `light` ones cost nothing where a title or an index line has them and the
 * question has not, `residual` ones ("other", "specified") cost little; `passed` are parts of cross-references that name no term ("by site"); words or phrases of one group in `alike` find each other.
 */
export const searchSchema = z.strictObject({ ignored: words, light: words, residual: words, passed: words, alike: z.array(words.min(2)) });

export type SearchWords = z.infer<typeof searchSchema>;
export type TabularReading = z.infer<typeof readingsSchema>['readings'][number];
export type TabularLine = z.infer<typeof tabularEntrySchema>;
export type IndexTerm = z.infer<typeof indexTermSchema>;

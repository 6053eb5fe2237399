// The shape of lexicons/recognisers.json: the word lists of recognisers (numbers, units, ranges) in src/mention/.
// First ring of validation, like schema.ts.
import * as z from 'zod';
import { slug } from './schema.ts';

const words = z.array(z.string().min(1));
const levelNames = z.array(z.string().regex(/^[a-z]\d{1,2}$/, 'a level is written like "l4"'));

/** Word lists of the recognisers in src/mention/: words or short forms on norms, never regular expressions. */
export const recognisersSchema = z.strictObject({
  /** Number words; "a" and "couple" are numbers too. */
  numbers: z.record(z.string(), z.number().int().min(1)),
  months: z.record(z.string(), z.number().int().min(1).max(12)),
  levels: z.strictObject({
    /** Regions from the top: letters that name it, number of vertebrae, of nerve roots, and of discs below its vertebrae. */
    regions: z.array(z.strictObject({ letters: words, vertebrae: z.number().int(), roots: z.number().int(), discs: z.number().int(), glued: z.boolean().optional() })),
    /** Between two vertebrae: `joins` make a disc space or a run, `over` a disc space of neighbours only, `lists` a new level. */
    joins: words, over: words, lists: words,
    /** After a bare number: it was a measure, not a level. */
    measures: words,
    /** A group made of these levels alone is none where one of `words` stands within that many tokens (0: in the sentence), `unless` one of those does. */
    traps: z.array(z.strictObject({ id: slug, levels: levelNames, words, within: z.number().int(), unless: words.optional(), example: z.string() })),
    /** A group made of these levels alone counts only where one of `words` stands in the sentence; `least` is its smallest size. */
    needs: z.array(z.strictObject({ id: slug, levels: levelNames, least: z.number().int(), words, example: z.string() })),
  }),
  durations: z.strictObject({
    /** Unit words → ISO 8601 designator and what half a unit is in days (D), months (M) or years (Y); `times` such units make one. */
    units: z.record(z.string(), z.strictObject({ iso: z.enum(['D', 'W', 'M', 'Y']), half: z.string(), times: z.number().int().min(2).optional() })),
    half: words, ranges: words, fillers: words,
    /** Before a number: the words that make it a duration; `spans` do so before any opener ("the past"). */
    openers: words, spans: words,
    /** Openers that take a figure only ("x 3 weeks", but "four times a day"), and the articles that are no figure. */
    counters: words, articles: words,
    /** After the unit: what makes it a duration ("ago"), and what makes it none ("old", "later"). */
    closers: words, rejects: words,
    /** Words before "for …" that make it a treatment's time, not the problem's. */
    treatments: words,
    /** Before a date: `since` always, `started` after a complaint; `leads` may stand between ("early", "the second week of"); `dates` lead from an event to its date. */
    since: words, started: words, leads: words, dates: words, last: words,
    /** Times told from the day of the note: "yesterday" → P1D; weekdays from Sunday, 0. */
    relative: z.record(z.string(), z.string()), weekdays: z.record(z.string(), z.number().int().min(0).max(6)),
    holidays: z.record(z.string(), z.strictObject({ month: z.number().int(), day: z.number().int().optional() })),
    /** Ends of a figure that counts ("3rd"), and words that do ("third"). */
    suffixes: words, ordinals: z.record(z.string(), z.number().int()),
  }),
  sides: z.strictObject({ letters: z.record(z.string(), z.enum(['left', 'right'])), both: words, pairs: words, plurals: words }),
  radiation: z.strictObject({
    /** Targets along each limb, nearest first; `whole`, one of the parts, is the limb itself, which yields to a part named after it. */
    limbs: z.array(z.strictObject({ whole: slug, parts: z.array(slug) })),
    extents: z.record(slug, slug),
    /** Part → the part that "below" it is. */
    beyond: z.record(slug, slug), beyondWords: words,
    /** Words that may stand between a verb and its target or between two targets; only `directions` lead to a first target, `origins` to where the pain comes from. */
    path: words, directions: words, origins: words, barriers: words,
    /** Symptoms that spread like pain does; words of a sentence that speaks of another radiation. */
    carried: z.array(slug), strangers: words,
    /** Words right before the noun that show which radiation is meant. */
    leads: words,
  }),
  /** Weak forms: how many tokens from the spine they may stand, and the classes of stop words that may not lie between. */
  weak: z.strictObject({ near: z.number().int(), stops: z.array(slug) }),
  signal: z.strictObject({
    weightings: z.record(z.string(), z.enum(['t1', 't2'])), intensities: z.record(z.string(), z.enum(['low', 'iso', 'high'])),
    places: words, values: z.array(z.strictObject({ t1: words, t2: words, value: slug })),
  }),
  /** Status of a test, most telling first: a word `before` it or `after` it within so many tokens. */
  imaging: z.strictObject({
    statuses: z.array(z.strictObject({ status: slug, before: words, after: words, within: z.number().int() })),
    usual: slug, leads: words,
  }),
});

export type Recognisers = z.infer<typeof recognisersSchema>;

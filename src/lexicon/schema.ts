// The shape of every lexicon file, as zod schemas; the TypeScript types of the rooms above are inferred from them.
// First ring of validation: strict objects, no unknown keys. What needs several files is in check.ts.
import * as z from 'zod';
import { MENTION_AXES, QUERY_AXES, SECTION_ROLES } from '../types.ts';
import { expandForms, unknownClasses } from './word-classes.ts';

const id = z.string().regex(/^[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9-]*)+$/, 'an id is lower-case kebab words joined by dots, like "problem.low-back-pain"');
export const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'a value is a kebab-case word or a level');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a date is YYYY-MM-DD');
const examples = z.array(z.string().min(1)).min(1);
const forms = z.array(z.string().min(1)).min(1);

/** A concept: its forms are words (never regular expressions), matched on norms; hits and misses are run through the real pipeline. */
export const conceptSchema = z.strictObject({
  id,
  value: slug,
  label: z.string().min(1),
  forms,
  hits: examples,
  misses: examples,
  attributes: z.record(z.string(), z.string()).optional(),
  /** Problem or symptom: what it is a kind of (a more exact problem swallows the more general one). */
  isA: z.array(slug).optional(),
  /** Problem: symptoms that are integral to it and not coded beside it (guideline I.B.5). */
  integral: z.array(slug).optional(),
  /** Problem or symptom: the name itself carries this site ("lumbago" says low-back). */
  site: slug.optional(),
  /** Site: the problem that pain at this site is ("low-back" → low-back-pain). */
  pain: slug.optional(),
  /** Symptom: pain words that take their problem from the site they stand at. */
  sited: z.boolean().optional(),
  /** Site: a part of the spine; weak forms need one of these, or a level, near them. */
  spinal: z.boolean().optional(),
  /** Forms that mean this only where a spinal level or spinal site stands by them ("stenosis" at L4-5, "bulge"). */
  weak: forms.optional(),
  /** Forms in which its words mean something else ("left the hospital"): they swallow its mentions inside them. */
  except: forms.optional(),
  note: z.string().optional(),
  source: z.string().optional(),
});
export const termsSchema = z.strictObject({ axis: z.enum(MENTION_AXES), concepts: z.array(conceptSchema).min(1) });

const assertionPart = z.strictObject({
  polarity: z.enum(['present', 'absent']).optional(),
  certainty: z.enum(['certain', 'possible']).optional(),
  time: z.enum(['current', 'past', 'planned']).optional(),
  subject: z.enum(['patient', 'family', 'other']).optional(),
});

/** An operator: `within` counts tokens, 0 means to the end of the sentence; `stops` are the classes of stop words that end its reach. */
const operator = {
  direction: z.enum(['after', 'before', 'both']),
  within: z.number().int().min(0),
  stops: z.array(slug),
};
/** `classes`: words that may stand where a form of this file names them in braces ("in {whose} {relative}"; "{whose?}" may be left out). */
export const contextSchema = z.strictObject({
  classes: z.record(slug, forms).default({}),
  stops: z.array(z.strictObject({ id: slug, forms, note: z.string().optional() })),
  cues: z.array(z.strictObject({
    id, effect: assertionPart, ...operator, forms, hits: examples, misses: examples,
    /** Only mentions of these axes are taken; absent: all. */
    axes: z.array(z.enum(MENTION_AXES)).optional(),
    /** It counts only against these values, and then against any nearer cue: "chronic" makes a history current, never a plan. */
    over: z.array(z.string()).optional(),
    /** It is void where a mention of one of these axes shares its words or ends right before it: "3-month | history of". */
    yields: z.array(z.enum(MENTION_AXES)).optional(),
    /** It counts only where a year follows ("In 2004"), or only as the first words of its sentence. */
    then: z.enum(['year']).optional(), opens: z.boolean().optional(),
    note: z.string().optional(), source: z.string().optional(),
  })),
  /** Look like cues and are none: "no change", "not only". They swallow the cue inside them. */
  pseudo: z.array(z.strictObject({ id, forms, hits: examples, misses: examples })),
}).transform(({ classes, stops, cues, pseudo }, context) => {
  const written = [...stops, ...cues, ...pseudo].flatMap((entry) => entry.forms);
  for (const name of unknownClasses(written, classes)) context.issues.push({ code: 'custom', message: `a form names the class {${name}}, which "classes" does not have`, input: name, path: ['classes'] });
  const expanded = <E extends { readonly forms: readonly string[] }>(entry: E): E & { forms: string[] } => ({ ...entry, forms: expandForms(entry.forms, classes) });
  return { stops: stops.map(expanded), cues: cues.map(expanded), pseudo: pseudo.map(expanded) };
});

/**
 * Which modifier belongs to which head. The rules of an axis are tried in order; the first that finds a target decides.
 * `led`: the rule holds only where one of these words leads the modifier ("pain in the low back"); articles may stand between.
 * `spreads`: it holds for every head in reach up to the next modifier of its axis (a level at the head of a line).
 * `joiners` may stand between members of one group ("neck and low back"); `articles` between a leading word and its modifier.
 */
export const bindingsSchema = z.strictObject({
  joiners: forms,
  articles: forms,
  /** Axes of which each modifier is bound by itself, never as a group: "left hip and right knee". */
  single: z.array(z.enum(MENTION_AXES)),
  /** The class of stop words (context.json) behind which the origin of a problem stands: "pain due to spondylosis". */
  origin: slug,
  bindings: z.array(z.strictObject({
    id, axis: z.enum(MENTION_AXES), to: z.array(z.enum(MENTION_AXES)).min(1), ...operator,
    led: forms.optional(), atStart: z.boolean().optional(), spreads: z.boolean().optional(),
    /** An adjective (attributes.kind) is taken only where no word follows that it could speak of: not the "chronic" of "chronic kidney disease". */
    predicative: z.boolean().optional(),
    hits: examples, misses: examples, note: z.string().optional(),
  })),
});

/** Documents that are themselves reports read by a physician, whose own findings may be coded (guideline IV.K). */
export const documentsSchema = z.strictObject({
  reports: z.strictObject({
    types: z.array(slug).min(1),
    /** A note without a type is a report when it has one of these section kinds and none of `unless`. */
    signs: z.array(slug), unless: z.array(slug),
    source: z.string(),
  }),
  /** Section kinds that hold results of images and tests. */
  imagingSections: z.array(slug),
  /** Words that carry an imaging context on into the next sentence ("This shows …"). */
  continues: forms,
});

export const sectionsSchema = z.strictObject({
  /** First words of a governing section that only points to the one before ("POSTOPERATIVE DIAGNOSIS: Same"). */
  refersBack: forms,
  sections: z.array(z.strictObject({
    kind: slug, label: z.string(), role: z.enum(SECTION_ROLES), forms,
    /** What stands in the section unless a cue says otherwise; `axes` limits it to these mention axes. */
    assertion: assertionPart.optional(), axes: z.array(z.enum(MENTION_AXES)).optional(),
    hits: examples, misses: examples,
  })),
});

/** `neverEnd`: words whose full stop ends no sentence ("Dr"). `variants`: other spellings of one word, taken in every form ("disc": ["disk"]). `goesOn`: words that no line ends with. */
export const abbreviationsSchema = z.strictObject({ neverEnd: z.array(z.string()), goesOn: z.array(z.string()), variants: z.record(z.string(), z.array(z.string())) });

/**
 * How an axis of the decision tables gets its value from a finding. The missing value is always "unspecified" and is not listed.
 * `reads`: mention axis → mention value → axis value; "*" takes the value as it is.
 * `groups` and `patterns`: what stands beside the finding in a fitting region. A group is there when one of its problems (or radiation to
 * one of its sites) is; the pattern whose `all` names exactly the groups that are there gives the value; `denied` is the value when
 * every group is expressly denied.
 */
export const axesSchema = z.strictObject({
  axes: z.array(z.strictObject({
    id: slug,
    /** The name under which reports show it, where several entries read one axis in different ways ("sciatic-side" is laterality). */
    as: slug.optional(),
    label: z.string(),
    /**
     * `area`: values of one area fit together (a lumbar root and a lumbosacral disc). `asked: false`: no query offers it where nothing is
     * documented; "Other (please specify)" holds it. `refinedBy`: the value is documented yet vague ("lumbar vertebra"); a query offers these instead.
     * `over`: values that it makes more exact; told together, it stands alone (who slipped and fell has slipped).
     * A key of `reads` may add the kind that the mention has ("fall/slip").
     */
    values: z.array(z.strictObject({
      value: slug, label: z.string(), area: slug.optional(), over: z.array(slug).optional(), asked: z.literal(false).optional(), refinedBy: z.array(slug).min(2).optional(),
    })).min(2),
    reads: z.partialRecord(z.enum(MENTION_AXES), z.record(z.string(), z.string())).optional(),
    /** Mention axes in order of authority: the first that gives a value decides (level before site). */
    order: z.array(z.enum(MENTION_AXES)).optional(),
    groups: z.record(slug, z.strictObject({ problems: z.array(slug), radiation: z.array(slug).optional() })).optional(),
    patterns: z.array(z.strictObject({ value: slug, all: z.array(slug).min(1) })).optional(),
    denied: slug.optional(),
    /**
     * Who answers for a finding that states none: problems in tiers (the first tier that says anything decides; for an axis with `many`
     * its problems must agree), and the sides of pain radiating to these sites.
     */
    borrows: z.strictObject({ problems: z.array(z.array(slug)), radiation: z.array(slug) }).optional(),
    /** Values that together mean another one: left and right are bilateral. */
    joins: z.strictObject({ of: z.array(slug).min(2), is: slug }).optional(),
    /** A finding may have several values at once, one code each (region, cervical level). */
    many: z.boolean().optional(),
    /** A current word anywhere in what the note tells answers for a finding that states none (the fall behind a fracture). */
    anywhere: z.boolean().optional(),
    /** Read only in the sentences that tell how the finding came about: its cause, what it came from, where it happened. */
    story: z.boolean().optional(),
    /** The note itself answers: this field of the note is read before any mention. */
    note: z.enum(['encounter']).optional(),
    /** The query axis to ask under when the value is missing or conflicting; absent: never asked. */
    asks: z.enum(QUERY_AXES).optional(),
    /** A report (radiology, EMG) can answer it too; the others are the treating provider's to answer. */
    inReports: z.boolean().optional(),
    source: z.string().optional(),
  })),
});

const partValue = z.tuple([z.string(), z.string()]);
const row = z.strictObject({
  id,
  /** Axis → value or values; an axis that is not named takes any value. "unspecified" is the missing value. */
  when: z.record(z.string(), z.union([slug, z.array(slug)])),
  /** Codes with {part} places filled from the axis values; an empty list codes nothing and says why. */
  codes: z.array(z.string()),
  says: z.string().min(1),
  source: z.string().min(1),
});
export const familySchema = z.strictObject({
  category: z.string(),
  title: z.string(),
  source: z.string(),
  /** Part name (an axis id) → axis value → [characters in the code, words in the title]. */
  parts: z.record(z.string(), z.record(z.string(), partValue)).default({}),
  /** Every billable code of the family, or a pattern that expands over parts. `only` limits a part to these values. */
  codes: z.array(z.strictObject({
    code: z.string(), title: z.string(),
    only: z.record(z.string(), z.array(z.string())).optional(),
    from: date.optional(), until: date.optional(),
    /** The code that stood in its place before `from`. */
    before: z.string().optional(),
    /** Titles it had: each until this date (exclusive), in order of time. */
    titles: z.array(z.strictObject({ until: date, title: z.string() })).optional(),
  })),
  tables: z.array(z.strictObject({
    id,
    problems: z.array(slug),
    /**
     * Instead of problems: its codes come after codes that begin like these, never alone. `told`: where a cause is bound to the finding;
     * `opening`: also where the history opens with the cause, in a sentence of its own.
     */
    follows: z.strictObject({ told: z.array(z.string().min(1)).min(1), opening: z.array(z.string().min(1)) }).optional(),
    /** Only the first code of the table is given (a place or an activity is recorded once, guideline I.C.20.b, c). */
    once: z.boolean().optional(),
    /** The table answers only for these values; together with its sisters for the same problem they must not overlap. */
    where: z.record(z.string(), z.array(slug)).optional(),
    axes: z.array(slug),
    /** Axes to raise a query for when missing; default: every axis that `asks`. */
    ask: z.array(slug).optional(),
    /** Past problems make the code too (status codes such as Z98.1). */
    time: z.enum(['current', 'past']).default('current'),
    /** Adds a code beside the problem's own (G89): exempt from the disjointness of tables. */
    adds: z.boolean().default(false),
    /** First-listed when one of these stands in the note as the reason for the encounter (G89 in a pain management visit, guideline I.C.6.b.1.a). */
    firstFor: z.array(slug).optional(),
    /** Place in the sequence: definitive diagnosis, symptom, pain (G89), status, external cause. */
    rank: z.enum(['diagnosis', 'symptom', 'pain', 'status', 'external']),
    rows: z.array(row).min(1),
    examples: z.array(z.strictObject({ note: z.string(), codes: z.array(z.string()), setting: z.enum(['outpatient', 'inpatient']).optional(), date: date.optional() })).min(1),
  })),
  /** Which code of an Excludes1 pair yields: `code` (prefix) is dropped beside `not` (prefixes). Every other pair of the tabular stays, with an edit. */
  excludes1: z.array(z.strictObject({ id, code: z.string(), not: z.array(z.string()).min(1), says: z.string(), source: z.string() })).default([]),
});

/**
 * Signs that point to a more exact problem than the one coded: `signs` are mentions by axis and value, `beside` the coded symptoms.
 * `problem` is what the answer that `codes` would make of it; without one the question is open and has no options of its own.
 */
export const indicatorsSchema = z.strictObject({
  indicators: z.array(z.strictObject({
    id, signs: z.partialRecord(z.enum(MENTION_AXES), z.array(slug).min(1)), beside: z.array(slug).min(1), problem: slug.optional(), template: id,
    /** Diagnoses that, coded in the same area, answer the question: it is not asked beside them. */
    unless: z.array(slug).default([]),
    /** How many different signs there must be. */
    least: z.number().int().min(1).default(1),
    says: z.string(), source: z.string(), hits: examples, misses: examples,
  })),
  /**
   * Clinical validation: a coded diagnosis of which the note expressly denies so many signs and tells none of those that would bear it out
   * (mention axis → values, "*" any).
   */
  validations: z.array(z.strictObject({
    id, problem: slug, signs: z.array(slug).min(1), least: z.number().int().min(2), support: z.partialRecord(z.enum(MENTION_AXES), z.array(z.string()).min(1)), template: id,
    says: z.string(), source: z.string(), hits: examples, misses: examples,
  })),
});

/** The reasons not to code that code/ gives; each has its words in reasons.json. */
const REASONS = [
  'subject.not-patient', 'polarity.negated', 'time.planned', 'time.historical', 'certainty.uncertain-outpatient',
  'place.imaging-only', 'place.supporting-section', 'place.silent-section', 'place.not-assessed',
  'settle.more-exact', 'settle.integral-symptom',
] as const;

/** Why a problem is considered and not coded; `{code}` is filled with the code that takes its place. */
export const reasonsSchema = z.strictObject({
  reasons: z.record(z.enum(REASONS), z.strictObject({ says: z.string().min(1), source: z.string().min(1), hits: examples, misses: examples })),
});

export const manifestSchema = z.strictObject({
  version: z.string(), licence: z.string(), sources: z.array(z.string()),
  releases: z.array(z.strictObject({ release: z.string(), from: date })).min(1),
});

export type Concept = z.infer<typeof conceptSchema>;
export type Cue = z.infer<typeof contextSchema>['cues'][number];
export type Binding = z.infer<typeof bindingsSchema>['bindings'][number];
export type Documents = z.infer<typeof documentsSchema>;
export type SectionEntry = z.infer<typeof sectionsSchema>['sections'][number];
export type AxisEntry = z.infer<typeof axesSchema>['axes'][number];
export type Family = z.infer<typeof familySchema>;
export type Table = Family['tables'][number];
export type Row = Table['rows'][number];
export type Excludes1 = Family['excludes1'][number];
export type Indicator = z.infer<typeof indicatorsSchema>['indicators'][number];
export type Validation = z.infer<typeof indicatorsSchema>['validations'][number];
export type Reasons = z.infer<typeof reasonsSchema>['reasons'];
export type Manifest = z.infer<typeof manifestSchema>;

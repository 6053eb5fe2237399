// The shape of the lexicon files behind queries: templates, and the rules by which every query is linted.
import * as z from 'zod';
import { LINT_RULES } from './lint-rules.ts';
import { QUERY_AXES, QUERY_KINDS } from '../types.ts';

const id = z.string().regex(/^[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9-]*)+$/, 'an id is lower-case kebab words joined by dots, like "query.laterality"');
const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'a value is a kebab-case word');
const forms = z.array(z.string().min(1)).min(1);

const closing = z.array(z.strictObject({ value: slug, label: z.string() }))
  .refine((options) => options.some(({ value }) => value === 'other'), 'an option with the value "other" is missing: write { "value": "other", "label": "Other (please specify)" }; a query without it is not compliant (Q003)')
  .refine((options) => options.some(({ value }) => value === 'undetermined'), 'an option with the value "undetermined" is missing: write { "value": "undetermined", "label": "Unable to determine" }; a query without it is not compliant (Q003)');

export const queryTemplateSchema = z.strictObject({
  topic: slug,
  /** Changed by whoever changes the wording; stands in the internal view of every query. */
  version: z.string().default('1'),
  templates: z.array(z.strictObject({
    id, axis: z.enum(QUERY_AXES), kind: z.enum(QUERY_KINDS),
    /** Table axis ids it serves; absent: the fallback of its query axis and kind. */
    for: z.array(slug).optional(),
    title: z.string(), question: z.string(),
    /** Raised where a problem is not coded for this reason (the id of the rule in `because`), instead of by an open axis. */
    raisedBy: id.optional(),
    /** Options of such a query; the one marked `codes` would code the problem, one marked `drops` would take its code away. */
    options: z.array(z.strictObject({ value: slug, label: z.string(), codes: z.boolean().optional(), drops: z.boolean().optional() })).optional(),
    recipient: z.string().default('Attending provider'),
    /** Options beyond the sibling values that are always offered, in order. */
    closing: closing.default([{ value: 'other', label: 'Other (please specify)' }, { value: 'undetermined', label: 'Unable to determine' }]),
    source: z.string(),
  })),
});

/** A change of the sample query: fields written over it, or something done to it. */
const fixture = z.strictObject({
  title: z.string().optional(), question: z.string().optional(), recipient: z.string().optional(), date: z.string().optional(),
  axis: z.enum(QUERY_AXES).optional(), kind: z.enum(QUERY_KINDS).optional(), options: z.array(z.string()).optional(), quotes: z.array(z.string()).optional(),
  /** A field taken from every indicator. */
  drop: z.enum(['date', 'document']).optional(),
  /** The option that is chosen already; quotes that come from an earlier encounter; another open query; a quote with a word changed. */
  preselected: z.string().optional(), earlier: z.array(z.string()).optional(), open: z.boolean().optional(), misquote: z.boolean().optional(),
});

export const queryRulesSchema = z.strictObject({
  ruleset: z.string(), version: z.string(), source: z.string(),
  sample: z.strictObject({
    encounter: z.string(), date: z.string(), recipient: z.string(), axis: z.enum(QUERY_AXES), kind: z.enum(QUERY_KINDS),
    title: z.string(), question: z.string(), note: z.string(), quotes: z.array(z.string()), options: z.array(z.string()),
  }),
  rules: z.record(z.enum(LINT_RULES), z.strictObject({
    severity: z.enum(['error', 'warning']), says: z.string().min(1), remedy: z.string().min(1),
    passes: z.array(fixture).min(1), fails: z.array(fixture).min(1),
  })),
  words: z.strictObject({
    /** Words of money and measure; acronyms count only in capitals; those that also mean something at the bedside may stand in quotes of the note. */
    money: forms, acronyms: forms, alsoClinical: z.record(z.string(), z.string()),
    /** Openers that lead, and those that lead only when a diagnosis follows. */
    leading: forms, documenting: forms,
    yes: forms, no: forms, other: forms, undetermined: forms, emphasis: forms, attending: forms,
  }),
  /** Orders of options that favour none, beside those of the tables and the alphabet. */
  orders: z.array(forms),
  most: z.strictObject({ options: z.number().int(), sentences: z.number().int(), questions: z.number().int() }),
});

export type QueryTemplate = z.infer<typeof queryTemplateSchema>['templates'][number];
export type QueryRules = z.infer<typeof queryRulesSchema>;
export type LintFixture = z.infer<typeof fixture>;

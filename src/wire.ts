// What crosses the boundary: notes in, reports out, as zod schemas; TypeScript types and the JSON Schema come from them.
// Shapes are those of the public contract; every span holds for `note.text.slice(start, end)`, UTF-16 code units, half-open.
import * as z from 'zod';
import { MENTION_AXES, QUERY_AXES, QUERY_KINDS } from './types.ts';

const offset = z.number().int().min(0);
const span = { start: offset, end: offset };

/** A date of service lumbago knows a code set for: ISO, from 2015-10-01 on. */
export const serviceDate = z.string()
  .refine((s) => /^\d{4}-\d\d-\d\d$/.test(s) && isCalendarDay(s), 'is not a date; write it as YYYY-MM-DD')
  .refine((s) => s >= '2015-10-01', 'is before 2015-10-01, when ICD-10-CM came into use; no code is valid then');

function isCalendarDay(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const longest = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && day >= 1 && day <= longest;
}

export const noteSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  setting: z.enum(['outpatient', 'inpatient']).default('outpatient'),
  date: serviceDate.optional(),
  encounter: z.enum(['initial', 'subsequent', 'sequela']).optional(),
  type: z.string().optional(),
});

export const assertionSchema = z.strictObject({
  polarity: z.enum(['present', 'absent']), certainty: z.enum(['certain', 'possible']),
  time: z.enum(['current', 'past', 'planned']), subject: z.enum(['patient', 'family', 'other']),
});

/** Words of the note that prove something: `role` says what (problem, laterality, level, region, companion, cue …), `via` which lexicon entry; `fuzzy`: a word was read for a slip of another. */
export const evidenceSchema = z.strictObject({ ...span, text: z.string(), role: z.string(), via: z.string(), section: z.string().optional(), fuzzy: z.literal(true).optional() });

const because = z.strictObject({ rule: z.string(), says: z.string(), source: z.string(), evidence: z.array(evidenceSchema).optional() });

const axisState = z.strictObject({
  axis: z.string(), label: z.string(), state: z.enum(['documented', 'missing', 'conflicting']),
  value: z.string().optional(), evidence: z.array(evidenceSchema),
});

/** A row of the user's own SNOMED CT to ICD-10-CM map that leads to a code; shells add them, the analysis does not. */
const conceptMap = z.strictObject({ concept: z.string(), group: z.number(), priority: z.number(), rule: z.string(), advice: z.string(), target: z.string() });

const reading = z.strictObject({ value: z.string(), evidence: z.array(evidenceSchema) });

export const reportSchema = z.strictObject({
  schema: z.literal('lumbago/report@1'),
  engine: z.strictObject({
    version: z.string(), knowledge: z.string(),
    codeSet: z.strictObject({ system: z.literal('ICD-10-CM'), release: z.string(), date: z.string() }),
  }),
  note: z.strictObject({
    id: z.string(), length: offset, sha256: z.string(), setting: z.enum(['outpatient', 'inpatient']),
    date: z.string().optional(), encounter: z.string().optional(), type: z.string().optional(), offsetUnit: z.literal('utf16'),
    /** The text as received: only where a batch was asked to put it in. */
    text: z.string().optional(),
  }),
  sections: z.array(z.strictObject({ kind: z.string(), ...span, header: z.strictObject(span).optional() })),
  mentions: z.array(z.strictObject({
    id: z.string(), axis: z.enum(MENTION_AXES), value: z.string(), ...span, text: z.string(), assertion: assertionSchema,
    cues: z.array(z.strictObject({ ...span, text: z.string(), via: z.string() })), section: z.string(), via: z.string(),
    attributes: z.record(z.string(), z.string()).optional(),
  })),
  findings: z.array(z.strictObject({
    id: z.string(), problem: z.string(), label: z.string(),
    /** `also` holds further values of the axis, in order of position (several levels, or the other side of a contradiction). */
    axes: z.record(z.string(), z.strictObject({ value: z.string(), evidence: z.array(evidenceSchema), also: z.array(reading).optional() })),
    assertion: assertionSchema, evidence: z.array(evidenceSchema),
  })),
  candidates: z.array(z.strictObject({
    id: z.string(), code: z.string(), title: z.string(), billable: z.literal(true),
    status: z.enum(['supported', 'underspecified', 'conflicting', 'excluded']),
    /** Place in the claim, from 1; absent for excluded candidates. */
    sequence: z.number().int().min(1).optional(),
    findings: z.array(z.string()), axes: z.array(axisState), evidence: z.array(evidenceSchema), because: z.array(because),
    snomed: z.array(conceptMap).optional(),
  })),
  edits: z.array(z.strictObject({
    id: z.string(), kind: z.string(), severity: z.enum(['error', 'warning', 'information']), codes: z.array(z.string()),
    says: z.string(), fix: z.string(), source: z.string(),
  })),
  queries: z.array(z.strictObject({
    id: z.string(), axis: z.enum(QUERY_AXES), kind: z.enum(QUERY_KINDS), about: z.string(), candidates: z.array(z.string()),
    recipient: z.string(), title: z.string(), question: z.string(), indicators: z.array(evidenceSchema),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
    /** Internal view only: the codes that each answer would give. */
    outcomes: z.array(z.strictObject({ option: z.string(), codes: z.array(z.string()) })),
    /** Internal view only: the kinds of section that were read before the question was asked, in order, each once. */
    searched: z.array(z.string()),
    via: z.string(),
  })),
  diagnostics: z.array(z.strictObject({
    code: z.string(), severity: z.enum(['error', 'warning', 'information']), message: z.string(), span: z.strictObject(span).optional(),
  })),
});

/** Words of the note that a query quotes, with their document, place and date of service ("undated" where it is not known). */
const quoted = z.strictObject({
  document: z.string().optional(), section: z.string().optional(), date: z.string().optional(), start: offset.optional(), end: offset.optional(), text: z.string(),
  /** From an earlier encounter than the one that is asked about. */
  earlier: z.boolean().optional(),
});

/** A query as the provider gets it: no code, no rule, nothing of what an answer would do. `chosen` is for answers; a query goes out with none. */
export const queryDocumentSchema = z.strictObject({
  schema: z.literal('lumbago/query@1').default('lumbago/query@1'),
  id: z.string().optional(), encounter: z.string().optional(), date: z.string().optional(), recipient: z.string().optional(),
  axis: z.enum(QUERY_AXES).optional(), kind: z.enum(QUERY_KINDS).optional(),
  title: z.string(), question: z.string(),
  indicators: z.array(quoted).default([]),
  options: z.array(z.strictObject({ value: z.string().optional(), label: z.string(), chosen: z.boolean().optional() })).default([]),
  /** What the provider fills in. */
  response: z.strictObject({ comment: z.string().optional(), name: z.string().optional(), credentials: z.string().optional(), at: z.string().optional() }).optional(),
});

/** A note as the pipeline takes it: `noteSchema` has checked it and filled the defaults. */
export type Note = z.output<typeof noteSchema>;
export type NoteInput = z.input<typeof noteSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportMention = Report['mentions'][number];
export type ReportFinding = Report['findings'][number];
export type Candidate = Report['candidates'][number];
export type ConceptMap = z.infer<typeof conceptMap>;
export type Edit = Report['edits'][number];
export type Query = Report['queries'][number];
export type QueryDocument = z.output<typeof queryDocumentSchema>;
export type Quoted = QueryDocument['indicators'][number];
export type Evidence = z.infer<typeof evidenceSchema>;
export type Diagnostic = Report['diagnostics'][number];

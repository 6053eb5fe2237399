// First ring: every lexicon file against its schema. In: sources by path. Out: typed lexicons, or all issues together.
import type * as z from 'zod';
import { LexiconError, type LexiconIssue } from './error.ts';
import {
  abbreviationsSchema, axesSchema, bindingsSchema, contextSchema, documentsSchema, familySchema, indicatorsSchema, manifestSchema, reasonsSchema, sectionsSchema, termsSchema,
} from './schema.ts';
import { indexSchema, readingsSchema, searchSchema, tabularSchema } from './schema-book.ts';
import { editsSchema, foreignSchema, misreadSchema } from './schema-edits.ts';
import { phiSchema } from './schema-phi.ts';
import { queryRulesSchema, queryTemplateSchema } from './schema-queries.ts';
import { recognisersSchema } from './schema-recognisers.ts';
import { typosSchema } from './typos-schema.ts';

export interface LexiconSource { readonly path: string; readonly json: unknown }

interface Filed<T> { readonly file: string; readonly content: T }

export interface Lexicons {
  readonly manifest: z.output<typeof manifestSchema>;
  readonly abbreviations: z.output<typeof abbreviationsSchema>;
  readonly sections: z.output<typeof sectionsSchema>;
  readonly context: z.output<typeof contextSchema>;
  readonly bindings: z.output<typeof bindingsSchema>;
  readonly axes: z.output<typeof axesSchema>;
  readonly documents: z.output<typeof documentsSchema>;
  readonly indicators: z.output<typeof indicatorsSchema>;
  readonly reasons: z.output<typeof reasonsSchema>;
  readonly words: z.output<typeof recognisersSchema>;
  readonly typos: z.output<typeof typosSchema>;
  readonly index: z.output<typeof indexSchema>;
  readonly readings: z.output<typeof readingsSchema>;
  readonly search: z.output<typeof searchSchema>;
  readonly edits: z.output<typeof editsSchema>;
  readonly misread: z.output<typeof misreadSchema>;
  readonly foreign: z.output<typeof foreignSchema>;
  readonly phi: z.output<typeof phiSchema>;
  readonly queryRules: z.output<typeof queryRulesSchema>;
  readonly terms: readonly Filed<z.output<typeof termsSchema>>[];
  readonly families: readonly Filed<z.output<typeof familySchema>>[];
  readonly tabular: readonly Filed<z.output<typeof tabularSchema>>[];
  readonly queries: readonly Filed<z.output<typeof queryTemplateSchema>>[];
}

const ROOT_FILES = {
  'manifest.json': manifestSchema, 'abbreviations.json': abbreviationsSchema, 'sections.json': sectionsSchema, 'context.json': contextSchema,
  'bindings.json': bindingsSchema, 'axes.json': axesSchema, 'documents.json': documentsSchema, 'indicators.json': indicatorsSchema, 'reasons.json': reasonsSchema, 'recognisers.json': recognisersSchema, 'typos.json': typosSchema, 'alphabetic-index.json': indexSchema, 'tabular-readings.json': readingsSchema,
  'edits.json': editsSchema, 'misread-codes.json': misreadSchema, 'foreign-codes.json': foreignSchema, 'query-rules.json': queryRulesSchema, 'phi.json': phiSchema, 'search.json': searchSchema,
} as const;
const FOLDERS = { terms: termsSchema, codes: familySchema, tabular: tabularSchema, queries: queryTemplateSchema } as const;

const folderOf = (path: string): string => path.includes('/') ? path.slice(0, path.indexOf('/')) : '';

function parseFile<S extends z.ZodType>(source: LexiconSource, schema: S, issues: LexiconIssue[]): z.output<S> | undefined {
  const result = schema.safeParse(source.json);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    issues.push({ file: source.path, entry: entryName(source.json, issue.path), problem: issue.message, remedy: `See ${issue.path.join('.') || 'the whole file'}; the shape is in src/lexicon/schema.ts` });
  }
  return undefined;
}

/** The id of the entry that a path leads through, or the path itself. */
function entryName(json: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = json;
  let name = '';
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
    const id = typeof at === 'object' && at !== null ? (at as { id?: unknown }).id : undefined;
    if (typeof id === 'string') name = id;
  }
  return name || path.join('.') || 'file';
}

/** Parses all sources. @throws LexiconError with every issue of every file. */
export function parseLexicons(sources: readonly LexiconSource[]): Lexicons {
  const issues: LexiconIssue[] = [];
  const unknown = sources.filter(({ path }) => !(path in ROOT_FILES) && !(folderOf(path) in FOLDERS));
  for (const { path } of unknown) issues.push({ file: path, entry: 'file', problem: 'no reader for this file', remedy: `Put it under ${Object.keys(FOLDERS).join('/, ')}/ or name it one of ${Object.keys(ROOT_FILES).join(', ')}` });
  const root = <K extends keyof typeof ROOT_FILES>(name: K): z.output<(typeof ROOT_FILES)[K]> => {
    const source = sources.find(({ path }) => path === name);
    if (!source) issues.push({ file: name, entry: 'file', problem: 'missing', remedy: 'Every lexicon set has this file' });
    return (source && parseFile(source, ROOT_FILES[name], issues)) as z.output<(typeof ROOT_FILES)[K]>;
  };
  const folder = <K extends keyof typeof FOLDERS>(name: K): Filed<z.output<(typeof FOLDERS)[K]>>[] => sources
    .filter(({ path }) => folderOf(path) === name)
    .map((source) => ({ file: source.path, content: parseFile(source, FOLDERS[name], issues) as z.output<(typeof FOLDERS)[K]> }));
  const lexicons: Lexicons = {
    manifest: root('manifest.json'), abbreviations: root('abbreviations.json'), sections: root('sections.json'), context: root('context.json'),
    bindings: root('bindings.json'), axes: root('axes.json'), documents: root('documents.json'), indicators: root('indicators.json'), reasons: root('reasons.json'), words: root('recognisers.json'), typos: root('typos.json'), index: root('alphabetic-index.json'), readings: root('tabular-readings.json'),
    edits: root('edits.json'), misread: root('misread-codes.json'), foreign: root('foreign-codes.json'), queryRules: root('query-rules.json'), phi: root('phi.json'), search: root('search.json'),
    terms: folder('terms'), families: folder('codes'), tabular: folder('tabular'), queries: folder('queries'),
  };
  if (issues.length) throw new LexiconError(issues);
  return lexicons;
}

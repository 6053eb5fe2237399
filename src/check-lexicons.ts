// All three rings of lexicon validation: shape, references, and every example run through the real pipeline.
// In: lexicon sources. Out: all issues together; none means the lexicons may ship.
import { analyzeNote } from './analyze.ts';
import { auditCodes } from './audit.ts';
import { checkQueryRules } from './check-query-rules.ts';
import { checkReferences } from './lexicon/check-references.ts';
import { checkTables } from './lexicon/check-tables.ts';
import { compileKnowledge } from './lexicon/compile.ts';
import { LexiconError, type LexiconIssue } from './lexicon/error.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import type { EditKind } from './lexicon/schema-edits.ts';
import { parseLexicons, type LexiconSource, type Lexicons } from './lexicon/parse.ts';
import { noteSchema, type Report } from './wire.ts';

type Chosen = Lexicons['edits']['edits'][EditKind]['hits'][number];

interface Example { readonly file: string; readonly entry: string; readonly hits: readonly string[]; readonly misses: readonly string[]; readonly found: (report: Report) => boolean }

const analyzeText = (text: string, knowledge: Knowledge, extra: Record<string, unknown> = {}): Report => analyzeNote(noteSchema.parse({ id: 'example', text, ...extra }), knowledge);

function examplesOf(lexicons: Lexicons): readonly Example[] {
  return [
    ...lexicons.terms.flatMap(({ file, content }) => content.concepts.map(({ id, hits, misses }): Example => ({ file, entry: id, hits, misses, found: ({ mentions }) => mentions.some(({ via }) => via === id) }))),
    ...lexicons.context.cues.map(({ id, hits, misses }): Example => ({ file: 'context.json', entry: id, hits, misses, found: ({ mentions }) => mentions.some(({ cues }) => cues.some(({ via }) => via === id)) })),
    ...lexicons.bindings.bindings.map(({ id, hits, misses }): Example => ({ file: 'bindings.json', entry: id, hits, misses, found: ({ findings }) => findings.some(({ axes }) => Object.values(axes).some(({ evidence, also }) => [...evidence, ...(also ?? []).flatMap((one) => one.evidence)].some(({ via }) => via === id))) })),
    ...Object.entries(lexicons.reasons.reasons).map(([id, { hits, misses }]): Example => ({ file: 'reasons.json', entry: id, hits, misses, found: ({ candidates }) => candidates.some(({ because }) => because.some(({ rule }) => rule === id)) })),
    ...lexicons.indicators.indicators.map(({ id, template, hits, misses }): Example => ({ file: 'indicators.json', entry: id, hits, misses, found: ({ queries }) => queries.some(({ via }) => via === template) })),
    ...lexicons.indicators.validations.map(({ id, template, hits, misses }): Example => ({ file: 'indicators.json', entry: id, hits, misses, found: ({ queries }) => queries.some(({ via }) => via === template) })),
    ...lexicons.sections.sections.map(({ kind, hits, misses }): Example => ({ file: 'sections.json', entry: kind, hits, misses, found: ({ sections }) => sections.some((section) => section.kind === kind && section.header !== undefined) })),
  ];
}

/** Every hit must be found and every miss must not. */
function checkExamples(lexicons: Lexicons, knowledge: Knowledge): readonly LexiconIssue[] {
  return examplesOf(lexicons).flatMap(({ file, entry, hits, misses, found }) => [
    ...hits.filter((text) => !found(analyzeText(text, knowledge))).map((text) => ({ file, entry, problem: `the hit "${text}" is not found`, remedy: 'Add the form, or correct the example' })),
    ...misses.filter((text) => found(analyzeText(text, knowledge))).map((text) => ({ file, entry, problem: `the miss "${text}" is found`, remedy: 'Narrow the form, or correct the example' })),
  ]);
}

/** Every table example gives exactly its codes. */
function checkTableExamples(lexicons: Lexicons, knowledge: Knowledge): readonly LexiconIssue[] {
  return lexicons.families.flatMap(({ file, content }) => content.tables.flatMap((table) => table.examples.flatMap(({ note, codes, ...extra }) => {
    const reported = analyzeText(note, knowledge, extra).candidates.filter(({ status }) => status !== 'excluded').map(({ code }) => code);
    const same = reported.length === codes.length && codes.every((code) => reported.includes(code));
    return same ? [] : [{ file, entry: table.id, problem: `the example "${note}" gives ${reported.join(', ') || 'no code'} instead of ${codes.join(', ') || 'none'}`, remedy: 'Correct the rows or the example' }];
  })));
}

/** Every hit of an edit raises it, no miss does. */
function checkEditExamples({ edits: { edits } }: Lexicons, knowledge: Knowledge): readonly LexiconIssue[] {
  const raises = (kind: string, { codes, note, date, setting }: Chosen): boolean => auditCodes(
    { codes, ...(note !== undefined && { note: { id: 'example', text: note } }), ...(date && { date }), ...(setting && { setting }) }, knowledge,
  ).edits.some((edit) => edit.kind === kind);
  const told = (example: Chosen): string => `${example.codes.join(', ')}${example.date ? ` on ${example.date}` : ''}`;
  return Object.entries(edits).flatMap(([kind, { hits, misses }]) => [
    ...hits.filter((example) => !raises(kind, example)).map((example) => ({ file: 'edits.json', entry: kind, problem: `the hit ${told(example)} does not raise it`, remedy: 'Correct the check, the tabular notes or the example' })),
    ...misses.filter((example) => raises(kind, example)).map((example) => ({ file: 'edits.json', entry: kind, problem: `the miss ${told(example)} raises it`, remedy: 'Correct the check, the tabular notes or the example' })),
  ]);
}

/** Checks lexicon sources; an empty list means that all three rings hold. */
export function checkLexicons(sources: readonly LexiconSource[]): readonly LexiconIssue[] {
  try {
    const lexicons = parseLexicons(sources);
    const broken = [...checkReferences(lexicons), ...checkTables(lexicons)];
    const knowledge = compileKnowledge(sources, 'checked');
    return [...broken, ...checkExamples(lexicons, knowledge), ...checkTableExamples(lexicons, knowledge), ...checkEditExamples(lexicons, knowledge), ...checkQueryRules(knowledge)];
  } catch (error) {
    if (error instanceof LexiconError) return error.issues;
    throw error;
  }
}

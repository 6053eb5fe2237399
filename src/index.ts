// The public API: analyse a note, explain a code, and the shapes that cross the boundary.
import { analyzeNote, readCase } from './analyze.ts';
import { answerQuery, type Answer, type Recoding } from './answer.ts';
import { auditCodes, type Audit, type AuditRequest } from './audit.ts';
import type { CodeBook } from './book/book.ts';
import { explainCode, type Explanation } from './explain.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { loadKnowledge } from './lexicon/load.ts';
import { proveCode, type Proof } from './prove.ts';
import { lintQuery, type LintFinding } from './query/lint-query.ts';
import { sceneOfCase } from './query/scene-of-case.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import { noteSchema, type NoteInput, type QueryDocument, type Report } from './wire.ts';

export interface AnalyzerOptions {
  /** Other lexicons than the bundled ones, compiled with `compileKnowledge` of `lumbago/lexicons`. */
  readonly knowledge?: Knowledge;
}

export interface Analyzer {
  readonly knowledge: Knowledge;
  /** Analyses one note. @throws ZodError when the note does not have its shape (never on what its text says). */
  analyze(note: NoteInput): Report;
  explain(report: Report, code: string): Explanation;
  /** Recodes a note after a query was answered. @throws AnswerError for a query or an option that the report does not have. */
  answer(report: Report, answer: Answer): Recoding;
  /** Whether a query is compliant; with the note, its quotes and what it documents are compared too. */
  lint(query: QueryDocument, note?: NoteInput): readonly LintFinding[];
  /** Judges codes that someone chose, alone or against a note. `book` is the code book of an imported release. */
  audit(request: AuditRequest, book?: CodeBook): Audit;
  /** Proves a reported code by blanking the note; undefined when the report does not report it. @throws Error when the report is of another note. */
  prove(note: NoteInput, report: Report, code: string): Proof | undefined;
  /** What the note would code in each release, and why that changed; its own date does not matter. */
  timeline(note: NoteInput): Timeline;
}

/** An analyzer over one set of lexicons; create it once and use it for many notes. */
export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  const knowledge = options.knowledge ?? loadKnowledge();
  return {
    knowledge,
    analyze: (note) => analyzeNote(noteSchema.parse(note), knowledge),
    explain: (report, code) => explainCode(report, code, knowledge),
    answer: (report, answer) => answerQuery(report, answer, knowledge),
    lint: (query, note) => lintQuery(query, note === undefined ? { knowledge } : sceneOfCase(readCase(noteSchema.parse(note), knowledge))),
    audit: (request, book) => auditCodes(request, knowledge, book),
    prove: (note, report, code) => proveCode({ note: noteSchema.parse(note), report }, code, knowledge),
    timeline: (note) => timelineOf(noteSchema.parse(note), knowledge),
  };
}

/**
 * Reads one note and gives its report: mentions, findings, candidate codes with evidence, edits, queries.
 * `analyze({ id: 'n1', text: 'Lumbago with sciatica, left side.' }).candidates[0].code` is `"M54.42"`.
 * @throws ZodError when the note does not have its shape.
 */
export const analyze = (note: NoteInput, options: AnalyzerOptions = {}): Report => createAnalyzer(options).analyze(note);

/** Why a code is reported, excluded or not considered in a report. */
export const explain = (report: Report, code: string, options: AnalyzerOptions = {}): Explanation => createAnalyzer(options).explain(report, code);

/** Whether a reported code stands on its evidence: gone without it, there with nothing else. */
export const prove = (note: NoteInput, report: Report, code: string, options: AnalyzerOptions = {}): Proof | undefined => createAnalyzer(options).prove(note, report, code);

export { assertText } from './assert-text.ts';
export { AnswerError } from './answer.ts';
export { documentOf } from './query/document-of.ts';
export { noteSchema, queryDocumentSchema, reportSchema, serviceDate } from './wire.ts';
export { VERSION } from './version.ts';
export type { AssertedCue, AssertTextOptions, TextAssertion } from './assert-text.ts';
export type { Audit, AuditRequest, CodeVerdict, Verdict } from './audit.ts';
export type { Explanation } from './explain.ts';
export type { Proof } from './prove.ts';
export type { Timeline } from './timeline.ts';
export type { Knowledge } from './lexicon/knowledge.ts';
export type { Answer, Recoding } from './answer.ts';
export type { LintFinding } from './query/lint-query.ts';
export type { Candidate, Edit, Evidence, Note, NoteInput, Query, QueryDocument, Report } from './wire.ts';

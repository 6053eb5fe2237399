// The pipeline: one note in, one report out. Read this file first; every arrow of the picture is one line here.
//   Note ─▶ Reading ─▶ Mention[] ─▶ AssertedMention[] ─▶ Finding[] ─▶ Candidate[] + Edit[] ─▶ Query[] ─▶ Report
import { assertMentions } from './assertion/assert-mentions.ts';
import type { Case } from './code/case.ts';
import { codeFindings } from './code/code-findings.ts';
import { codeSetOf } from './code/releases.ts';
import { diagnose } from './diagnostic.ts';
import { digestText } from './digest.ts';
import { buildFindings } from './finding/build-findings.ts';
import { groupBy } from './group.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { findMentions } from './mention/find-mentions.ts';
import { raiseQueries } from './query/raise-queries.ts';
import { reportFindings, reportMentions, reportSections } from './report.ts';
import { readNote } from './text/read-note.ts';
import type { Reading } from './types.ts';
import { VERSION } from './version.ts';
import type { Note, Report } from './wire.ts';

/** True for a document that is itself a report read by a physician, by its type or by its sections (guideline IV.K). */
function isReport({ type }: Note, { sections }: Reading, { documents: { reports } }: Knowledge): boolean {
  if (type !== undefined) return reports.types.includes(type);
  const kinds = sections.map(({ kind }) => kind);
  return kinds.some((kind) => reports.signs.includes(kind)) && !kinds.some((kind) => reports.unless.includes(kind));
}

/** Reads a note up to its findings: the case that code/ decides. */
export function readCase(note: Note, knowledge: Knowledge): Case {
  const reading = readNote(note.text, knowledge.book);
  const scan = findMentions(reading, knowledge, note.date === undefined ? {} : { date: note.date });
  const mentions = assertMentions(reading, scan, knowledge);
  const report = isReport(note, reading, knowledge);
  const findings = buildFindings({ reading, mentions, stops: scan.stops, knowledge, isReport: report });
  return { note, date: codeSetOf(note.date, knowledge).date, reading, mentions, mentionsOn: groupBy(mentions, ({ axis }) => axis), findings, isReport: report, knowledge };
}

/** Analyses a checked note. Pure: the same note and knowledge give the same report. Never throws on text. */
export const analyzeNote = (note: Note, knowledge: Knowledge): Report => reportCase(readCase(note, knowledge));

/** Codes a case and reports it. */
export function reportCase(scene: Case): Report {
  const { note, reading, mentions, findings, knowledge } = scene;
  const codeSet = codeSetOf(note.date, knowledge);
  const coding = codeFindings(scene, new Map(findings.map((finding, at) => [finding, `f${at + 1}`])));
  const { id, text, setting, date, encounter, type } = note;
  return {
    schema: 'lumbago/report@1',
    engine: { version: VERSION, knowledge: knowledge.sha256, codeSet: { system: 'ICD-10-CM', ...codeSet } },
    note: { id, length: text.length, sha256: digestText(text), setting, ...(date && { date }), ...(encounter && { encounter }), ...(type && { type }), offsetUnit: 'utf16' },
    sections: reportSections(reading),
    mentions: reportMentions(mentions, reading),
    findings: reportFindings(findings, reading, knowledge),
    candidates: [...coding.candidates],
    edits: [...coding.edits],
    queries: [...raiseQueries(coding, scene)],
    diagnostics: diagnose(note, codeSet, knowledge),
  };
}

// The task that runs while a person types: a note analysed, its queries as they would go out, each checked by the linter.
import { analyzeNote, readCase } from '../../analyze.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { documentOf } from '../../query/document-of.ts';
import { lintQuery } from '../../query/lint-query.ts';
import { sceneOfCase } from '../../query/scene-of-case.ts';
import type { Note } from '../../wire.ts';
import type { Analysis } from './tasks.ts';

/** The report is that of the command line, byte for byte. */
export function analyzeForPage(note: Note, knowledge: Knowledge): Analysis {
  const report = analyzeNote(note, knowledge);
  if (report.queries.length === 0) return { report, queries: [] };
  const scene = sceneOfCase(readCase(note, knowledge));
  const documents = report.queries.map((query) => documentOf(query, { id: note.id, date: note.date }, knowledge));
  return { report, queries: documents.map((document) => ({ document, lint: lintQuery(document, scene) })) };
}

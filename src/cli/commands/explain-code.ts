// `lumbago explain CODE`: one entry of the book as text or JSON. A code that the book has not is explained too.
import { codeSetOf } from '../../code/releases.ts';
import { describeCode } from '../../describe/describe-code.ts';
import { renderCodeDescription } from '../../format/text/code-description.ts';
import { loadKnowledge } from '../../lexicon/load.ts';
import { renderConcepts } from '../../format/text/concepts.ts';
import { openBook } from '../book.ts';
import { openConceptMaps } from '../concept-maps.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { noteDefaults, renderOptions } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';

/** Flags of the commands that look things up. */
export interface LookUpFlags { readonly format: 'text' | 'json'; readonly date?: string; readonly color?: boolean; readonly width?: number; readonly snomed?: boolean }

/** A SNOMED CT concept: digits alone, longer than any code. */
const CONCEPT = /^\d{6,18}$/;

/** The codes that the user's map leads to from a concept. */
async function explainConcept(concept: string, flags: LookUpFlags, io: Io): Promise<ExitCode> {
  const targets = (await openConceptMaps(true, io)).targetsOf(concept);
  await io.writeOut(flags.format === 'json' ? `${JSON.stringify({ concept, targets }, null, 2)}\n` : renderConcepts(targets, renderOptions(flags, io)).trimStart());
  return EXIT.done;
}

/** Explains one code of the release in force on `--date`; with `--snomed`, also a concept. */
export async function runExplainCode(code: string, flags: LookUpFlags, io: Io): Promise<ExitCode> {
  if (flags.snomed && CONCEPT.test(code)) return explainConcept(code, flags, io);
  const { date } = await noteDefaults({ ...flags, input: 'auto' });
  const knowledge = loadKnowledge();
  const book = await openBook(date, knowledge, io);
  const description = describeCode(code, { book, knowledge, date: codeSetOf(date, knowledge).date });
  const output = await openOutput(undefined, [], io);
  const snomed = flags.snomed ? (await openConceptMaps(true, io)).of(description.code) : undefined;
  await output.write(flags.format === 'json' ? `${JSON.stringify({ ...description, ...(snomed && { snomed }) }, null, 2)}\n`
    : renderCodeDescription(description, renderOptions(flags, io)) + (snomed ? renderConcepts(snomed, renderOptions(flags, io)) : ''));
  return EXIT.done;
}

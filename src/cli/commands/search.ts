// `lumbago search WORDS`: codes for words, the index way first. Nothing found is an answer, not a failure.
import { codeSetOf } from '../../code/releases.ts';
import { findCodes } from '../../find-codes.ts';
import { renderSearchHits } from '../../format/text/search-hits.ts';
import { loadKnowledge } from '../../lexicon/load.ts';
import { openBook } from '../book.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import { noteDefaults, renderOptions } from '../flags.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import type { LookUpFlags } from './explain-code.ts';

export interface SearchFlags extends LookUpFlags { readonly limit: number }

/** Searches the release in force on `--date`. */
export async function runSearch(typed: readonly string[], flags: SearchFlags, io: Io): Promise<ExitCode> {
  const words = typed.join(' ').trim();
  if (words === '') throw new CliFailure(EXIT.usage, 'search needs words, for example: lumbago search left sciatica');
  const { date } = await noteDefaults({ ...flags, input: 'auto' });
  const knowledge = loadKnowledge();
  const book = await openBook(date, knowledge, io);
  const hits = findCodes(words, { book, knowledge, date: codeSetOf(date, knowledge).date }, flags.limit);
  const output = await openOutput(undefined, [], io);
  await output.write(flags.format === 'json' ? `${JSON.stringify({ words, release: book.release, hits }, null, 2)}\n` : renderSearchHits({ words, ...book }, hits, renderOptions(flags, io)));
  return EXIT.done;
}

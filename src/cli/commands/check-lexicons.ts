// `lumbago lexicon check [DIR]`: all three rings of validation over a folder of lexicons, or over those that ship.
// In: a folder. Out: every issue with file, entry and remedy on stdout. Changes nothing.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkLexicons } from '../../check-lexicons.ts';
import { SOURCES } from '../../lexicon/bundle.generated.ts';
import { describeIssue } from '../../lexicon/error.ts';
import type { LexiconSource } from '../../lexicon/parse.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

function readFolder(folder: string): readonly LexiconSource[] {
  if (!existsSync(folder)) throw new CliFailure(EXIT.noInput, `${folder}: no such folder; check the name`);
  if (!statSync(folder).isDirectory()) throw new CliFailure(EXIT.usage, `${folder}: is not a folder; give the folder that holds manifest.json`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => ({ path: relative('.', file).split(sep).join('/'), json: parseFile(join(folder, file)) }));
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    throw new CliFailure(EXIT.unreadable, `${path}: is not valid JSON; mend it before the lexicons can be checked`);
  }
}

/** Exit 0 when every ring holds, 65 when there are issues. */
export async function runCheckLexicons(folder: string | undefined, io: Io): Promise<ExitCode> {
  const sources = folder === undefined ? SOURCES.map(({ path, text }) => ({ path, json: JSON.parse(text) as unknown })) : readFolder(folder);
  const issues = checkLexicons(sources);
  await io.writeOut(issues.length ? `${issues.map(describeIssue).join('\n')}\n` : '');
  io.writeError(`lumbago: ${sources.length} lexicon files, ${issues.length === 0 ? 'no issues' : `${issues.length} issue${issues.length === 1 ? '' : 's'}`}\n`);
  return issues.length ? EXIT.unreadable : EXIT.done;
}

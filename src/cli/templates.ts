// An organisation's own wording of queries: its files take the place of those that ship, topic by topic, and are checked like them.
// In: a folder of template files. Out: an analyzer with them. Not its job: what makes a template right (lexicon/schema-queries.ts).
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer, type Analyzer } from '../index.ts';
import { SHA256, SOURCES } from '../lexicon/bundle.generated.ts';
import { compileKnowledge } from '../lexicon/compile.ts';
import { digestText } from '../digest.ts';
import { LexiconError } from '../lexicon/error.ts';
import { CliFailure, EXIT } from './exit.ts';

/** The analyzer with the bundled lexicons, or with the templates of a folder in place of those of the same name. */
export async function analyzerWith(folder: string | undefined): Promise<Analyzer> {
  if (folder === undefined) return createAnalyzer();
  const own = await readTemplates(folder);
  const replaced = new Set(own.map(({ path }) => path));
  const sources = [...SOURCES.filter(({ path }) => !replaced.has(path)), ...own].sort((a, b) => a.path < b.path ? -1 : 1);
  try {
    const sha256 = digestText([SHA256, ...own.map(({ path, text }) => `${path}\n${text}`)].join('\n'));
    return createAnalyzer({ knowledge: compileKnowledge(sources.map(({ path, text }) => ({ path, json: JSON.parse(text) as unknown })), sha256) });
  } catch (error) {
    if (error instanceof LexiconError) throw new CliFailure(EXIT.unreadable, `--templates ${folder}: ${error.message}`);
    throw error;
  }
}

async function readTemplates(folder: string): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const names = await readdir(folder).catch(() => { throw new CliFailure(EXIT.noInput, `--templates ${folder}: no such folder; name a folder of query templates (.json)`); });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw new CliFailure(EXIT.noInput, `--templates ${folder}: holds no .json file; copy those of lexicons/queries and change their wording`);
  return Promise.all(files.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    try {
      JSON.parse(text);
    } catch {
      throw new CliFailure(EXIT.unreadable, `--templates ${join(folder, name)}: is not valid JSON`);
    }
    return { path: `queries/${name}`, text };
  }));
}

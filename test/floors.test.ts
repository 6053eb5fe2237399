// The house rules that a machine can check: floors, packages, words of the shells, file length, file heads, complete tables.
// Every rule has a `because`, printed with what breaks it.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/version.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

interface Room { readonly floor: number; readonly packages: readonly RegExp[] }

const NONE: readonly RegExp[] = [];
const ZOD = [/^zod$/];
const SHELL = [/^node:/, /^commander$/];

/** Room or file below src → its floor and the packages it may import. Assertion and finding stand on scope and not on each other. */
const ROOMS: Readonly<Record<string, Room>> = {
  'types.ts': { floor: 0, packages: NONE },
  'wire.ts': { floor: 0, packages: ZOD },
  'span.ts': { floor: 0, packages: NONE },
  'diagnostic.ts': { floor: 0, packages: NONE },
  'version.ts': { floor: 0, packages: NONE },
  'digest.ts': { floor: 0, packages: [/^@noble\/hashes\//] },
  'write-code.ts': { floor: 0, packages: [] },
  'group.ts': { floor: 0, packages: [] },
  'once.ts': { floor: 0, packages: [] },
  'lower-first.ts': { floor: 0, packages: [] },
  'text/': { floor: 1, packages: NONE },
  'lexicon/': { floor: 2, packages: ZOD },
  'book/': { floor: 3, packages: NONE },
  'phi/': { floor: 3, packages: NONE },
  'search/': { floor: 4, packages: [/^wink-nlp\/utilities\//, /^natural\/lib\/natural\/stemmers\//] },
  'mention/': { floor: 3, packages: [/^natural\/lib\/natural\/(?:distance|phonetics)\//, /^compromise\/(?:one|two)$/] },
  'scope/': { floor: 4, packages: NONE },
  'assertion/': { floor: 4.5, packages: NONE },
  'finding/': { floor: 4.5, packages: NONE },
  'code/': { floor: 5, packages: NONE },
  'query/': { floor: 6, packages: NONE },
  'describe/': { floor: 6, packages: NONE },
  'report.ts': { floor: 7, packages: NONE },
  'analyze.ts': { floor: 7, packages: NONE },
  'json-schemas.ts': { floor: 7, packages: ZOD },
  'check-query-rules.ts': { floor: 7, packages: NONE },
  'check-lexicons.ts': { floor: 7, packages: NONE },
  'find-codes.ts': { floor: 7, packages: NONE },
  'lexicons.ts': { floor: 7, packages: NONE },
  'answer.ts': { floor: 7, packages: NONE },
  'audit.ts': { floor: 7, packages: NONE },
  'explain.ts': { floor: 7, packages: NONE },
  'prove.ts': { floor: 7, packages: NONE },
  'timeline.ts': { floor: 7, packages: NONE },
  'assert-text.ts': { floor: 7, packages: NONE },
  'index.ts': { floor: 7, packages: NONE },
  'format/': { floor: 8, packages: NONE },
  'read/': { floor: 8, packages: [/^node:/] },
  // Counts of many reports, which page, terminal and html report share.
  'tally/': { floor: 8, packages: NONE },
  // Strings of SVG; stand on the escaping of format/.
  'charts/': { floor: 8.2, packages: NONE },
  'codeset/': { floor: 8.5, packages: [/^node:/, /^saxes$/] },
  'service.ts': { floor: 8.5, packages: NONE },
  'results/': { floor: 8.6, packages: [/^node:/, /^hyparquet-writer$/] },
  'store/': { floor: 8.7, packages: [/^node:/, /^@electric-sql\/pglite(?:\/nodefs)?$/, /^pg$/] },
  // The local server stands below the command line, which starts it.
  'server/': { floor: 8.9, packages: [/^node:/, /^fastify$/, /^zod$/] },
  'batch/': { floor: 8.9, packages: [/^node:/, /^zod$/, /^piscina$/, /^csv-parse$/, /^hyparquet(?:-compressors)?$/] },
  'cluster/': { floor: 8.95, packages: [/^node:/, /^pg-boss$/] },
  'cli/': { floor: 9, packages: SHELL },
  'web/': { floor: 9, packages: [/^fflate$/, /^preact(?:\/hooks)?$/, /^@preact\/signals$/, /^corpora\/notes\//] },
};
const BROWSER_FLOORS = 7;

/** Files that are one house although each has its own name: the vocabulary (floor 0) and the public API (floor 7). */
const sharesRoom = (one: string, other: string): boolean =>
  one === other || (!one.endsWith('/') && !other.endsWith('/') && ROOMS[one]?.floor === ROOMS[other]?.floor);

const FORBIDDEN: readonly { readonly word: RegExp; readonly because: string }[] = [
  { word: /['"]node:/, because: 'floors 0 to 7 run in a browser as they are' },
  { word: /\bprocess\./, because: 'there is no process in a browser, and the environment must not change a report' },
  { word: /\bconsole\./, because: 'the library is silent: results are returned, and no log line may hold note text' },
  { word: /\bDate\.now\b/, because: 'the same note gives the same bytes on every day' },
  { word: /\bnew Date\b/, because: 'the same note gives the same bytes in every time zone; dates are ISO strings here' },
  { word: /\bMath\.random\b/, because: 'the same note gives the same bytes' },
  { word: /\.toLocale/, because: 'the same note gives the same bytes in every locale' },
  { word: /\.localeCompare\b/, because: 'order must not depend on the locale; compare code units' },
  { word: /\bIntl\./, because: 'the same note gives the same bytes in every locale' },
];

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name)).sort();
const name = (path: string): string => relative(ROOT, path).replaceAll('\\', '/');
const read = (path: string): string => readFileSync(path, 'utf8');
const isGenerated = (path: string): boolean => path.endsWith('.generated.ts');
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');

function roomOf(path: string): string | undefined {
  const inside = relative(SRC, path).replaceAll('\\', '/');
  return Object.keys(ROOMS).find((room) => (room.endsWith('/') ? inside.startsWith(room) : inside === room));
}

function importsOf(path: string): string[] {
  return [...withoutComments(read(path)).matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm)]
    .map(([, named, bare]) => (named ?? bare) as string);
}

/** What is wrong with one import, and why it matters. */
function wrongImport(path: string, target: string): string[] {
  const from = roomOf(path) as string;
  const { floor, packages } = ROOMS[from] as Room;
  if (!target.startsWith('.')) {
    return packages.some((allowed) => allowed.test(target)) ? [] : [`${name(path)} imports the package ${target}: because each package has its rooms (ROOMS in this file), and ${from} is not one for it`];
  }
  const to = roomOf(normalize(join(dirname(path), target)));
  if (to === undefined) return [`${name(path)} imports ${target}, which stands on no floor`];
  if (sharesRoom(from, to) || (ROOMS[to] as Room).floor < floor) return [];
  return [`${name(path)} (${from}, floor ${floor}) imports ${target} (${to}, floor ${(ROOMS[to] as Room).floor}): because a room knows its own folder and lower floors only, so that the note walks one way`];
}

describe('floors', () => {
  const sources = files(SRC);

  it('every source file stands on a floor', () => {
    expect(sources.filter((path) => roomOf(path) === undefined).map(name)).toEqual([]);
  });

  it('imports go down', () => {
    expect(sources.filter((path) => roomOf(path) !== undefined).flatMap((path) => importsOf(path).flatMap((target) => wrongImport(path, target)))).toEqual([]);
  });

  it.each(FORBIDDEN)('floors 0 to 7 have no $word', ({ word, because }) => {
    const low = sources.filter((path) => (ROOMS[roomOf(path) ?? '']?.floor ?? 0) <= BROWSER_FLOORS && !isGenerated(path));
    const found = low.filter((path) => word.test(withoutComments(read(path)))).map((path) => `${name(path)}: ${word} because ${because}`);
    expect(found).toEqual([]);
  });

  it('no room imports from bin, scripts, test or dist', () => {
    expect(sources.flatMap((path) => importsOf(path).filter((target) => /(^|\/)(bin|scripts|test|dist)\//.test(target)).map((target) => `${name(path)} imports ${target}`))).toEqual([]);
  });
});

describe('files', () => {
  const all = [...files(SRC), ...files(join(ROOT, 'test'))].filter((path) => !isGenerated(path));

  it('have at most 300 lines, because a longer one is two files that have not met yet', () => {
    expect(all.map((path) => [name(path), read(path).split('\n').length - 1] as const).filter(([, lines]) => lines > 300)).toEqual([]);
  });

  it('begin with what comes in, what goes out and what is not their job', () => {
    expect(all.filter((path) => !/^(#!.*\n)?(\/\/|\/\*)/.test(read(path))).map(name)).toEqual([]);
  });

  it('export by name and keep to plain types', () => {
    const ban = /\bexport default\b|\benum \w+ *\{|:\s*any\b|\bas any\b|@ts-(?:ignore|expect-error|nocheck)/;
    expect(files(SRC).filter((path) => !isGenerated(path)).filter((path) => ban.test(withoutComments(read(path)))).map(name)).toEqual([]);
  });

  it('name the one command that checks everything', () => {
    const command = 'npm ci && npm test';
    expect(['README.md', '.ci/run'].filter((path) => !read(join(ROOT, path)).includes(command)), command).toEqual([]);
  });

  it('give the one version', () => {
    expect(VERSION).toBe((JSON.parse(read(join(ROOT, 'package.json'))) as { version: string }).version);
  });
});

/** Files that must have a line in a table, because stages and shells work from the table and a file outside it would be dead. */
const TABLES: readonly { readonly table: string; readonly folder: string; readonly belongs: RegExp }[] = [
  { table: 'format/formats.ts', folder: 'format', belongs: /^export const \w+: Format\b/m },
  { table: 'read/readers.ts', folder: 'read', belongs: /^export const \w+: Reader\b/m },
  { table: 'mention/recognisers.ts', folder: 'mention', belongs: /^export (?:const|function) recognise\w+/m },
];

describe('tables', () => {
  it.each(TABLES)('$table lists every file of $folder that belongs to it', ({ table, folder, belongs }) => {
    const listed = importsOf(join(SRC, table)).map((target) => normalize(join(SRC, dirname(table), target)));
    const standing = readdirSync(join(SRC, folder)).filter((file) => file.endsWith('.ts')).map((file) => join(SRC, folder, file)).filter((path) => belongs.test(read(path)));
    expect(standing.length, `no file of src/${folder} matches ${belongs}`).toBeGreaterThan(0);
    expect(standing.filter((path) => !listed.includes(path)).map(name)).toEqual([]);
  });
});

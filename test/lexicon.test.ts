// The lexicons may ship: three rings of validation hold, faults are told in teaching messages, generated files are fresh,
// and the code lists equal the official ones (when ../shared is at hand).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkLexicons } from '../src/check-lexicons.ts';
import { codeOn } from '../src/code/releases.ts';
import { SOURCES } from '../src/lexicon/bundle.generated.ts';
import { describeIssue } from '../src/lexicon/error.ts';
import { loadKnowledge } from '../src/lexicon/load.ts';
import { EXTERNAL, FAMILIES, plain, reachedCodes } from './scope.ts';
import { describeWithShared, sharedPath } from './shared.ts';

const sources = SOURCES.map(({ path, text }) => ({ path, json: JSON.parse(text) as unknown }));
const knowledge = loadKnowledge();
const TODAY = '2026-11-15';

/** The sources with one file changed. */
const withChange = (path: string, change: (json: Record<string, unknown[]>) => void): typeof sources => sources.map((source) => {
  if (source.path !== path) return source;
  const json = structuredClone(source.json) as Record<string, unknown[]>;
  change(json);
  return { path, json };
});

describe('three rings', () => {
  it('hold for the lexicons that ship', () => {
    expect(checkLexicons(sources).map(describeIssue)).toEqual([]);
  }, 60_000);

  it('ring one tells a shape fault with file, entry and remedy', () => {
    const [issue] = checkLexicons(withChange('terms/site.json', ({ concepts }) => { (concepts![0] as { forms: unknown }).forms = []; }));
    expect(issue).toMatchObject({ file: 'terms/site.json', entry: expect.stringMatching(/^site\./) });
    expect(issue!.remedy).toContain('schema');
  });

  it('ring two tells a code that no family lists and a row that is missing', () => {
    const issues = checkLexicons(withChange('codes/G57.json', ({ tables }) => {
      const [table] = tables as { rows: { codes: string[] }[] }[];
      table!.rows[0]!.codes = ['G57.09'];
      table!.rows.pop();
    })).map(describeIssue);
    expect(issues.some((issue) => issue.includes('G57.09'))).toBe(true);
    expect(issues.some((issue) => issue.includes('no row for'))).toBe(true);
  });

  it('ring three tells an example that the pipeline does not find', () => {
    const issues = checkLexicons(withChange('terms/problem.json', ({ concepts }) => { (concepts![0] as { hits: string[] }).hits.push('The weather is fine.'); }));
    expect(issues.map(({ problem }) => problem)).toEqual(['the hit "The weather is fine." is not found']);
  }, 60_000);
});

it('generated files are fresh', () => {
  expect(() => execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});

const LIST = 'icd10cm/icd10cm-codes-2027.rebuilt.txt.gz';

/** The official billable codes, without dots, and their long titles. */
const readOfficial = (): ReadonlyMap<string, string> => new Map(gunzipSync(readFileSync(sharedPath(LIST))).toString('utf8').split(/\r?\n/).filter(Boolean)
  .map((line) => [line.slice(0, 7).trim(), line.slice(8).trim()] as const));

describeWithShared('against the official FY2027 list', [LIST], () => {
  const valid = [...knowledge.codes.values()].filter((entry) => codeOn(entry.code, TODAY, knowledge) === entry);

  it('every code of ours is there with the same title', () => {
    const official = readOfficial();
    const wrong = valid.filter(({ code, title }) => official.get(plain(code)) !== title).map(({ code, title }) => `${code} ${title} ≠ ${official.get(plain(code)) ?? 'not in the list'}`);
    expect(wrong).toEqual([]);
    expect(valid.length).toBeGreaterThan(1000);
  });

  it('every official code of the families is ours, and every code of ours in them is official', () => {
    const official = new Set([...readOfficial().keys()].filter((code) => FAMILIES.test(code) || EXTERNAL.test(code)));
    const ours = new Set(valid.map(({ code }) => plain(code)).filter((code) => FAMILIES.test(code) || EXTERNAL.test(code)));
    expect([...official].filter((code) => !ours.has(code))).toEqual([]);
    expect([...ours].filter((code) => !official.has(code))).toEqual([]);
    expect(official.size).toBeGreaterThan(1700);
  });
});

/** Codes of the families that no row gives, each with the reason. */
const UNREACHED: readonly { readonly codes: RegExp; readonly because: string }[] = [
  { codes: /^(G55|M498)/, because: 'a manifestation: the disease behind it is coded first, and no family of ours holds that disease' },
  { codes: /^M6089$/, because: 'each muscle that a note names has a code of its own; nobody writes "multiple sites" of a myositis' },
  { codes: /^M7910$/, because: 'muscle ache without a site is a symptom of infections and drugs in these notes, not a matter of the back' },
  { codes: /^M99[678][5-8]$/, because: 'no foramen of a vertebra lies in the pelvis, a limb or the rib cage' },
  { codes: /^(M8008|M8448|M8458)XP$/, because: 'malunion of a collapsed vertebra: the word is used of alignment and of other bones' },
  { codes: /^(S12|S220|S32[012]).*B$/, because: 'open fracture: in these notes "open" is said of surgery; the seventh character is left to the coder' },
  { codes: /^S29019/, because: 'strain of the thorax, wall not said: the words say the back or the chest wall' },
];

it('a row reaches every code of the families, or the list says why none does', () => {
  const reached = reachedCodes(knowledge);
  const today = [...knowledge.codes.values()].filter((entry) => codeOn(entry.code, TODAY, knowledge) === entry && FAMILIES.test(plain(entry.code)));
  const unreached = today.map(({ code }) => code).filter((code) => !reached.has(code)).map(plain);
  expect(unreached.filter((code) => !UNREACHED.some(({ codes }) => codes.test(code)))).toEqual([]);
  expect(UNREACHED.filter(({ codes }) => !unreached.some((code) => codes.test(code))).map(({ because }) => because)).toEqual([]);
});

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
  const plain = (code: string): string => code.replace('.', '');
  const valid = [...knowledge.codes.values()].filter((entry) => codeOn(entry.code, TODAY, knowledge) === entry);

  it('every code of ours is there with the same title', () => {
    const official = readOfficial();
    const wrong = valid.filter(({ code, title }) => official.get(plain(code)) !== title).map(({ code, title }) => `${code} ${title} ≠ ${official.get(plain(code)) ?? 'not in the list'}`);
    expect(wrong).toEqual([]);
    expect(valid.length).toBeGreaterThan(1000);
  });

  it('every official code of the back-pain core is ours', () => {
    const core = /^(M54|M50|M51|M47|M480|M485|M430|M431|M45|M461|M53|M62830|M791|M796|M2555|M961|G570|G89|S39012|S335|S161|S134|Z981)/;
    const missing = [...readOfficial().keys()].filter((code) => core.test(code) && !valid.some((entry) => plain(entry.code) === code));
    expect(missing).toEqual([]);
  });
});

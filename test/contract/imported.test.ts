// What an imported release and an imported SNOMED CT map change for the commands that look codes up. Files and concepts are invented.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBench, mapFile, orderFile, type Bench } from '../codeset/fixture.ts';

let bench: Bench;
beforeEach(() => { bench = createBench(); });
afterEach(() => bench.clear());

const NOTE = 'ASSESSMENT: Low back pain.';
const MAP = 'der2_iisssccRefset_ExtendedMapSnapshot_US1000124_20260301.txt';

describe('an imported release', () => {
  it('lets audit, explain and search know codes outside the families, on its own dates only', async () => {
    const before = await bench.run('audit', '--codes', 'A00.0', '--date', '2018-11-01', '--format', 'json');
    expect(JSON.parse(before.out).edits.map(({ kind }: { kind: string }) => kind)).toEqual(['not-checked']);
    await bench.run('codeset', 'import', bench.put('icd10cm-order-2019.txt', orderFile()));
    const after = await bench.run('audit', '--codes', 'A00.0,A00', '--date', '2018-11-01', '--format', 'json');
    expect(JSON.parse(after.out).edits.map(({ kind }: { kind: string }) => kind)).not.toContain('not-checked');
    expect(JSON.parse((await bench.run('search', 'cholera', 'biovar', '--date', '2018-11-01', '--format', 'json')).out).hits[0].code).toBe('A00.0');
    expect((await bench.run('explain', 'A00.0', '--date', '2018-11-01')).out).toContain('biovar cholerae');
    const other = await bench.run('audit', '--codes', 'A00.0', '--date', '2026-11-15');
    expect(other.err).toMatch(/FY2019 imported, but 2026-11-15 lies in FY2027/);
  });
});

describe('an imported SNOMED CT map', () => {
  const note = (): string => bench.put('note.txt', NOTE);

  it('is asked for by --snomed, in a report and in an explanation, both ways', async () => {
    await bench.run('codeset', 'import', bench.put(MAP, mapFile()));
    const [candidate] = JSON.parse((await bench.run('analyze', note(), '--snomed', '--format', 'json')).out).candidates;
    expect([candidate.code, candidate.snomed.map(({ concept }: { concept: string }) => concept)]).toEqual(['M54.50', ['900000001']]);
    expect((await bench.run('analyze', note(), '--snomed', '--format', 'text')).out).toMatch(/SNOMED CT\s+900000001 → M54\.50/);
    expect((await bench.run('explain', 'M54.50', '--snomed')).out).toMatch(/── SNOMED CT[\s\S]*900000001 → M54\.50/);
    expect((await bench.run('explain', '900000001', '--snomed')).out).toMatch(/900000001 → M54\.50/);
  });

  it('is never shown unasked, and its absence is told', async () => {
    await bench.run('codeset', 'import', bench.put(MAP, mapFile()));
    expect((await bench.run('analyze', note(), '--format', 'json')).out).not.toContain('900000001');
    await bench.run('codeset', 'remove', 'snomed-map');
    expect(await bench.run('analyze', note(), '--snomed')).toMatchObject({ code: 66, out: '', err: expect.stringContaining('no SNOMED CT map is imported') });
  });
});

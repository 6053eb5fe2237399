// The SNOMED CT map: imported from a file of the user, looked up both ways, its rules evaluated. All concepts here are invented.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseTargets, evaluateRule } from '../../src/codeset/map-rule.ts';
import { loadSnomedMap } from '../../src/codeset/snomed-store.ts';
import { createBench, mapFile, orderFile, zipped, type Bench } from './fixture.ts';

let bench: Bench;
beforeEach(() => { bench = createBench(); });
afterEach(() => bench.clear());

const NAME = 'der2_iisssccRefset_ExtendedMapSnapshot_US1000124_20260301.txt';

describe('the import', () => {
  it('keeps active rows of the map to ICD-10-CM and says what it skipped', async () => {
    const { code, out } = await bench.run('codeset', 'import', bench.put(NAME, mapFile()));
    expect(code).toBe(0);
    for (const line of [/snomed-map\n/, /rows 7, active 5, concepts 3/, /skipped {2}1: not active \(first: line 7\)/, /skipped {2}1: of the international map/]) expect(out).toMatch(line);
    expect((await loadSnomedMap(bench.data))?.counts).toEqual({ concepts: 3, rows: 5 });
    expect((await bench.run('codeset', 'list')).out).toBe(`snomed-map 5 rows from ${NAME}\n`);
  });

  it('stands beside releases, comes out of a zip, and can be removed', async () => {
    expect(await loadSnomedMap(bench.data)).toBeUndefined();
    const files = [bench.put('us.zip', zipped({ [`Snapshot/Refset/Map/${NAME}`]: mapFile(), 'Snapshot/x.txt': 'id\teffectiveTime\tactive\r\n' })), bench.put('icd10cm-order-2019.txt', orderFile())];
    expect((await bench.run('codeset', 'import', ...files)).code).toBe(0);
    expect(bench.stored()).toEqual(['releases/FY2019.lines.gz', 'snomed-map.lines.gz']);
    expect((await bench.run('codeset', 'remove', 'snomed-map')).code).toBe(0);
    expect((await bench.run('codeset', 'remove', 'snomed-map')).code).toBe(66);
    expect(await loadSnomedMap(bench.data)).toBeUndefined();
  });
});

describe('look-ups', () => {
  beforeEach(async () => { await bench.run('codeset', 'import', bench.put(NAME, mapFile())); });

  it('lead from a code to concepts, incomplete targets included', async () => {
    const map = await loadSnomedMap(bench.data);
    const rowsFor = (code: string) => map?.conceptsFor(code).map(({ concept, group, priority, rule, target }) => ({ concept, group, priority, rule, target }));
    expect(rowsFor('M54.50')).toEqual([{ concept: '900000001', group: 1, priority: 2, rule: 'OTHERWISE TRUE', target: 'M54.50' }]);
    expect(rowsFor('S33.5XXA')).toEqual([{ concept: '900000002', group: 1, priority: 1, rule: 'TRUE', target: 'S33.5??' }]);
    expect(rowsFor('M54.5')).toEqual([]);
    expect(rowsFor('S33.5')).toEqual([]);
  });

  it('lead from a concept to its groups, and each group to one target', async () => {
    const map = await loadSnomedMap(bench.data);
    const groups = map!.groupsOf('900000001');
    expect(groups.map(({ group, rows }) => [group, rows.map(({ target }) => target)])).toEqual([[1, ['M54.59', 'M54.50']], [2, ['Z99.89']]]);
    const targets = (facts = {}) => chooseTargets(groups, facts).map(({ row, open }) => [row?.target, open.map(({ target }) => target)]);
    expect(targets()).toEqual([['M54.50', ['M54.59']], ['Z99.89', []]]);
    expect(targets({ sex: 'female' })).toEqual([['M54.59', []], ['Z99.89', []]]);
    expect(targets({ sex: 'male' })).toEqual([['M54.50', []], ['Z99.89', []]]);
    expect(chooseTargets(map!.groupsOf('900000002'))[0]).toMatchObject({ incomplete: true });
    expect(chooseTargets(map!.groupsOf('900000003'))[0]).toMatchObject({ incomplete: false, row: { target: '' } });
    expect(map!.groupsOf('900000009')).toEqual([]);
  });
});

describe('rules', () => {
  const concepts = new Set(['900000010']);
  it.each([
    ['TRUE', {}, true], ['OTHERWISE TRUE', {}, true], ['IFA 900000010 | Made up (finding) |', {}, undefined], ['IFA 900000010 | Made up (finding) |', { concepts }, true],
    ['IFA 900000011 | Made up (finding) |', { concepts }, undefined], ['IFA 248153007 | Male (finding) |', { sex: 'female' }, false], ['IFA 248153007 | Male (finding) |', { sex: 'male' }, true],
    ['IFA 445518008 | Age at onset of clinical finding (observable entity) | < 12.0 years', { ageAtOnsetYears: 11 }, true],
    ['IFA 445518008 | Age at onset of clinical finding (observable entity) | >= 12.0 years', { ageAtOnsetYears: 11 }, false],
    ['IFA 445518008 | Age at onset | >= 28.0 days AND IFA 445518008 | Age at onset | < 1.0 years', { ageAtOnsetYears: 0.5 }, true],
    ['IFA 248152002 | Female | AND IFA 900000011 | Made up |', { sex: 'female' }, undefined], ['IFA 248152002 | Female | AND IFA 900000011 | Made up |', { sex: 'male' }, false],
    ['something else', { sex: 'male' }, undefined],
  ] as const)('%s with %j is %s', (rule, facts, holds) => expect(evaluateRule(rule, facts)).toBe(holds));
});

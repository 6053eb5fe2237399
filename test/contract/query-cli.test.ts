// `lumbago query` from outside: the provider's view in every format, the internal view, the linter, answers, templates.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUERY_FORMATS } from '../../src/format/query/query-formats.ts';
import { loadKnowledge } from '../../src/lexicon/load.ts';
import { queryDocumentSchema, reportSchema } from '../../src/wire.ts';
import { runCli as run } from './run-cli.ts';

const NOTE = 'HPI: Pain shoots down the leg.\nASSESSMENT: Low back pain with sciatica. Possible disc herniation at L4-L5.';
const knowledge = loadKnowledge();
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-query-'));
  writeFileSync(at('note.txt'), NOTE);
  writeFileSync(at('quiet.txt'), 'Assessment: Left sciatica.');
  writeFileSync(at('report.json'), (await run(['analyze', at('note.txt'), '--format', 'json'])).out);
  mkdirSync(at('own'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the provider view', () => {
  it.each(QUERY_FORMATS.map(({ name }) => name))('%s holds indicators, question, every option and a place to answer, and no code, rule or outcome', async (format) => {
    const { code, out, err } = await run(['query', at('note.txt'), '--format', format, '--date', '2026-11-15']);
    expect([code, err]).toEqual([0, '']);
    const plain = out.replace(/\s+/g, ' ').replaceAll('\\', '');
    for (const words of ['clarify the side of the sciatica', 'sciatica', 'Left', 'Right', 'Both sides', 'Other (please specify)', 'Unable to determine', '2026-11-15']) expect(plain).toContain(words);
    const codes = [...knowledge.codes.keys()].filter((one) => out.includes(one) || (one.length > 4 && out.includes(one.replace('.', ''))));
    const rules = [...knowledge.templates.map(({ id }) => id), 'outcome', 'row.', 'candidate', 'DRG'].filter((word) => out.includes(word));
    expect([codes, rules]).toEqual([[], []]);
  });

  it('json is the published shape, fhir a bundle of a questionnaire and a task for each query', async () => {
    const lines = (await run(['query', at('note.txt'), '--format', 'json'])).out.trim().split('\n').map((line) => queryDocumentSchema.parse(JSON.parse(line)));
    expect(lines.map(({ axis }) => axis)).toEqual(['laterality', 'certainty']);
    expect(lines.every(({ indicators }) => indicators.every(({ start = 0, end = 0, text }) => NOTE.slice(start, end) === text))).toBe(true);
    const { entry } = JSON.parse((await run(['query', at('note.txt'), '--format', 'fhir'])).out) as { entry: { resource: { resourceType: string } }[] };
    expect(entry.map(({ resource }) => resource.resourceType)).toEqual(['Questionnaire', 'Task', 'Questionnaire', 'Task']);
  });

  it('says so when there is nothing to ask', async () => {
    expect(await run(['query', at('quiet.txt')])).toEqual({ code: 0, out: '', err: 'lumbago: quiet: no query: the documentation leaves no code open\n' });
  });
});

it('the internal view tells what each answer would code', async () => {
  const { out } = await run(['query', at('note.txt'), '--view', 'internal']);
  expect(out).toMatch(/never send this to a provider[\s\S]*Left → M54\.42[\s\S]*template query\.laterality/);
});

describe('lint', () => {
  it('passes what lumbago writes, as text and as JSON', async () => {
    for (const format of ['text', 'json']) {
      writeFileSync(at('written'), (await run(['query', at('note.txt'), '--format', format])).out);
      const { code, out } = await run(['query', 'lint', at('written'), '--note', at('note.txt')]);
      expect([code, out.match(/✓ compliant/g)?.length]).toEqual([0, 2]);
    }
  });

  it('tells rule, place, reason and remedy of an edited one, with exit 3', async () => {
    const { out } = await run(['query', at('note.txt')]);
    writeFileSync(at('edited.txt'), out.replace('Based on your clinical judgment, please clarify', 'Please confirm for the DRG').replace('[ ] Left', '[x] Left'));
    const lint = await run(['query', 'lint', at('edited.txt'), '--note', at('note.txt'), '--format', 'json']);
    const [first] = lint.out.trim().split('\n').map((line) => JSON.parse(line) as { findings: { rule: string; place: string; remedy: string }[] });
    expect([lint.code, first!.findings.map(({ rule, place }) => `${rule} ${place}`)]).toEqual([3, ['Q005 question', 'Q006 question', 'Q009 options[0]']]);
    expect(first!.findings.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });

  it('says what it cannot read', async () => {
    writeFileSync(at('bad.json'), '[{"title": 7}]');
    expect(await run(['query', 'lint', at('bad.json')])).toMatchObject({ code: 65, err: expect.stringMatching(/query 1: title/) });
    expect(await run(['query', 'lint', at('absent')])).toMatchObject({ code: 66 });
  });
});

describe('answer', () => {
  it('shows the difference, or gives the new report', async () => {
    const text = await run(['query', 'answer', at('report.json'), '--query', 'q1', '--choose', 'left']);
    expect([text.code, text.out]).toEqual([0, expect.stringMatching(/answered: Left\n - M54\.40\n \+ M54\.42/)]);
    const { out } = await run(['query', 'answer', at('report.json'), '--query', 'q1', '--choose', 'left', '--format', 'report']);
    expect(reportSchema.parse(JSON.parse(out)).candidates[0]!.code).toBe('M54.42');
  });

  it('reads an addendum', async () => {
    writeFileSync(at('addendum.txt'), 'Addendum: right-sided sciatica.');
    expect((await run(['query', 'answer', at('report.json'), '--query', 'q1', '--note', at('addendum.txt')])).out).toContain('+ M54.41');
  });

  it.each([[['--query', 'q9', '--choose', 'left'], /no query of that id/], [['--query', 'q1', '--choose', 'up'], /no option/], [['--query', 'q1'], /answer is empty/]])('%j is refused', async (flags, message) => {
    expect(await run(['query', 'answer', at('report.json'), ...flags])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});

describe('templates of an organisation', () => {
  const template = (closing?: unknown): string => JSON.stringify({ topic: 'not-specified', version: '7', templates: [{ id: 'query.laterality', axis: 'laterality', kind: 'not-specified', title: 'Please help us with the side', question: 'Based on your clinical judgment, which side does the {problem} affect?', source: 'house style', ...(closing ? { closing } : {}) }] });

  it('take the place of those that ship', async () => {
    writeFileSync(at('own/not-specified.json'), template());
    expect((await run(['query', at('note.txt'), '--templates', at('own')])).out).toMatch(/Please help us with the side[\s\S]*which side does the\s+sciatica affect\?/);
  });

  it('without "other" are refused with what to write', async () => {
    writeFileSync(at('own/not-specified.json'), template([{ value: 'undetermined', label: 'Unable to determine' }]));
    expect(await run(['query', at('note.txt'), '--templates', at('own')])).toMatchObject({ code: 65, out: '', err: expect.stringMatching(/"other" is missing: write[\s\S]*Q003/) });
    expect(await run(['query', at('note.txt'), '--templates', at('nowhere')])).toMatchObject({ code: 66 });
  });
});

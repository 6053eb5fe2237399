// The command line from outside: what goes to which stream, in which format, with which exit code. In process, but for two runs of the bin.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutputClosed } from '../../src/cli/exit.ts';
import type { Io } from '../../src/cli/io.ts';
import { FORMATS } from '../../src/format/formats.ts';
import { reportSchema } from '../../src/wire.ts';
import { runCli as run } from './run-cli.ts';

const SECRET = 'Zanzibar';
const TEXT = `Lumbago with sciatica, left side. ${SECRET}.`;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-cli-'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'n.one.txt': TEXT, 'empty.txt': '', 'binary.txt': Uint8Array.of(1, 0, 2), 'latin.txt': Uint8Array.of(65, 0xe9, 66),
    'good.jsonl': `${JSON.stringify({ id: 'a', text: TEXT })}\n${JSON.stringify({ id: 'b', text: 'Back pain.' })}\n`,
    'mixed.jsonl': `${JSON.stringify({ id: 'a', text: TEXT })}\n{"id":"b","text":"${SECRET}\n${JSON.stringify({ id: 'c', text: TEXT, date: '2010-01-01' })}\n${JSON.stringify({ id: 'a', text: TEXT })}\n${JSON.stringify({ id: 'd', text: 'Back pain.' })}\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
  mkdirSync(at('sub'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('analyze', () => {
  it.each(FORMATS.map(({ name }) => name))('writes %s', async (format) => {
    const { code, out, err } = await run(['analyze', at('n.one.txt'), '--format', format]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('M54.42');
    expect(out.endsWith('\n')).toBe(true);
  });

  it('chooses text on a terminal, jsonl elsewhere, and by the extension of --output', async () => {
    expect((await run(['analyze', at('n.one.txt')], { columns: 80, env: { NO_COLOR: '1' } })).out).toContain('── Codes');
    const { out } = await run(['analyze', at('n.one.txt')]);
    expect(reportSchema.parse(JSON.parse(out)).note.id).toBe('n.one');
    expect((await run(['analyze', at('n.one.txt'), '-o', at('out.html')])).out).toBe('');
    expect(readFileSync(at('out.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('gives one object for a text file and an array for a collection', async () => {
    expect(JSON.parse((await run(['analyze', at('n.one.txt'), '-f', 'json'])).out).note.id).toBe('n.one');
    expect(JSON.parse((await run(['analyze', at('good.jsonl'), '-f', 'json'])).out)).toHaveLength(2);
    expect(JSON.parse((await run(['analyze', at('n.one.txt'), at('good.jsonl'), '-f', 'json'])).out)).toHaveLength(3);
  });

  it.each([[[]], [['-']]])('reads standard input with %j', async (files) => {
    const { out } = await run(['analyze', ...files], { stdin: TEXT });
    expect(JSON.parse(out).note).toMatchObject({ id: 'stdin', length: TEXT.length });
  });

  it('recognises JSONL on standard input, and takes --input for it', async () => {
    const stdin = readFileSync(at('good.jsonl'));
    expect((await run(['analyze'], { stdin })).out.trim().split('\n')).toHaveLength(2);
    expect(JSON.parse((await run(['analyze', '--input', 'text'], { stdin })).out).note.id).toBe('stdin');
  });

  it('gives notes what they do not say', async () => {
    const { out } = await run(['analyze', at('n.one.txt'), '--setting', 'inpatient', '--date', '2024-09-30', '--encounter', 'initial', '--type', 'progress-note']);
    expect(JSON.parse(out).note).toMatchObject({ setting: 'inpatient', date: '2024-09-30', encounter: 'initial', type: 'progress-note' });
  });

  it.each([
    [{ columns: 80 }, [], true], [{ columns: 80, env: { NO_COLOR: '1' } }, [], false], [{ columns: 80, env: { TERM: 'dumb' } }, [], false], [{}, [], false],
    [{ env: { FORCE_COLOR: '1' } }, [], true], [{ columns: 80, env: { FORCE_COLOR: '0' } }, [], false], [{ env: { NO_COLOR: '1' } }, ['--color'], true], [{ columns: 80 }, ['--no-color'], false],
  ])('with %j and %j colour is %s', async (world, flags, colored) => {
    expect((await run(['analyze', at('n.one.txt'), '-f', 'text', ...flags], world)).out.includes('\u001b[')).toBe(colored);
  });
});

describe('bad input', () => {
  it.each([
    [['analyze', 'empty.txt'], 3, /empty\.txt.*empty/], [['analyze', 'binary.txt'], 65, /binary\.txt: is a binary file \(NUL at byte 1/],
    [['analyze', 'latin.txt'], 65, /latin\.txt: is not UTF-8 \(invalid at byte 1/], [['analyze', 'nowhere.txt'], 66, /nowhere\.txt: no such file/],
    [['analyze', 'sub'], 65, /sub: is a directory/], [['why', 'M54.42', 'nowhere.txt'], 66, /no such file/],
  ])('%j ends with %i', async (argv, expected, message) => {
    const [command, ...rest] = argv as [string, ...string[]];
    const file = at(rest.pop() as string);
    const { code, out, err } = await run([command, ...rest, file]);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(message);
  });

  it.each([
    [['analyze', '--format', 'pdf'], /pdf: is not a format; choose one of text, json, jsonl, markdown, html/], [['analyze', '--date', 'today'], /--date today: is not a date/],
    [['analyze', '--date', '2015-09-30'], /is before 2015-10-01/], [['analyze', '--setting', 'home'], /outpatient, inpatient/], [['analyze', '--nope'], /unknown option/],
    [['analyse'], /Did you mean analyze/], [['why'], /missing required argument/], [[], /Usage/], [['analyze', '--width', 'wide'], /40 to 400/],
  ])('%j is a usage error', async (argv, message) => {
    const { code, out, err } = await run(argv, { stdin: TEXT });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('rejects lines by number, goes on with the others, quotes nothing', async () => {
    const { code, out, err } = await run(['analyze', at('mixed.jsonl')]);
    expect(code).toBe(3);
    expect(out.trim().split('\n').map((line) => JSON.parse(line).note.id)).toEqual(['a', 'd']);
    for (const message of [/line 2: is not JSON: column 18/, /line 3 \(id c\): "date" is before/, /line 4 \(id a\): has the id of line 1/, /2 notes analyzed, 3 rejected/]) expect(err).toMatch(message);
    expect(err).not.toContain(SECRET);
  });

  it('goes on after a file that is missing', async () => {
    const { code, out } = await run(['analyze', at('nowhere.txt'), at('n.one.txt')]);
    expect([code, JSON.parse(out).note.id]).toEqual([66, 'n.one']);
  });

  it('tells where it cannot write, and never writes over a note', async () => {
    expect(await run(['analyze', at('n.one.txt'), '-o', at('no/such/place.json')])).toMatchObject({ code: 73 });
    expect(await run(['analyze', at('n.one.txt'), '-o', at('n.one.txt')])).toMatchObject({ code: 2 });
    expect(readFileSync(at('n.one.txt'), 'utf8')).toBe(TEXT);
    const full: Io['writeOut'] = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }));
    expect(await run(['analyze', at('n.one.txt')], { writeOut: full })).toMatchObject({ code: 73 });
  });

  it('is quiet when nobody reads any more', async () => {
    const closed: Io['writeOut'] = () => Promise.reject(new OutputClosed());
    expect(await run(['analyze', at('good.jsonl')], { writeOut: closed })).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('audit', () => {
  it('judges codes by a note from standard input, in words and as JSON', async () => {
    const { code, out, err } = await run(['audit', '--codes', 'M54.42,m5411', '-'], { stdin: TEXT });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/✓ {2}M54\.42[\s\S]*supported by the note[\s\S]*“sciatica” 1:14[\s\S]*✗ {2}M54\.11[\s\S]*not\s+supported/);
    const audited = JSON.parse((await run(['audit', '--codes', 'M54.42', '--format', 'json', at('n.one.txt')])).out);
    expect(audited).toMatchObject({ schema: 'lumbago/audit@1', codes: [{ code: 'M54.42', verdict: 'supported' }], missing: [], edits: [] });
  });

  it('judges codes alone when no note is named, and does not wait for one', async () => {
    const { code, out } = await run(['audit', '--codes', 'M54.50, M54.41']);
    expect(code).toBe(0);
    expect(out).toMatch(/M54\.50 excludes M54\.41[\s\S]*Tabular M54\.5, Excludes1/);
    expect((await run(['audit', '--codes', 'M54.5', '--date', '2026-11-15'])).out).toMatch(/M54\.50[\s\S]*M54\.51[\s\S]*M54\.59/);
  });

  it('one audit a note, the rest of a broken file included', async () => {
    const { code, out, err } = await run(['audit', '--codes', 'M54.42', '-f', 'json', at('mixed.jsonl')]);
    expect([code, out.trim().split('\n').length]).toEqual([3, 2]);
    expect(out + err).not.toContain(SECRET);
  });

  it('says what is wrong with its arguments', async () => {
    expect(await run(['audit', at('n.one.txt')])).toMatchObject({ code: 2, err: expect.stringContaining('--codes') });
    expect(await run(['audit', '--codes', ' , '])).toMatchObject({ code: 2, err: expect.stringContaining('names no code') });
    expect(await run(['audit', '--codes', 'M54.5', '--date', '2014-01-01'])).toMatchObject({ code: 2 });
    expect(await run(['audit', '--codes', 'M54.5', at('absent.txt')])).toMatchObject({ code: 66 });
  });
});

describe('why, why-not, help, version', () => {
  it('explains a code that stands and one that does not', async () => {
    const why = await run(['why', 'm5442', at('n.one.txt')]);
    expect([why.code, why.err]).toEqual([0, '']);
    expect(why.out).toMatch(/^M54\.42 Lumbago with sciatica, left side — coded/);
    const not = await run(['why-not', 'M54.16', '--format', 'json'], { stdin: TEXT });
    expect(JSON.parse(not.out)).toMatchObject({ note: 'stdin', code: 'M54.16', verdict: 'not-considered' });
    expect((await run(['why', 'A00.00', at('good.jsonl')])).out).toMatch(/not a code/);
  });

  it('why --prove shows what the note codes without the words, and with them alone', async () => {
    const { code, out, err } = await run(['why', 'M54.42', '--prove', at('n.one.txt')]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/\nProof holds\n[\s\S]*These words blanked: M54\.42 goes; the note codes nothing\.[\s\S]*M54\.42 stays;\s+the\s+note\s+codes\s+M54\.42\./);
    expect((await run(['why', 'M54.16', '--prove', at('n.one.txt')])).out).toMatch(/nothing to prove/);
    expect(JSON.parse((await run(['why', 'M54.42', '--prove', '-f', 'json', at('n.one.txt')])).out).proof).toMatchObject({ code: 'M54.42', holds: true });
    expect((await run(['why-not', 'M54.42', '--prove', at('n.one.txt')])).err).toMatch(/unknown option/);
  });

  it.each([['--help'], ['analyze', '--help'], ['why', '--help'], ['why-not', '--help'], ['audit', '--help'], ['explain', '--help'], ['search', '--help'], ['help', 'analyze']])('%s %s shows examples on standard output', async (...argv) => {
    const { code, out, err } = await run(argv.filter(Boolean));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Examples:\n {2}lumbago/);
    expect(out).toContain('66 no such input');
  });

  it('gives its versions', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const versions = JSON.parse((await run(['--version', '--json'])).out);
    expect(versions).toMatchObject({ engine: expect.stringMatching(/^\d/), knowledge: expect.stringMatching(/^[0-9a-f]{64}$/), release: expect.stringMatching(/^FY\d{4}$/) });
  });
});

describe('explain and search', () => {
  it('explain shows a code as text and as JSON', async () => {
    const { code, out, err } = await run(['explain', 'm5442']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^M54\.42 Lumbago with sciatica, left side — billable\nICD-10-CM FY2027\n/);
    for (const title of ['Where it stands', 'What the characters mean', 'Notes', 'Axes', 'Index entries that lead here', 'History', 'Codes beside it']) expect(out).toContain(`── ${title} ─`);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(JSON.parse((await run(['explain', 'M54.42', '--format', 'json'])).out)).toMatchObject({ known: true, code: 'M54.42', billable: true });
    expect(JSON.parse((await run(['explain', 'M54.5', '--date', '2020-01-01', '-f', 'json'])).out)).toMatchObject({ billable: true, release: 'FY2020' });
  });

  it('explain answers what is no code', async () => {
    expect(await run(['explain', '724.2'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^724\.2 — not in ICD-10-CM FY2027\n[\s\S]*ICD-9-CM/) });
  });

  it('search shows codes with the way to them', async () => {
    const { code, out, err } = await run(['search', 'LBP', 'left', 'leg', 'sciatica', '--limit', '1']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^LBP left leg sciatica in ICD-10-CM FY2027\n\n {3}M54\.42 {4}Lumbago with sciatica, left side\n.*↳ Index: Lumbago, lumbalgia > with sciatica\n$/);
    const { words, release, hits } = JSON.parse((await run(['search', 'sciatca', '-f', 'json', '--limit', '2'])).out);
    expect([words, release, hits.length]).toEqual(['sciatca', 'FY2027', 2]);
    expect(hits[0]).toMatchObject({ code: 'M54.3', billable: false, via: 'index', path: ['Sciatica'], below: expect.any(Array) });
  });

  it('search that finds nothing says what to try', async () => {
    expect(await run(['search', 'xyzzy'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/Nothing found\. Try[\s\S]*codeset import/) });
  });

  it.each([
    [['search'], /missing required argument/], [['search', ' '], /search needs words/], [['search', 'sciatica', '--limit', '0'], /1 to 100/], [['explain'], /missing required argument/],
    [['explain', 'M54.2', '--date', 'today'], /--date today: is not a date/], [['explain', 'M54.2', '--format', 'html'], /text, json/],
  ])('%j is a usage error', async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('the bin', () => {
  const bin = fileURLToPath(new URL('../../bin/lumbago.js', import.meta.url));
  const built = existsSync(new URL('../../dist/bundle/main.js', import.meta.url));

  it.runIf(built)('analyses standard input and says the same as in process', async () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'analyze'], { input: TEXT, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, (await run(['analyze'], { stdin: TEXT })).out]);
  });

  it.runIf(built)('passes the exit code on and is quiet on a closed pipe', () => {
    expect(spawnSync(process.execPath, [bin, 'analyze', at('nowhere.txt')], { encoding: 'utf8' }).status).toBe(66);
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" --help | head -n 1`], { encoding: 'utf8' });
    expect([piped.stdout.split('\n')[0], piped.stderr]).toEqual(['Usage: lumbago [options] [command]', '']);
  });
});

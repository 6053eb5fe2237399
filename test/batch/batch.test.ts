// lumbago batch from outside: every kind of input and of bad record, order, duplicates, shards, refusals, identifiers, and that verify finds tampering.
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteFile } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { jsonl } from '../../src/format/jsonl.ts';
import { createAnalyzer } from '../../src/index.ts';
import { caseNotes, wholeNotes } from '../corpus.ts';
import { hashesIn, idsIn, partsIn, rejectsIn, runLumbago, withFolder } from './run-lumbago.ts';

const DATE = '2026-11-15';
const notes = [...wholeNotes(), ...caseNotes().slice(0, 60)].map(({ text }, at) => ({ id: `n-${String(at).padStart(3, '0')}`, text }));
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const { analyze } = createAnalyzer();
const expected = notes.map((note) => { const report = analyze({ ...note, date: DATE }); return jsonl.render(report, { ...note, setting: 'outpatient' }, { color: false, width: 80, full: false }); }).join('');

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = (delimiter: string): string => [`NOTE_ID${delimiter}other${delimiter}NOTE_TEXT`, ...notes.map(({ id, text }) => [id, 'x', cell(text)].join(delimiter))].join('\r\n');
const COLUMNS = ['--id-col', 'NOTE_ID', '--text-col', 'NOTE_TEXT'];
const NO_PHI = ['--phi', 'off', '--date', DATE, '--workers', '1'];

describe('inputs', () => {
  const write: Readonly<Record<string, (path: string) => void>> = {
    'notes.jsonl': (path) => writeFileSync(path, lines(notes)),
    'notes.jsonl.gz': (path) => writeFileSync(path, Buffer.concat([gzipSync(lines(notes.slice(0, 5))), gzipSync(lines(notes.slice(5)))])),
    'notes.csv': (path) => writeFileSync(path, `\ufeff${table(',')}`),
    'notes.csv.gz': (path) => writeFileSync(path, gzipSync(table(','))),
    'notes.tsv': (path) => writeFileSync(path, table('\t')),
    'notes.parquet': (path) => parquetWriteFile({ filename: path, rowGroupSize: 20, columnData: [{ name: 'NOTE_ID', data: notes.map(({ id }) => id), type: 'STRING' }, { name: 'NOTE_TEXT', data: notes.map(({ text }) => text), type: 'STRING' }] }),
    folder: (path) => {
      mkdirSync(path);
      for (const [at, { id, text }] of notes.entries()) writeFileSync(join(path, at % 9 === 0 ? `${id}.txt.gz` : `${id}.txt`), at % 9 === 0 ? gzipSync(text) : text);
      writeFileSync(join(path, 'read.me'), 'no note');
    },
  };

  it.each(Object.keys(write))('%s gives the reports of the library, in order', (name) => withFolder(async (folder) => {
    const input = join(folder, name);
    write[name]?.(input);
    const ran = await runLumbago(['batch', input, '--out', join(folder, 'out'), ...NO_PHI, ...(/csv|tsv|parquet/.test(name) ? COLUMNS : [])]);
    expect(ran).toMatchObject({ code: 0, out: `read ${notes.length} = ok ${notes.length} + rejected 0 + duplicate 0 + error 0\n` });
    expect(partsIn(join(folder, 'out'))).toBe(expected);
    if (name === 'notes.parquet' || name === 'folder') expect(await runLumbago(['batch', 'verify', join(folder, 'out'), '--against', input])).toMatchObject({ code: 0 });
  }));

  it.each([['JSON Lines', lines(notes)], ['packed CSV', gzipSync(table(','))]])('standard input as %s gives them too, in zipped parts, with two workers', (_name, stdin) => withFolder(async (folder) => {
    const ran = await runLumbago(['batch', '-', '--out', join(folder, 'out'), ...NO_PHI.slice(0, 4), '--workers', '2', '--part-size', '20', '--gzip', ...COLUMNS.map((name) => (typeof stdin === 'string' ? name.replace('NOTE_ID', 'id').replace('NOTE_TEXT', 'text') : name))], { stdin: Buffer.from(stdin) });
    expect(ran.code).toBe(0);
    expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.jsonl.gz'))).toHaveLength(Math.ceil(notes.length / 20));
    expect(partsIn(join(folder, 'out'))).toBe(expected);
    expect(await runLumbago(['batch', 'verify', join(folder, 'out')])).toMatchObject({ code: 0 });
  }));

  it('tells what cannot be read, and with which code', () => withFolder(async (folder) => {
    const give = (name: string, content: string | Uint8Array): string => { writeFileSync(join(folder, name), content); return join(folder, name); };
    const out = join(folder, 'out');
    const cases: readonly (readonly [string, number, RegExp])[] = [
      [join(folder, 'none.jsonl'), 66, /none\.jsonl: no such file/], [give('b.jsonl', Buffer.from([0, 1, 2])), 65, /binary file \(NUL at byte 0\)/],
      [give('c.csv', 'a,b\n1,2\n'), 65, /no column "id"/], [give('p.parquet', 'PAR1 but no more'), 65, /not a whole Parquet file/],
      [give('g.jsonl.gz', gzipSync(lines(notes)).subarray(0, 600)), 65, /damaged or cut gzip/], [give('what.dat', 'words and no more'), 65, /none of JSON Lines, CSV/],
    ];
    for (const [input, code, says] of cases) {
      const ran = await runLumbago(['batch', input, '--out', out, '--workers', '1']);
      expect(ran, ran.err).toMatchObject({ code });
      expect(ran.err).toMatch(says);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    }
  }));
});

describe('bad records', () => {
  const good = (id: string, more: object = {}): Buffer => Buffer.from(JSON.stringify({ id, text: 'Lumbago with sciatica, left side.', date: DATE, ...more }));
  const SECRET = 'Zyxwv';

  it('of JSON Lines go to rejects.jsonl with line and reason, and every good one is coded', () => withFolder(async (folder) => {
    const bad: readonly (readonly [Buffer, string, RegExp, string | null])[] = [
      [Buffer.from(`{"id":"b","text":"${SECRET}`), 'rejected', /not JSON: column 18/, null], [Buffer.concat([Buffer.from('{"id":"c","text":"'), Buffer.from([0xff]), Buffer.from('"}')]), 'rejected', /not UTF-8: invalid at byte 18/, null],
      [Buffer.from(`{"text":"${SECRET}"}`), 'rejected', /"id" is missing/, null], [Buffer.from('{"id":"d"}'), 'rejected', /"text" is missing/, 'd'], [good('g1', { text: SECRET }), 'duplicate', /repeats the id/, 'g1'],
      [good('e', { text: ' \n ' }), 'rejected', /empty/, 'e'], [good('f', { text: SECRET.repeat(500_000) }), 'rejected', /longer than 2 MiB/, 'f'], [good('h', { date: '2026-13-01' }), 'rejected', /"date" is not a date/, 'h'],
      [Buffer.from(`["${SECRET}"]`), 'rejected', /not an object/, null], [Buffer.from(`{"id":7,"text":"${SECRET}"}`), 'rejected', /"id" is not valid/, null], [good('i', { setting: 'home' }), 'rejected', /"setting"/, 'i'],
      [good('j', { text: `Mr. ${SECRET} has low back pain.` }), 'rejected', /seems to identify a patient \(name\)/, 'j'], [good('k', { text: SECRET.repeat(1_000_000) }), 'rejected', /longer than 2 MiB/, null],
    ];
    const records = bad.flatMap(([line], at) => [good(`g${at + 1}`), line, ...(at === 3 ? [Buffer.from('  ')] : [])]);
    writeFileSync(join(folder, 'in.jsonl'), Buffer.concat(records.flatMap((line) => [line, Buffer.from('\n')])));
    const out = join(folder, 'out');
    const ran = await runLumbago(['batch', join(folder, 'in.jsonl'), '--out', out, '--workers', '1', '--part-size', '7']);
    expect(ran).toMatchObject({ code: 3, out: 'read 26 = ok 13 + rejected 12 + duplicate 1 + error 0\n' });
    expect(idsIn(out)).toEqual(bad.map((_, at) => `g${at + 1}`));
    const rejects = rejectsIn(out);
    expect(rejects.map(({ line, kind, id }) => [line, kind, id])).toEqual(bad.map(([line, kind, , id]) => [records.indexOf(line) + 1, kind, id]));
    for (const [at, [, , reason]] of bad.entries()) expect(rejects[at]?.reason).toMatch(reason);
    expect(rejects[11]).toMatchObject({ categories: ['name'], spans: [{ start: 4, end: 9 }] });
    for (const file of ['rejects.jsonl', 'manifest.json']) expect(readFileSync(join(out, file), 'utf8')).not.toContain(SECRET);
    expect(ran.err + ran.out).not.toContain(SECRET);
    expect(await runLumbago(['batch', 'verify', out, '--against', join(folder, 'in.jsonl')])).toMatchObject({ code: 0 });
  }));

  it('of CSV too, at their exact lines', () => withFolder(async (folder) => {
    const rows = ['id,text,date', 'a,"Low ""back"" pain.\r\nNo weakness.",', 'b,too,many,cells', '', 'c,5\' 10" tall,', Buffer.concat([Buffer.from('d,bad '), Buffer.from([0xe9]), Buffer.from(',')]), ',no id,', 'e,,', 'f,"quote" stays,', 'a,again,', 'g,"never closed,\r\nh,Low back pain.,'];
    writeFileSync(join(folder, 'in.csv'), Buffer.concat(rows.flatMap((row) => [Buffer.from(row), Buffer.from('\r\n')])));
    const ran = await runLumbago(['batch', join(folder, 'in.csv'), '--out', join(folder, 'out'), '--workers', '1']);
    expect(ran).toMatchObject({ code: 3, out: 'read 9 = ok 3 + rejected 5 + duplicate 1 + error 0\n' });
    expect(idsIn(join(folder, 'out'))).toEqual(['a', 'c', 'f']);
    expect(rejectsIn(join(folder, 'out')).map(({ line, id, reason }) => [line, id, reason.slice(0, 15)])).toEqual([
      [4, null, 'has 4 cells, bu'], [7, 'd', 'is not UTF-8: i'], [8, null, '"id" is missing'], [9, 'e', 'the note is emp'], [11, 'a', 'repeats the id '], [12, null, 'has a quote tha'],
    ]);
  }));

  it('stop the run when there are more than --max-rejects, and it can be gone on with', () => withFolder(async (folder) => {
    writeFileSync(join(folder, 'in.jsonl'), Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? `${good(`g${at}`).toString()}\n` : 'no json\n')).join(''));
    const args = ['batch', join(folder, 'in.jsonl'), '--out', join(folder, 'out'), '--workers', '1'];
    const stopped = await runLumbago([...args, '--max-rejects', '50']);
    expect(stopped).toMatchObject({ code: 4 });
    expect(stopped.err).toMatch(/more than 50 records/);
    expect(rejectsIn(join(folder, 'out')).length).toBeGreaterThan(50);
    expect(await runLumbago([...args, '--max-rejects', '200', '--resume'])).toMatchObject({ code: 3, out: 'read 400 = ok 200 + rejected 200 + duplicate 0 + error 0\n' });
  }));
});

describe('identifiers', () => {
  const text = 'Lumbago with sciatica, left side.\nMrs. Kowalski, DOB: 03/04/1961.';
  const run = async (folder: string, phi: string, more: readonly string[] = []) => {
    writeFileSync(join(folder, 'in.jsonl'), lines([{ id: 'a', text, date: DATE }]));
    const out = join(folder, phi);
    const { code } = await runLumbago(['batch', join(folder, 'in.jsonl'), '--out', out, '--workers', '1', '--phi', phi, ...more]);
    const report = JSON.parse(partsIn(out) || '{}') as { note?: { text?: string; sha256: string }; diagnostics?: readonly { code: string; message: string; span?: object }[]; candidates?: readonly { code: string; status: string }[] };
    return { code, report, written: partsIn(out) + JSON.stringify(rejectsIn(out)) };
  };

  it.each([['reject', 3], ['mask', 0], ['warn', 0], ['off', 0]])('--phi %s ends with %i and writes no identifier', (phi, code) => withFolder(async (folder) => {
    const ran = await run(folder, phi);
    expect(ran.code).toBe(code);
    expect(ran.written).not.toMatch(/Kowalski|1961/);
    const found = (ran.report.diagnostics ?? []).filter((one) => one.code === 'D201').map(({ span }) => span);
    expect(found).toEqual(phi === 'mask' || phi === 'warn' ? [{ start: 39, end: 47 }, { start: 54, end: 64 }] : []);
    if (code === 0) expect(ran.report.candidates?.find(({ status }) => status !== 'excluded')?.code).toBe('M54.42');
  }));

  it('a masked text is put into the report masked, with the same length', () => withFolder(async (folder) => {
    const { report } = await run(folder, 'mask', ['--include-text']);
    expect(report.note?.text).toBe('Lumbago with sciatica, left side.\nMrs. ________, DOB: __________.');
  }));

  it('--include-text puts the text in, otherwise it is in no report', () => withFolder(async (folder) => {
    expect((await run(folder, 'off', ['--include-text'])).report.note?.text).toBe(text);
    expect((await run(folder, 'warn')).report.note).not.toHaveProperty('text');
  }));

  it('the help says that it is no de-identifier', async () => expect((await runLumbago(['batch', '--help'])).out).toMatch(/NOT a de-identifier/));
});

describe('folders', () => {
  it('with something in them are refused, and a run that is there is only gone on with as it began', () => withFolder(async (folder) => {
    const input = join(folder, 'in.jsonl');
    const out = join(folder, 'out');
    writeFileSync(input, lines(notes));
    const args = ['batch', input, '--out', out, ...NO_PHI];
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'x');
    for (const more of [[], ['--resume']]) expect((await runLumbago([...args, ...more])).err).toMatch(/is not empty/);
    rmSync(join(out, 'mine.txt'));
    expect(await runLumbago([...args, '--resume'])).toMatchObject({ code: 0 });
    const before = hashesIn(out);
    expect(await runLumbago(args)).toMatchObject({ code: 73 });
    const again = await runLumbago([...args, '--resume', '--workers', '2', '--quiet']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.err).toMatch(/complete already/);
    for (const [more, says] of [[['--phi', 'mask'], /an argument is not what it was \(phi\)/], [['--gzip'], /\(gzip\)/], [['--limit', '5'], /\(limit\)/]] as const) {
      const ran = await runLumbago([...args, '--resume', ...more]);
      expect(ran).toMatchObject({ code: 73 });
      expect(ran.err).toMatch(says);
    }
    appendFileSync(input, lines([{ id: 'new', text: 'Low back pain.' }]));
    const changed = await runLumbago([...args, '--resume']);
    expect(changed).toMatchObject({ code: 73 });
    expect(changed.err).toMatch(/the input is not what it was/);
    expect(hashesIn(out)).toEqual(before);
  }));

  it('verify finds what was changed, added, lost', () => withFolder(async (folder) => {
    const out = join(folder, 'out');
    writeFileSync(join(folder, 'in.jsonl'), `${lines(notes.slice(0, 12))}no json\n`);
    expect(await runLumbago(['batch', join(folder, 'in.jsonl'), '--out', out, ...NO_PHI, '--part-size', '5'])).toMatchObject({ code: 3 });
    const tamper = async (file: string, change: (text: string) => string): Promise<string> => {
      const path = join(out, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, change(text));
      const { code, err } = await runLumbago(['batch', 'verify', out]);
      writeFileSync(path, text);
      return `${code} ${err}`;
    };
    expect(await tamper('part-00001.jsonl', (text) => text.replace('supported', 'excluded_'))).toMatch(/^65 .*part-00001\.jsonl was changed/);
    expect(await tamper('part-00001.jsonl', (text) => text.slice(0, text.indexOf('\n') + 1))).toMatch(/holds 1 reports, the manifest says 5/);
    expect(await tamper('part-00001.jsonl', () => readFileSync(join(out, 'part-00000.jsonl'), 'utf8'))).toMatch(/5 reports of notes that were reported before/);
    expect(await tamper('rejects.jsonl', () => '')).toMatch(/^65 .*rejects\.jsonl holds 0 lines/s);
    expect(await tamper('manifest.json', (text) => text.replace('"ok": 12', '"ok": 11'))).toMatch(/^65 .*do not add up/);
    writeFileSync(join(out, 'part-00009.jsonl'), '');
    expect(await runLumbago(['batch', 'verify', out])).toMatchObject({ code: 65 });
    rmSync(join(out, 'part-00009.jsonl'));
    expect(await runLumbago(['batch', 'verify', out])).toMatchObject({ code: 0, out: 'verified: 3 parts, read 13 = ok 12 + rejected 1 + duplicate 0 + error 0\n' });
    expect(await runLumbago(['batch', 'verify', join(folder, 'none')])).toMatchObject({ code: 66 });
  }));
});

describe('shards and limits', () => {
  it('the shards together give what one run gives, duplicates found across all of them', () => withFolder(async (folder) => {
    const records = [...notes, notes[3] ?? {}, { text: 'no id' }, notes[9] ?? {}];
    writeFileSync(join(folder, 'in.jsonl'), lines(records));
    const args = ['batch', join(folder, 'in.jsonl'), ...NO_PHI, '--out'];
    for (const shard of ['1/3', '2/3', '3/3']) expect((await runLumbago([...args, join(folder, shard.replace('/', '-')), '--shard', shard])).code).toBeLessThanOrEqual(3);
    const folders = ['1-3', '2-3', '3-3'].map((name) => join(folder, name));
    expect(folders.flatMap(idsIn).sort()).toEqual(notes.map(({ id }) => id).sort());
    expect(folders.flatMap((one) => partsIn(one).split('\n')).sort()).toEqual([...expected.split('\n'), '', ''].sort());
    expect(folders.flatMap(rejectsIn).map(({ kind, line }) => [line, kind]).sort()).toEqual([[notes.length + 1, 'duplicate'], [notes.length + 2, 'rejected'], [notes.length + 3, 'duplicate']].sort());
    expect(folders.every((one) => idsIn(one).length > 0)).toBe(true);
  }));

  it('--limit reads so many records', () => withFolder(async (folder) => {
    writeFileSync(join(folder, 'in.jsonl'), lines(notes));
    expect(await runLumbago(['batch', join(folder, 'in.jsonl'), '--out', join(folder, 'out'), ...NO_PHI, '--limit', '7'])).toMatchObject({ code: 0 });
    expect(idsIn(join(folder, 'out'))).toEqual(notes.slice(0, 7).map(({ id }) => id));
  }));

  it.each([['--shard', '4/3'], ['--shard', 'x'], ['--limit', '0'], ['--timeout', '0'], ['--phi', 'maybe'], ['--date', '2026-02-30']])('%s %s is refused', async (flag, value) => {
    expect(await runLumbago(['batch', '-', '--out', 'never-made', flag, value])).toMatchObject({ code: 2 });
  });
});

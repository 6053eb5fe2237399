// `lumbago worklist` from outside: what goes to which stream, with which exit code. In process; over a server where there is one, because a
// folder is opened anew by every command, and over a folder once.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, type Ran } from '../contract/run-cli.ts';
import { freshServerDatabase, hasServer, reportOf, SECRET, TEXT, letter } from './stores.ts';

let folder = '';
let place = '';
let drop = async (): Promise<void> => undefined;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-worklist-'));
  place = at('data/worklist');
  if (hasServer) ({ url: place, drop } = await freshServerDatabase());
  const lines = [reportOf('n1', 2), reportOf('n2', 1)].map((report) => JSON.stringify(report));
  writeFileSync(at('reports.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(at('mixed.jsonl'), `${lines[0]}\n{"schema":"${SECRET}"}\n`);
  writeFileSync(at('broken.jsonl'), `${lines[0]}\n{"schema":"${SECRET}\n`);
  writeFileSync(at('notes.jsonl'), ['n1', 'n2'].map((id) => `${JSON.stringify({ id, text: TEXT })}\n`).join(''));
  writeFileSync(at('letter.txt'), letter());
  writeFileSync(at('leading.txt'), letter().replace('Based on your clinical judgment, which side', 'Do you agree that it is the left side that'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await drop();
});

const runAt = (env: Record<string, string>, argv: readonly string[]): Promise<Ran> => runCli(['worklist', ...argv], { stdin: readFileSync(at('reports.jsonl')), env: { USER: 'ana', ...env } });
const run = (...argv: readonly string[]): Promise<Ran> => runAt({ LUMBAGO_STORE: place }, argv);

describe('lumbago worklist', { timeout: 180_000 }, () => {
  it('makes nothing before the first add', async () => {
    expect(await run('list')).toMatchObject({ code: 66, out: '', err: expect.stringMatching(/: there is no worklist here; "lumbago worklist add" makes one/) });
  });

  it('follows queries to their answers', async () => {
    expect(await run('add', at('reports.jsonl'), '--keep-text', at('notes.jsonl'))).toMatchObject({ code: 0, out: 'W1\nW2\nW3\n', err: expect.stringMatching(/2 notes, 3 queries added, 0 were there already/) });
    expect(await run('add')).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/0 queries added, 3 were there already/) });
    expect(await run('send', 'W1', '--to', 'Dr. Osei')).toMatchObject({ code: 0, out: 'W1 is sent (version 2, event 6)\n', err: '' });
    expect(await run('send', 'n2/q1', '--text', at('leading.txt'))).toMatchObject({ code: 65, out: '', err: expect.stringMatching(/not compliant and was not sent:\n {2}Q006 in question: /) });
    expect(await run('send', 'n2/q1', '--text', at('letter.txt'), '--by', 'ben')).toMatchObject({ code: 0 });
    expect(await run('answer', 'W1', '--choose', 'right', '--by', 'N. Osei', '--credentials', 'MD')).toMatchObject({ code: 0, out: 'W1 is answered (version 3, event 8)\n' });
    expect(await run('answer', 'W1', '--choose', 'left', '--by', 'B. Lee', '--credentials', 'DO')).toMatchObject({ code: 73, out: '', err: expect.stringMatching(/^lumbago: W1: was answered by N\. Osei, MD, at 20.*nothing was changed/) });
    expect(await run('close', 'W1', '--outcome', 'agreed', '--expect', '2')).toMatchObject({ code: 73, err: expect.stringContaining('version 2, now 3') });
    expect(await run('close', 'W1', '--outcome', 'agreed', '--expect', '3')).toMatchObject({ code: 0 });
    expect(await run('close-gap', 'W2', '--reason', 'education')).toMatchObject({ code: 0, out: expect.stringMatching(/^W2 is closed/) });
    expect(await run('expire', '--before', '2020-01-01')).toMatchObject({ code: 0, out: '', err: 'lumbago: 0 queries expired\n' });

    const { out } = await run('list');
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([['ID', 'STATUS'], ['W1', 'closed (agreed)'], ['W2', 'closed'], ['W3', 'sent'], ['']]);
    expect(JSON.parse((await run('list', '--status', 'sent', '--format', 'json')).out)).toMatchObject([{ query: 'W3', note: 'n2', author: 'ana', textSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect((await run('list', '--assignee', 'Dr. Osei', '-f', 'csv')).out.split('\r\n')).toHaveLength(3);
    expect((await run('export')).out.split('\r\n')).toHaveLength(5);
    expect((await run('show', 'W3')).out).toMatch(/^W3 [\s\S]*\n {2}│ Question: Based on your clinical judgment, which side does the sciatica affect\?\n[\s\S]*History\n.*draft[\s\S]*send {2}W3.*written=by hand/);
  });

  it('measures, logs and verifies, without a word of the notes', async () => {
    expect((await run('measures')).out).toMatch(/100\.0% \(2 of 2 notes\) +50\.0% \(1 of 2 sent\) +100\.0% \(1 of 1 judged\)[\s\S]*Agree rate: closed as agreed \/ /);
    expect((await run('measures', '--by', 'provider')).out).toMatch(/nobody named .*0\.0% \(0 of 1 sent\) +n\/a \(0 judged\) +n\/a \(0 answered\)/);
    expect(JSON.parse((await run('measures', '--format', 'json')).out)).toMatchObject({ by: null, measures: [{ queryRate: { numerator: 2, denominator: 2, value: 1 } }], definitions: { agreeRate: expect.any(String) } });
    const log = await run('log', '--format', 'json');
    expect(log.out.trim().split('\n').map((line) => JSON.parse(line).action)).toEqual(['add-note', 'draft', 'draft', 'add-note', 'draft', 'send', 'send', 'answer', 'close', 'close-gap']);
    expect(log.out + (await run('log')).out).not.toContain(SECRET);
    const { code, out } = await run('verify');
    expect([code, out]).toEqual([0, expect.stringMatching(/^The log holds: 10 events, 3 queries as it says .*\nHead: event 10, [0-9a-f]{64}\n$/)]);
    expect(await run('verify', '--known', 'f'.repeat(64))).toMatchObject({ code: 65, out: expect.stringContaining('The log is broken') });
  });

  it.each([
    [['send', 'W99'], 66, /W99: there is no such query/], [['send', 'W1'], 73, /W1: was answered .* and is closed since .*; nothing was changed\. send is possible from draft; nothing more is from closed/],
    [['answer', 'W3', '--choose', 'up', '--by', 'x', '--credentials', 'MD'], 2, /W3: --choose is not one of its options: /], [['answer', 'W3', '--by', 'x', '--credentials', 'MD'], 2, /--choose or --text/],
    [['answer', 'W3', '--choose', 'right'], 2, /--by/], [['close', 'W3', '--outcome', 'fine'], 2, /agreed, disagreed, other, no-response/], [['cancel', 'W3'], 2, /--reason/],
    [['list', '--status', 'lost'], 2, /draft, sent/], [['add', 'nowhere.jsonl'], 66, /no such file/], [['list', '--store', 'mysql://x'], 2, /not a postgres:\/\/ URL/], [['list', '--store', ''], 2, /names nothing/],
    [['expire', '--before', 'soon'], 2, /soon: is not a time/], [['send', 'W3', '--text', 'nowhere.txt'], 66, /nowhere\.txt: no such file/], [['read', 'W3', '--expect', 'x'], 2, /whole number from 1/],
  ])('%j ends with %i', async (argv, expected, message) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(message);
  });

  it('rejects what is not a report and goes on, quoting nothing', async () => {
    const mixed = await run('add', at('mixed.jsonl'), at('broken.jsonl'));
    expect(mixed.code).toBe(65);
    expect(mixed.err).toMatch(/mixed\.jsonl, line 2: is not a report of lumbago analyze/);
    expect(mixed.err).toMatch(/broken\.jsonl, line 2: is not JSON/);
    expect(mixed.err + mixed.out).not.toContain(SECRET);
    expect((await run('add', at('mixed.jsonl'))).code).toBe(3);
  });

  it.runIf(hasServer)('keeps a folder among the data of the user', async () => {
    const env = { LUMBAGO_DATA: at('data') };
    expect(await runAt(env, ['list'])).toMatchObject({ code: 66, err: expect.stringMatching(/data\/worklist: there is no worklist here/) });
    expect(await runAt(env, ['add', at('reports.jsonl')])).toMatchObject({ code: 0, out: 'W1\nW2\nW3\n', err: expect.stringMatching(/data\/worklist\)\n$/) });
    expect((await runAt({ XDG_DATA_HOME: at('none') }, ['list'])).err).toMatch(/none\/lumbago\/worklist: there is no worklist/);
    expect((await runAt(env, ['verify'])).out).toMatch(/5 events, 3 queries/);
  });

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/send[\s\S]*Life of a query[\s\S]*LUMBAGO_STORE[\s\S]*Examples:\n {2}lumbago/) });
    expect((await run('answer', '--help')).out).toMatch(/--credentials/);
  });
});

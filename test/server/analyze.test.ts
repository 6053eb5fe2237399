// POST /api/analyze: the same bytes as the library and the command line; what cannot be taken is told without words of the note.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/format/formats.ts';
import { createAnalyzer, VERSION } from '../../src/index.ts';
import { noteSchema } from '../../src/wire.ts';
import { runCli } from '../contract/run-cli.ts';
import { describeWithShared, sharedPath } from '../shared.ts';
import { useServer } from './use-server.ts';

const server = useServer();
const SECRET = 'Zanzibar';
const NOTES = [
  { id: 'n1', text: `Lumbago with sciatica, left side.\r\nTrip to ${SECRET}. 🙂`, date: '2026-11-15' },
  { id: 'n2', text: '\ufeffNeck pain \ud800 for 6 weeks.', setting: 'inpatient' },
  { id: 'n3', text: 'No back pain.' },
];
const LINES = NOTES.map((note) => `${JSON.stringify(note)}\n`).join('');
const JSON_TYPE = { 'content-type': 'application/json' };
const LINES_TYPE = { 'content-type': 'application/x-ndjson' };
const TEXT_TYPE = { 'content-type': 'text/plain; charset=utf-8' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbago-analyze-'));
  writeFileSync(join(folder, 'notes.jsonl'), LINES);
  writeFileSync(join(folder, 'visit.txt'), NOTES[0]?.text ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the same bytes', () => {
  it('as the library, for one note', async () => {
    const { status, text } = await server.ask('/api/analyze', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(NOTES[0]) });
    expect(status).toBe(200);
    expect(text).toBe(`${JSON.stringify(createAnalyzer().analyze(NOTES[0] as { id: string; text: string }), null, 2)}\n`);
  });

  it.each(FORMATS.map(({ name }) => name))('as the command line, for JSON Lines to %s', async (format) => {
    const { out } = await runCli(['analyze', '--format', format, join(folder, 'notes.jsonl')]);
    const { status, text } = await server.ask(`/api/analyze?format=${format}`, { method: 'POST', headers: LINES_TYPE, body: LINES });
    expect(status).toBe(200);
    expect(text).toBe(Buffer.from(out).toString());
  });

  it('as the command line, for an array and for plain text', async () => {
    const many = await runCli(['analyze', '--format', 'json', join(folder, 'notes.jsonl')]);
    expect((await server.ask('/api/analyze', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(NOTES) })).text).toBe(many.out);
    const one = await runCli(['analyze', '--format', 'json', '--setting', 'inpatient', '--date', '2024-03-01', join(folder, 'visit.txt')]);
    expect((await server.ask('/api/analyze?id=visit&setting=inpatient&date=2024-03-01', { method: 'POST', headers: TEXT_TYPE, body: NOTES[0]?.text ?? '' })).text).toBe(one.out);
  });

  it('no notes are an empty answer, as on the command line', async () => {
    expect((await server.ask('/api/analyze', { method: 'POST', headers: JSON_TYPE, body: '[]' })).text).toBe('[]\n');
  });
});

describeWithShared('the same bytes over HTTP', ['corpora/dev.notes.jsonl'], () => {
  it('for the 151 notes of the dev set, as the library', async () => {
    const body = readFileSync(sharedPath('corpora/dev.notes.jsonl'));
    const notes = body.toString().split('\n').filter(Boolean).map((line) => noteSchema.parse(JSON.parse(line)));
    const { analyze } = createAnalyzer();
    expect(notes).toHaveLength(151);
    expect((await server.ask('/api/analyze', { method: 'POST', headers: LINES_TYPE, body })).text).toBe(notes.map((note) => `${JSON.stringify(analyze(note))}\n`).join(''));
  });
});

describe('what cannot be taken', () => {
  const post = (headers: Readonly<Record<string, string>>, body: string | Uint8Array, query = ''): ReturnType<typeof server.ask> => server.ask(`/api/analyze${query}`, { method: 'POST', headers, body });

  it.each([
    ['no JSON', JSON_TYPE, `{"id":"n1","text":"${SECRET}`, '', 400, 'unreadable', /the body is not JSON/],
    ['not UTF-8', JSON_TYPE, Buffer.from([0x22, 0xff, 0x22]), '', 400, 'unreadable', /is not UTF-8/],
    ['binary text', TEXT_TYPE, Buffer.from([0x41, 0]), '', 400, 'unreadable', /is a binary file/],
    ['another content type', { 'content-type': 'application/xml' }, `<a>${SECRET}</a>`, '', 415, 'media-type', /send application\/json/],
    ['a parameter that is none', JSON_TYPE, '{"id":"n1","text":"x"}', '?side=left', 400, 'parameter', /side/],
    ['a date that is none', JSON_TYPE, '{"id":"n1","text":"x"}', '?date=2026-13-01', 400, 'parameter', /date: is not a date/],
    ['a format that is none', JSON_TYPE, '{"id":"n1","text":"x"}', '?format=pdf', 400, 'parameter', /choose one of text, json/],
    ['too much', TEXT_TYPE, SECRET.repeat(2_200_000), '', 413, 'too-large', /16 MiB/],
  ])('%s', async (_name, headers, body, query, status, code, message) => {
    const answer = await post(headers as Readonly<Record<string, string>>, body, query);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(answer.text).not.toContain(SECRET);
  });

  it('a body without content type', async () => {
    expect((await server.ask('/api/analyze', { method: 'POST' })).status).toBe(415);
  });

  it('bad notes among good ones: each is told with its line, nothing is analyzed', async () => {
    const body = `${JSON.stringify(NOTES[0])}\n{"id":"n2"}\n\n{"text":"${SECRET}"}\n{"id":"n1","text":"${SECRET} again"}\n{"id":"n5","text":"  "}\n[${SECRET}]\n`;
    const { status, json, text } = await post(LINES_TYPE, body);
    expect(status).toBe(422);
    expect(json.error.message).toBe('5 of 6 notes cannot be taken; nothing was analyzed');
    expect(json.error.rejects.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    expect(json.error.rejects[0]).toEqual({ line: 2, id: 'n2', reason: '"text" is missing' });
    expect(text).not.toContain(SECRET);
  });

  it('a note of the wrong shape in an array', async () => {
    const { status, json } = await post(JSON_TYPE, '[{"id":"a","text":"Back pain."},{"id":"b","text":5},7]');
    expect(status).toBe(422);
    expect(json.error.rejects.map(({ line, reason }) => [line, reason])).toEqual([[2, expect.stringMatching(/^"text"/)], [3, expect.stringMatching(/not an object/)]]);
  });

  it('nothing of this was an internal failure', () => { expect(server.faults).toEqual([]); });
});

describe('health', () => {
  it('names engine, knowledge and release, as --version --json does', async () => {
    const { json, headers } = await server.ask('/api/health');
    expect(json).toEqual({ status: 'ok', engine: { version: VERSION, knowledge: createAnalyzer().knowledge.sha256, release: 'FY2027' } });
    expect(headers['cache-control']).toBe('no-store');
  });
});

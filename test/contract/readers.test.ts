// Readers: good input comes out verbatim; each kind of bad input is told with its place, and no message holds note text.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/read/parts/json-fault.ts';
import { UnreadableInput, type ReadEntry, type Source } from '../../src/read/parts/reader.ts';
import { decodeUtf8 } from '../../src/read/parts/utf8.ts';
import { chooseReader, readerNamed, READERS } from '../../src/read/readers.ts';

const SECRET = 'Zanzibar';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A source that arrives in small pieces, so that lines and characters are cut across them. */
function source(content: string | Uint8Array, name = 'input.txt', piece = 7): Source {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
  return { name, id: 'input', bytes: stream() };
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const each of stream) gathered.push(each);
  return gathered;
}

async function readAll(reader: 'text' | 'jsonl', content: string | Uint8Array, defaults = {}): Promise<ReadEntry[]> {
  return all(readerNamed(reader)!.read(source(content), defaults));
}

const note = (entry: ReadEntry | undefined) => (entry?.kind === 'note' ? entry.note : undefined);
const reason = (entry: ReadEntry | undefined) => (entry?.kind === 'reject' ? entry.reject.reason : undefined);

describe('the table of readers', () => {
  it('holds every reader file', () => {
    const files = readdirSync(new URL('../../src/read', import.meta.url)).filter((file) => file.endsWith('.ts') && file !== 'readers.ts');
    expect(READERS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it.each([['a.jsonl', 'x', 'jsonl'], ['a.TXT', '{"id"', 'text'], ['standard input', ' {"id": "a"', 'jsonl'], ['standard input', '{ braces', 'text'], ['a', '', 'text']])('%s beginning with %s is %s', async (name, head, expected) => {
    const chosen = await chooseReader(source(head, name));
    expect(chosen.reader.name).toBe(expected);
    const bytes = await all(chosen.source.bytes);
    expect(Buffer.concat(bytes).toString()).toBe(head);
  });
});

describe('text', () => {
  it.each(['Back pain.\r\n\r\n', '\ufeffBack pain', ' é 😀 \t'])('takes %j verbatim', async (content) => {
    const [entry] = await readAll('text', content, { setting: 'inpatient' });
    expect(note(entry)).toEqual({ id: 'input', text: content, setting: 'inpatient' });
  });

  it.each(['', ' \n\t', '\ufeff\n'])('rejects the empty note %j', async (content) => {
    expect(reason((await readAll('text', content))[0])).toMatch(/empty/);
  });

  it.each([
    [Uint8Array.of(65, 0, 66), /binary.*byte 1/], [Uint8Array.of(0xff, 0xfe, 65, 0), /UTF-16/],
    [Uint8Array.of(65, 66, 0xe9, 67), /not UTF-8 \(invalid at byte 2/], [Uint8Array.of(0xf0, 0x9f, 0x98), /byte 0/],
  ])('refuses %s', async (bytes, message) => {
    await expect(readAll('text', bytes)).rejects.toThrow(message);
    await expect(readAll('text', bytes)).rejects.toBeInstanceOf(UnreadableInput);
  });
});

describe('jsonl', () => {
  it('takes lines as they come, with what they say before what holds for all', async () => {
    const lines = ['\ufeff{"id":"a","text":"é 😀","setting":"inpatient","extra":1}', '', '{"id":"b","text":"x","date":null}'].join('\r\n');
    const entries = await readAll('jsonl', lines, { setting: 'outpatient', date: '2026-01-02' });
    expect(entries.map(note)).toEqual([
      { id: 'a', text: 'é 😀', setting: 'inpatient', date: '2026-01-02' }, { id: 'b', text: 'x', setting: 'outpatient', date: '2026-01-02' },
    ]);
    expect(entries.map((entry) => entry.kind === 'note' && entry.line)).toEqual([1, 3]);
  });

  it.each([
    [`{"id":"x","text":"${SECRET}"`, /not JSON: column 28, expected a comma or "}"/],
    [`{"id":"x","text":"${SECRET}}`, /column 18.*double quote/], [`${SECRET}`, /column 1, expected a value/],
    [`["${SECRET}"]`, /not an object/], [`{"text":"${SECRET}"}`, /"id" is missing/], ['{"id":"x"}', /"text" is missing/],
    [`{"id":"x","text":["${SECRET}"]}`, /"text" is not valid/], [`{"id":7,"text":"${SECRET}"}`, /"id" is not valid/],
    [`{"id":"x","text":"${SECRET}","date":"2014-01-01"}`, /"date" is before 2015-10-01/],
    [`{"id":"x","text":"${SECRET}","date":"2026-02-30"}`, /"date" is not a date/],
    [`{"id":"x","text":"${SECRET}","setting":"home"}`, /"setting".*outpatient/],
    [`{"id":"good","text":"${SECRET}"}`, /id of line 1/], ['{"id":"x","text":" "}', /empty/],
  ])('rejects %s and goes on', async (line, message) => {
    const entries = await readAll('jsonl', `{"id":"good","text":"ok"}\n${line}\n{"id":"last","text":"ok"}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['note', 'reject', 'note']);
    expect(reason(entries[1])).toMatch(message);
    expect(JSON.stringify(entries[1])).not.toContain(SECRET);
    expect(entries[1]?.kind === 'reject' && entries[1].reject.line).toBe(2);
  });

  it('rejects a line that is not UTF-8 with its byte, and goes on', async () => {
    const entries = await readAll('jsonl', Buffer.concat([bytesOf('{"id":"a","text":"'), Uint8Array.of(0xff), bytesOf('"}\n{"id":"b","text":"x"}')]));
    expect(reason(entries[0])).toMatch(/byte 18 of the line/);
    expect(note(entries[1])?.id).toBe('b');
  });

  it('refuses a binary file, but not a good file with one binary line', async () => {
    await expect(readAll('jsonl', 'PK\u0000\u0001')).rejects.toThrow(/binary file \(NUL at byte 2/);
    expect((await readAll('jsonl', '\u0000\n{"id":"b","text":"x"}')).map(({ kind }) => kind)).toEqual(['reject', 'note']);
  });
});

describe('faults', () => {
  it('finds a fault exactly where the platform finds none', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', 'true', '\\', 'a', ' ') })), (text) => {
      let valid = true;
      try { JSON.parse(text); } catch { valid = false; }
      expect(findJsonFault(text) === undefined).toBe(valid);
    }), { numRuns: 2000 });
  });

  it('stands deep nesting and long strings', () => {
    expect(findJsonFault('['.repeat(200_000))?.column).toBe(200_001);
    expect(findJsonFault(`{"a":"${'x'.repeat(1_000_000)}`)?.column).toBe(6);
  });

  it('finds the bad byte that the platform only says is somewhere', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(0x80, 0xc0, 0xf5, 0xff), (text, bad) => {
      const good = bytesOf(text);
      expect(decodeUtf8(Buffer.concat([good, Uint8Array.of(bad), bytesOf('after')]))).toEqual({ badByte: good.length });
      expect(decodeUtf8(good)).toEqual({ text });
    }), { numRuns: 300 });
  });
});

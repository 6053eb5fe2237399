// The plain texts and tables of the store: the text as sent, CSV, canonical JSON, the table of steps.
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/store/canonical-json.ts';
import type { StoredQuery } from '../../src/store/find-query.ts';
import { queryRecord, recordsToCsv } from '../../src/store/query-record.ts';
import { sentText } from '../../src/store/sent-text.ts';
import { checkStamp, checkWords } from '../../src/store/stamp.ts';
import { describeRules, statusAfter, STATUSES } from '../../src/store/steps.ts';
import { reportOf } from './stores.ts';

const query = reportOf('n1').queries[0]!;

describe('the text as sent', () => {
  const text = sentText(query, { id: 'n1', date: '2026-11-15' });

  it('has title, quotes, question, every option and a response block', () => {
    const words = text.replace(/\s+/g, ' ');
    for (const part of [query.title, query.question, ...query.options.map(({ label }) => `[ ] ${label}`), ...query.indicators.map((one) => `"${one.text}"`), '2026-11-15', 'Credentials', query.recipient]) expect(words).toContain(part);
    expect(sentText(query, { id: 'n1', date: null })).toContain('undated');
  });

  it('has no code, rule or outcome in it', () => {
    for (const hidden of [query.via, ...query.outcomes.flatMap(({ codes }) => codes), ...query.indicators.map(({ via }) => via), ...query.candidates]) expect(text.split(/[\s"]+/)).not.toContain(hidden);
    expect(text).not.toMatch(/\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})\b/);
  });

  it('holds nothing that a database does not store', () => {
    const broken = { ...query, indicators: [{ ...query.indicators[0]!, text: 'down\r\nthe \u0000leg' }] };
    expect(sentText(broken, { id: 'n\u0000', date: null })).not.toContain('\0');
  });
});

describe('CSV', () => {
  it('quotes what needs it and disarms formulas', () => {
    const stored = { id: 1, noteId: '=1+1', answerText: 'left, "the" leg\nright', composed: query, unticked: [{ indicator: 1, reason: 'old', by: 'ana', at: '' }] } as unknown as StoredQuery;
    const csv = recordsToCsv([queryRecord(stored)]);
    const [header, ...lines] = csv.split('\r\n');
    expect(header).toMatch(/^query,note,inReport,status,.*,textSha256$/);
    expect(lines.join('|')).toMatch(/^W1,'=1\+1,/);
    expect(csv).toContain('"left, ""the"" leg\nright"');
    expect(recordsToCsv([])).toBe(`${header}\r\n`);
  });
});

describe('canonical JSON', () => {
  it('has one spelling', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}');
  });
});

describe('words and times', () => {
  it('are checked', () => {
    expect(checkStamp({ now: '2026-11-20T11:00:00+01:00', actor: 'ana' })).toEqual({ now: '2026-11-20T10:00:00.000Z', actor: 'ana' });
    expect(checkWords('a\ud800', 'x')).toBe('a\ufffd');
    expect(() => checkWords('a\0', '--reason')).toThrow('--reason: holds a NUL character');
    expect(() => checkWords('a'.repeat(10_001), '--reason')).toThrow(/longer than 10000/);
  });
});

describe('steps', () => {
  it('lead through the life of a query', () => {
    expect(statusAfter('draft', { action: 'send' })).toBe('sent');
    expect(statusAfter('read', { action: 'reassign', to: 'x', reason: 'y' })).toBe('read');
    expect(statusAfter('answered', { action: 'close', outcome: 'no-response' })).toBeUndefined();
    expect(statusAfter('deferred', { action: 'close', outcome: 'no-response' })).toBe('closed');
    for (const status of STATUSES) expect(statusAfter(status, { action: 'read' })).toBe(status === 'sent' || status === 'deferred' ? 'read' : undefined);
    expect(describeRules('closed', { action: 'close', outcome: 'agreed' })).toBe('close with outcome agreed is possible from answered; nothing more is from closed');
  });
});

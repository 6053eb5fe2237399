// Every short case of corpora/cases against the whole pipeline, and the parser of those cases against broken ones.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../src/index.ts';
import type { Report } from '../src/wire.ts';
import { factLabel, parseCases } from './cases.ts';
import type { Expectation } from './cases.ts';
import { negativeNotes } from './corpus.ts';

const CASES = new URL('../corpora/cases/', import.meta.url);

for (const file of readdirSync(CASES).filter((name) => name.endsWith('.txt')).sort()) {
  describe(`cases ${file}`, () => {
    for (const { title, line, note, expectations } of parseCases(file, readFileSync(new URL(file, CASES), 'utf8'))) {
      it(`${title} (line ${line})`, () => {
        const report = analyze(note);
        expect(expectations.flatMap((expectation) => complaint(report, expectation, expectations)), note.text).toEqual([]);
      });
    }
  });
}

describe('negative notes report no code', () => {
  it.each(negativeNotes().map((note) => ({ note, id: note.id })))('$id', ({ note }) => {
    const reported = analyze(note).candidates.filter(({ status }) => status !== 'excluded');
    expect(reported.map(({ code, evidence }) => `${code} from "${evidence.map(({ text }) => text).join('", "')}"`)).toEqual([]);
  });
});

/** What is wrong with the report under one expectation: a sentence, or nothing. */
function complaint(report: Report, expectation: Expectation, all: readonly Expectation[]): string[] {
  const reported = report.candidates.filter(({ status }) => status !== 'excluded');
  const codes = reported.map(({ code }) => code);
  const found = `reported: ${reported.map(({ code, status }) => `${code} ${status}`).join(', ') || 'nothing'}`;
  const axes = report.queries.map(({ axis }) => axis as string);
  switch (expectation.kind) {
    case 'code': {
      const candidate = reported.find(({ code }) => code === expectation.code);
      const right = candidate !== undefined && (expectation.status === undefined || candidate.status === expectation.status);
      return right ? [] : [`expected ${expectation.code} ${expectation.status ?? ''}; ${found}`];
    }
    case 'may': return [];
    case 'not-code': {
      const wrong = codes.filter((code) => matches(code, expectation.pattern));
      return wrong.length === 0 ? [] : [`must not report ${expectation.pattern}; ${found}`];
    }
    case 'no-codes': return codes.length === 0 ? [] : [`must report no code; ${found}`];
    case 'first': {
      const first = reported.find(({ sequence }) => sequence === 1)?.code;
      return first === expectation.code ? [] : [`expected ${expectation.code} first; first is ${first ?? 'nothing'}; ${found}`];
    }
    case 'exactly': {
      const allowed = new Set(all.flatMap((other) => (other.kind === 'code' || other.kind === 'may' ? [other.code] : [])));
      const surplus = codes.filter((code) => !allowed.has(code));
      return surplus.length === 0 ? [] : [`must report nothing else than listed, but has ${surplus.join(', ')}`];
    }
    case 'query': return axes.includes(expectation.axis) ? [] : [`expected a ${expectation.axis} query; raised: ${axes.join(', ') || 'none'}`];
    case 'no-query': {
      const wrong = axes.filter((axis) => expectation.axis === undefined || axis === expectation.axis);
      return wrong.length === 0 ? [] : [`must not raise ${expectation.axis ?? 'any'} query; raised: ${wrong.join(', ')}`];
    }
    case 'excluded': return excludedComplaint(report, expectation.code, expectation.words);
    case 'fact': return factComplaint(report, expectation);
    case 'no-fact': {
      const wrong = report.mentions.filter(({ axis, value }) => axis === expectation.axis && (expectation.value ?? value) === value);
      return wrong.length === 0 ? [] : [`must not find ${expectation.axis} ${expectation.value ?? ''}; found: ${wrong.map(({ value, text }) => `${value} "${text}"`).join(', ')}`];
    }
  }
}

function matches(code: string, pattern: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

function excludedComplaint(report: Report, code: string, words: string): string[] {
  const candidate = report.candidates.find((other) => other.code === code && other.status === 'excluded');
  if (candidate === undefined) return [`expected ${code} among the excluded; excluded: ${report.candidates.filter(({ status }) => status === 'excluded').map((other) => other.code).join(', ') || 'nothing'}`];
  const reasons = candidate.because.map(({ rule, says }) => `${rule}: ${says}`).join(' | ');
  return reasons.toLowerCase().includes(words.toLowerCase()) ? [] : [`${code} is excluded, but for another reason than "${words}": ${reasons}`];
}

function factComplaint(report: Report, { axis, value, label }: Extract<Expectation, { kind: 'fact' }>): string[] {
  const near = report.mentions.filter((mention) => mention.axis === axis);
  if (near.some((mention) => mention.value === value && factLabel(mention.assertion) === label)) return [];
  return [`expected ${axis} ${value} ${label}; found: ${near.map((mention) => `${mention.value} ${factLabel(mention.assertion)}`).join(', ') || 'none'}`];
}

describe('the parser of cases refuses', () => {
  it.each([
    ['a case without an expectation', '# one\nBack pain.\n==>\n'],
    ['a case whose only line is "may"', '# one\nBack pain.\n==>\nmay M54.9\n'],
    ['a case without "==>"', '# one\nBack pain.\nM54.9\n'],
    ['a case without a note', '# one\n==>\nM54.9\n'],
    ['an expectation it does not know', '# one\nBack pain.\n==>\nM54.9 certainly\n'],
    ['a query axis that there is not', '# one\nBack pain.\n==>\nquery side\n'],
    ['a setting it does not know', '# one\n@sitting inpatient\nBack pain.\n==>\nM54.9\n'],
    ['text before the first title', 'Back pain.\n==>\nM54.9\n'],
  ])('%s', (_what, text) => {
    expect(() => parseCases('x.txt', text)).toThrow(/x\.txt:\d+/);
  });

  it('and reads a whole one', () => {
    expect(parseCases('x.txt', '# one\n@setting inpatient\nBack pain.\n==>\nM54.9 supported\nexactly\n')).toEqual([{
      title: 'one', line: 1, note: { id: 'case', text: 'Back pain.', setting: 'inpatient' },
      expectations: [{ kind: 'code', code: 'M54.9', status: 'supported' }, { kind: 'exactly' }],
    }]);
  });
});

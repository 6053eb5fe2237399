// One suite for all formats of the table: everything the report says is there, nothing of the note is taken for markup.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatForFile, formatNamed } from '../../src/format/formats.ts';
import { PLAIN, type Format } from '../../src/format/parts/format.ts';
import { collectMarks } from '../../src/format/parts/marks.ts';
import { indexLines, locate } from '../../src/format/parts/positions.ts';
import { cutSegments } from '../../src/format/parts/segments.ts';
import { oneLine } from '../../src/format/parts/visible.ts';
import { cutRows } from '../../src/format/text/rows.ts';
import { allEvidence, emptyNote, emptyReport, note, report } from './fixture.ts';

/** What a person reads in an output: markup, escapes, colours and line layout taken away. */
const READERS: Readonly<Record<string, (output: string) => string>> = {
  text: (output) => output.replace(/[⟦⟧]/g, '').replace(/\n\s*(\d+ )?│ /g, ' '),
  json: (output) => stringsOf(JSON.parse(output)).join('\n'),
  jsonl: (output) => stringsOf(JSON.parse(output)).join('\n'),
  markdown: (output) => output.replace(/\\([\\`*_{}[\]<>#|~&!])/g, '$1'),
  html: (output) => unescapeHtml(output.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '')),
};

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function unescapeHtml(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const rendered = (format: Format, options = PLAIN): string => format.render(report, note, options);
const readable = (format: Format): string => flat((READERS[format.name] ?? ((output: string) => output))(rendered(format)));

describe('the table of formats', () => {
  it('holds every format file, each name and extension once', () => {
    const files = readdirSync(new URL('../../src/format', import.meta.url)).filter((file) => file.endsWith('.ts') && file !== 'formats.ts');
    expect(FORMATS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
    expect(new Set(FORMATS.map(({ extension }) => extension)).size).toBe(FORMATS.length);
  });

  it('finds formats by name and by file name', () => {
    expect(formatNamed('markdown')?.name).toBe('markdown');
    expect(formatNamed('toString')).toBeUndefined();
    expect(formatForFile('out/report.HTML')?.name).toBe('html');
    expect(formatForFile('report')).toBeUndefined();
  });
});

describe.each(FORMATS.map((format) => [format.name, format] as const))('format %s', (_, format) => {
  it('shows every piece of evidence', () => {
    const shown = readable(format);
    for (const evidence of allEvidence) expect(shown).toContain(oneLine(evidence.text));
  });

  it('shows codes, titles, reasons, sources, queries, edits and diagnostics', () => {
    const shown = readable(format);
    for (const candidate of report.candidates) expect(shown).toContain(candidate.code);
    for (const said of ['Two in one.', 'Pain | muscle <i>', 'Tabular | <M54>', 'Which side?', 'Other (please specify)', 'Attending provider', 'Keep one.', 'Something to know.', 'fix|<1>', '2026-11-15', 'FY2027']) {
      expect(shown).toContain(said);
    }
  });

  it('sends no control character on', () => {
    expect(rendered(format)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  });

  it('gives the same bytes twice', () => {
    expect(rendered(format)).toBe(rendered(format));
  });

  it('does not fail on an empty report', () => {
    expect(format.render(emptyReport, emptyNote, PLAIN)).toContain('empty');
  });
});

describe('text', () => {
  const format = formatNamed('text') as Format;

  it('lights evidence up without colour and with it', () => {
    expect(rendered(format)).toContain('⟦left buttock pain⟧');
    const colored = rendered(format, { ...PLAIN, color: true });
    expect(colored).toContain('\u001b[');
    expect(colored).not.toContain('\u001b[31mtoday');
    expect(rendered(format)).not.toContain('\u001b');
  });

  it('keeps to 80 columns', () => {
    const widths = rendered(format).split('\n').map((line) => [...line].length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  it('shows of a long note the rows with evidence, and with --full everything', () => {
    const start = 400;
    const evidence = { start, end: start + 4, text: 'word', role: 'problem', via: 'problem.fixture' };
    const long = { ...note, text: 'word '.repeat(2000) };
    const candidate = { ...report.candidates[0]!, axes: [], because: [], evidence: [evidence] };
    const longReport = { ...report, mentions: [], queries: [], edits: [], diagnostics: [], candidates: [candidate] };
    const short = format.render(longReport, long, PLAIN);
    expect(short).toContain('⋮');
    expect(short).toContain('⟦word⟧');
    expect(format.render(longReport, long, { ...PLAIN, full: true }).length).toBeGreaterThan(10_000);
  });

  it('cuts rows that lose nothing but the spaces they break at and line ends', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '😀', 'é', '字') }), (text) => {
      const rows = cutRows(text, { width: 8, extra: new Map() });
      expect(rows.map((row) => text.slice(row.start, row.end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }), { numRuns: 300 });
  });
});

describe('html', () => {
  const format = formatNamed('html') as Format;
  const page = `${format.wrap?.open}${rendered(format)}${format.wrap?.close}`;

  it('is self-contained and without script', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|https?:|\bon\w+=/i);
    expect(page).toContain('<title>Coding report</title>');
  });

  it('escapes the note and holds all of its text', () => {
    expect(page).not.toContain('<b>');
    const shown = /<div class="text">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';
    expect(unescapeHtml(shown.replace(/<[^>]*>/g, ''))).toBe(note.text.replaceAll('\r\n', '\n').replaceAll('\u001b', '␛'));
  });

  it('strikes what is denied, titles every mark, gives every id once', () => {
    expect(page).toMatch(/<mark[^>]*class="[^"]*struck[^"]*"[^>]*>numbness<\/mark>/);
    const marks = [...(/<div class="text">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '').matchAll(/<mark[^>]*>/g)].map(([tag]) => tag);
    expect(marks.every((tag) => /title="[^"]+"/.test(tag))).toBe(true);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe('positions and segments', () => {
  it('counts lines at LF, CRLF and CR', () => {
    const text = 'a\r\nbc\nd\re';
    expect(['a', 'b', 'c', 'd', 'e'].map((letter) => locate(indexLines(text), text.indexOf(letter)))).toEqual([
      { line: 1, column: 1 }, { line: 2, column: 1 }, { line: 2, column: 2 }, { line: 3, column: 1 }, { line: 4, column: 1 },
    ]);
  });

  it('covers the text once, whatever overlaps', () => {
    const segments = cutSegments(note.text.length, collectMarks(report));
    expect(segments.map((segment) => note.text.slice(segment.start, segment.end)).join('')).toBe(note.text);
    for (const evidence of allEvidence) expect(note.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });
});

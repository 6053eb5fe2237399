// The report as Markdown tables, for a ticket, a wiki or a review. Same content and order as the text format.
import type { Candidate, Edit, Evidence, Query, Note, Report } from '../wire.ts';
import { cell, quoted, table } from './parts/markdown-table.ts';
import type { Format } from './parts/format.ts';
import {
  circumstances, codedCandidates, codesOf, distinctEvidence, excludedCandidates, outcomeOf, ownEvidence, restingEvidence, STATUS, tally, words,
} from './parts/outline.ts';
import { indexLines, placeName } from './parts/positions.ts';
import { kindOf, lookOf } from './parts/roles.ts';

export const markdown: Format = {
  name: 'markdown',
  extension: 'md',
  describe: 'tables for a ticket, a wiki or a review',
  render: renderMarkdown,
  wrap: { when: 'many', open: '', between: '\n', close: '', empty: '' },
};

function renderMarkdown(report: Report, note: Note): string {
  const lineStarts = indexLines(note.text);
  const coded = codedCandidates(report);
  const blocks = [
    `## ${cell(report.note.id)}`,
    circumstances(report).map(cell).join(' · '),
    tally(report),
    '### Codes',
    coded.length === 0 ? 'None: the note supports no code of this domain.' : codeTable(coded),
    ...coded.map((candidate) => proof(candidate, lineStarts)),
    ...titled('Queries', report.queries.map((query) => queryBlock(query, report, lineStarts))),
    ...titled('Considered and not coded', excludedBlock(excludedCandidates(report), lineStarts)),
    ...titled('Edits', editBlock(report.edits)),
    ...titled('About this note', diagnosticBlock(report, lineStarts)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function titled(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`### ${title}`, ...blocks];
}

function codeTable(coded: readonly Candidate[]): string {
  const rows = coded.map((candidate) => [String(candidate.sequence ?? ''), `**${cell(candidate.code)}**`, cell(candidate.title), STATUS[candidate.status].word]);
  return table(['#', 'Code', 'Title', 'Status'], rows);
}

/** Axis by axis, then the rule: what the code rests on. */
function proof(candidate: Candidate, lineStarts: readonly number[]): string {
  const worded = (name: string, evidence: readonly Evidence[]) => evidence.length > 0 ? [[name, '', quotes(evidence, lineStarts)]] : [];
  const rows = [
    ...worded('Said', ownEvidence(candidate)),
    ...candidate.axes.map((axis) => [cell(axis.label), axisState(axis), quotes(distinctEvidence(axis.evidence), lineStarts)]),
    ...worded('Rests on', restingEvidence(candidate)),
  ];
  return [`#### ${cell(candidate.code)} ${cell(candidate.title)}`, ...(rows.length > 0 ? [table(['Axis', 'Value', 'Words of the note'], rows)] : []), reasons(candidate)].join('\n\n');
}

function axisState(axis: Candidate['axes'][number]): string {
  if (axis.state === 'missing') return '*not documented*';
  return axis.state === 'conflicting' ? `*conflicting* ${cell(axis.value ?? '')}`.trim() : cell(axis.value ?? '');
}

function reasons(candidate: Candidate): string {
  return candidate.because.map((reason) => `- ${cell(reason.says)} (${cell(reason.source)}; ${cell(reason.rule)})`).join('\n');
}

function quotes(evidence: readonly Evidence[], lineStarts: readonly number[]): string {
  return evidence.map((one) => `${quoted(one.text)} ${lookOf(kindOf(one)).label.toLowerCase()} ${placeName(lineStarts, one.start)}`).join('; ');
}

function excludedBlock(excluded: readonly Candidate[], lineStarts: readonly number[]): readonly string[] {
  const rows = excluded.map((candidate) => [
    cell(candidate.code), cell(candidate.title), candidate.because.map((reason) => `${cell(reason.says)} (${cell(reason.source)})`).join('; '),
    quotes(distinctEvidence([...ownEvidence(candidate), ...candidate.axes.flatMap((axis) => axis.evidence)]), lineStarts),
  ]);
  return rows.length === 0 ? [] : [table(['Code', 'Title', 'Reason', 'Words of the note'], rows)];
}

function queryBlock(query: Query, report: Report, lineStarts: readonly number[]): string {
  const about = [words(query.axis), words(query.kind), ...codesOf(query, report), `to: ${query.recipient}`].map(cell).join(' · ');
  const options = query.options.map((option) => {
    const codes = outcomeOf(query, option.value);
    return `- [ ] ${cell(option.label)}${codes.length > 0 ? ` → ${codes.map(cell).join(', ')}` : ''}`;
  });
  const indicators = query.indicators.length === 0 ? [] : [`The note says: ${quotes(distinctEvidence(query.indicators), lineStarts)}`];
  return [`#### ${cell(query.title)}`, about, cell(query.question), ...indicators, options.join('\n')].join('\n\n');
}

function editBlock(edits: readonly Edit[]): readonly string[] {
  const rows = edits.map((edit) => [edit.codes.map(cell).join(' + '), words(edit.kind), edit.severity, cell(edit.says), cell(edit.fix), cell(edit.source)]);
  return rows.length === 0 ? [] : [table(['Codes', 'Kind', 'Severity', 'Finding', 'What to do', 'Source'], rows)];
}

function diagnosticBlock(report: Report, lineStarts: readonly number[]): readonly string[] {
  const rows = report.diagnostics.map((one) => [one.code, one.severity, cell(one.message), one.span ? placeName(lineStarts, one.span.start) : '']);
  return rows.length === 0 ? [] : [table(['Code', 'Severity', 'Message', 'Place'], rows)];
}

// The right-hand column of the page: codes, queries, what was not coded, edits, diagnostics.
// Every quotation links to its place in the note.
import type { Candidate, Diagnostic, Edit, Evidence, Query, Report } from '../../wire.ts';
import {
  codedCandidates, codesOf, distinctEvidence, excludedCandidates, outcomeOf, ownEvidence, restingEvidence, STATUS, words,
} from '../parts/outline.ts';
import { placeName } from '../parts/positions.ts';
import { kindOf, lookOf } from '../parts/roles.ts';
import { oneLine } from '../parts/visible.ts';
import { escapeHtml } from './escape.ts';
import { anchorName } from './note.ts';

export interface SidePage { readonly report: Report; readonly lineStarts: readonly number[]; readonly prefix: string }

/** All sections of the column that have something to say; the codes always do. */
export function sideColumn(page: SidePage): string {
  const { report } = page;
  const coded = codedCandidates(report).map((candidate) => candidateCard(candidate, page));
  const none = ['<p class="card empty">The note supports no code of this domain.</p>'];
  return [
    section('Codes', coded.length > 0 ? coded : none),
    section('Queries', report.queries.map((query) => queryCard(query, page))),
    section('Considered and not coded', excludedCandidates(report).map((candidate) => candidateCard(candidate, page))),
    section('Edits', report.edits.map(editCard)),
    section('About this note', report.diagnostics.map((diagnostic) => diagnosticCard(diagnostic, page))),
  ].join('');
}

function section(title: string, cards: readonly string[]): string {
  return cards.length === 0 ? '' : `<section><h2>${title}</h2>${cards.join('\n')}</section>\n`;
}

function candidateCard(candidate: Candidate, page: SidePage): string {
  const { sign, word, says } = STATUS[candidate.status];
  const place = candidate.sequence === undefined ? '' : `<small>${candidate.sequence}</small>`;
  const off = candidate.status === 'excluded' ? ' off' : '';
  const worded = (name: string, evidence: readonly Evidence[]) => evidence.length > 0 ? [[name, quotes(evidence, page)] as const] : [];
  const rows = [...worded('Said', ownEvidence(candidate)), ...candidate.axes.map((axis) => axisRow(axis, page)), ...worded('Rests on', restingEvidence(candidate))];
  return `<article class="card item${off}" id="${page.prefix}-${candidate.id}" tabindex="0">
<div class="top"><span class="code">${place}${escapeHtml(candidate.code)}</span><span class="status s-${candidate.status}" title="${says}">${sign} ${word}</span></div>
<h3>${escapeHtml(candidate.title)}</h3>
${rows.length > 0 ? `<dl>${rows.map(([name, content]) => `<dt>${escapeHtml(name)}</dt><dd>${content}</dd>`).join('')}</dl>` : ''}
${candidate.because.map((reason) => `<p class="why">${escapeHtml(reason.says)} <span class="source">${escapeHtml(reason.source)} · ${escapeHtml(reason.rule)}</span></p>`).join('')}
</article>`;
}

function axisRow(axis: Candidate['axes'][number], page: SidePage): readonly [string, string] {
  if (axis.state === 'missing') return [axis.label, '<span class="gap">not documented</span>'];
  const clash = axis.state === 'conflicting' ? '<span class="clash">conflicting</span> ' : '';
  return [axis.label, `${clash}${escapeHtml(axis.value ?? '')} ${quotes(distinctEvidence(axis.evidence), page)}`];
}

function quotes(evidence: readonly Evidence[], page: SidePage): string {
  return evidence.map((one) => {
    const title = `${lookOf(kindOf(one)).label} (${one.via})`;
    const link = `<a class="ev r-${kindOf(one)}" href="#${anchorName(page.prefix, one.start)}" title="${escapeHtml(title)}">${escapeHtml(oneLine(one.text))}</a>`;
    return `${link} <span class="at">${placeName(page.lineStarts, one.start)}</span>`;
  }).join(' · ');
}

function queryCard(query: Query, page: SidePage): string {
  const codes = codesOf(query, page.report);
  const indicators = distinctEvidence(query.indicators);
  return `<article class="card item query" id="${page.prefix}-${query.id}" tabindex="0">
<div class="top"><h3>${escapeHtml(query.title)}</h3><span class="status s-underspecified">${escapeHtml(words(query.kind))}</span></div>
<p class="source">${[words(query.axis), ...codes, `to: ${query.recipient}`].map(escapeHtml).join(' · ')}</p>
<p class="q">${escapeHtml(query.question)}</p>
${indicators.length > 0 ? `<p class="why">The note says: ${quotes(indicators, page)}</p>` : ''}
<ul>${query.options.map((option) => optionRow(query, option)).join('')}</ul>
</article>`;
}

function optionRow(query: Query, option: Query['options'][number]): string {
  const codes = outcomeOf(query, option.value);
  return `<li><span>${escapeHtml(option.label)}</span>${codes.length > 0 ? `<small>${escapeHtml(codes.join(', '))}</small>` : ''}</li>`;
}

function editCard(edit: Edit): string {
  return `<article class="card item">
<div class="top"><span class="code">${escapeHtml(edit.codes.join(' + '))}</span><span class="status s-${edit.severity}">${escapeHtml(words(edit.kind))}</span></div>
<p class="why">${escapeHtml(edit.says)} <span class="source">${escapeHtml(edit.source)}</span></p><p class="why">${escapeHtml(edit.fix)}</p>
</article>`;
}

function diagnosticCard(diagnostic: Diagnostic, page: SidePage): string {
  const { span } = diagnostic;
  const place = span ? ` <span class="at">${placeName(page.lineStarts, span.start)}</span>` : '';
  return `<p class="card item"><span class="status s-${diagnostic.severity}">${escapeHtml(diagnostic.code)}</span> ${escapeHtml(diagnostic.message)}${place}</p>`;
}

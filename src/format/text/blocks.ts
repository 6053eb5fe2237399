// The blocks below the note on a terminal: one function per kind of row of the report.
// In: what the report says, and a page (note lines, painter, width). Out: finished lines.
import type { Candidate, ConceptMap, Diagnostic, Edit, Evidence, Query, Report } from '../../wire.ts';
import { lowerFirst } from '../../lower-first.ts';
import { placeName } from '../parts/positions.ts';
import { codesOf, distinctEvidence, outcomeOf, ownEvidence, restingEvidence, STATUS, words } from '../parts/outline.ts';
import { kindOf, lookOf } from '../parts/roles.ts';
import { cells, oneLine } from '../parts/visible.ts';
import { paintStatus, type Painter } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

/** What the blocks are laid out by. */
export interface Sheet { readonly lineStarts: readonly number[]; readonly painter: Painter; readonly width: number; readonly names?: number }
export interface Page extends Sheet { readonly report: Report }

/** Indent of what belongs to a code, and the least and the most room for the name of an axis. */
const INDENT = '   ';
const NO_BREAK = '\u00a0';
const NAME = { least: 14, most: 26 };

/** A candidate: code, title, status, axis ledger, evidence, rule and source. */
export function candidateBlock(candidate: Candidate, onPage: Page): string {
  const page = { ...onPage, names: nameRoom(candidate) };
  return [
    candidateHead(candidate, page),
    ...evidenceLines('said', ownEvidence(candidate), page),
    ...candidate.axes.map((axis) => axisLine(axis, page)),
    ...evidenceLines('rests on', restingEvidence(candidate), page),
    ...candidate.because.map((reason) => reasonLine(reason, page)),
    ...conceptLines(candidate.snomed ?? []).map((line) => field('SNOMED CT', line, page)),
  ].join('\n');
}

/** Rows of a SNOMED CT map, one sentence each: the concept, and the rule where it is not unconditional. */
export const conceptLines = (rows: readonly ConceptMap[]): readonly string[] =>
  rows.map(({ concept, group, priority, rule, target, advice }) => `${concept} → ${target} (group ${group}, priority ${priority}${/TRUE$/.test(rule) ? '' : `, ${oneLine(rule)}`}): ${oneLine(advice)}`);

function nameRoom(candidate: Candidate): number {
  return Math.min(NAME.most, Math.max(NAME.least, ...candidate.axes.map((axis) => cells(axis.label) + 2)));
}

function candidateHead(candidate: Candidate, page: Page): string {
  const { sign, word } = STATUS[candidate.status];
  const place = padTo(candidate.sequence === undefined ? sign : `${candidate.sequence}.`, INDENT.length);
  const status = paintStatus(page.painter, candidate.status, candidate.status === 'excluded' ? word : `${sign}${NO_BREAK}${word}`);
  const first = `${place}${page.painter.bold(padTo(candidate.code, 9))}`;
  return wrapWords(`${page.painter.bold(candidate.title)} · ${status}`, { first, width: page.width });
}

function evidenceLines(name: string, evidence: readonly Evidence[], page: Page): readonly string[] {
  return evidence.length === 0 ? [] : [field(name, quotes(evidence, page), page)];
}

function axisLine(axis: Candidate['axes'][number], page: Page): string {
  const { painter } = page;
  if (axis.state === 'missing') return field(axis.label, paintStatus(painter, 'underspecified', '— not documented'), page);
  const value = axis.value === undefined ? '' : `${oneLine(axis.value)} `;
  const state = axis.state === 'conflicting' ? paintStatus(painter, 'conflicting', '≠ conflicting ') : '';
  return field(axis.label, `${state}${value}${quotes(distinctEvidence(axis.evidence), page)}`.trim(), page);
}

function reasonLine(reason: Candidate['because'][number], page: Page): string {
  return field('because', `${reason.says} ${page.painter.dim(`[${reason.source} · ${reason.rule}]`)}`, page);
}

function field(name: string, content: string, page: Sheet): string {
  const first = INDENT + page.painter.dim(padTo(name, (page.names ?? NAME.least) - 1)) + ' ';
  return wrapWords(content, { first, width: page.width });
}

/** `“left leg” 2:14, “sciatica” 3:1`: the words and where they stand. */
export function quotes(evidence: readonly Evidence[], page: Sheet): string {
  return evidence.map((one) => quote(one, page)).join(', ');
}

function quote(evidence: Evidence, page: Sheet): string {
  const look = lookOf(kindOf(evidence));
  const shown = page.painter.on ? page.painter.paint(look.ansi, oneLine(evidence.text)) : oneLine(evidence.text);
  return `“${shown}” ${page.painter.dim(placeName(page.lineStarts, evidence.start))}`;
}

/** A query as the coder sees it: question, indicators, options and what each answer would code. */
export function queryBlock(query: Query, page: Page): string {
  const { painter, report } = page;
  const codes = codesOf(query, report);
  const about = [words(query.axis), words(query.kind), ...(codes.length > 0 ? [`for ${codes.join(', ')}`] : [])].join(', ');
  return [
    wrapWords(`${painter.bold(query.title)} ${painter.dim(`(${about})`)}`, { first: painter.paint('1;36', padTo('?', INDENT.length)), width: page.width }),
    field('to', query.recipient, page),
    field('question', query.question, page),
    ...(query.indicators.length > 0 ? [field('the note says', quotes(distinctEvidence(query.indicators), page), page)] : []),
    ...query.options.map((option, at) => field(at === 0 ? 'options' : '', optionText(query, option, page), page)),
    ...(query.searched.length > 0 ? [field('searched', searchedText(query, report), page)] : []),
  ].join('\n');
}

/** `hpi, exam, assessment; nothing found on the side`: why it is asked, for the internal view. */
function searchedText({ searched, kind, candidates }: Query, report: Report): string {
  const open = report.candidates.filter(({ id }) => candidates.includes(id)).flatMap(({ axes }) => axes.filter(({ state }) => state === 'missing').map(({ label }) => label));
  const places = searched.map(words).join(', ');
  return kind === 'not-specified' && open.length === 1 ? `${places}; nothing found on the ${lowerFirst(open[0]!)}` : places;
}

function optionText(query: Query, option: Query['options'][number], page: Page): string {
  const codes = outcomeOf(query, option.value);
  return `☐ ${option.label}${codes.length > 0 ? page.painter.dim(` → ${codes.join(', ')}`) : ''}`;
}

/** An edit: what is wrong with the codes together, and what to do. */
export function editBlock(edit: Edit, page: Sheet): string {
  const first = paintStatus(page.painter, edit.severity, padTo('!', INDENT.length));
  return [
    wrapWords(`${page.painter.bold(edit.codes.join(' + '))} · ${words(edit.kind)} · ${paintStatus(page.painter, edit.severity, edit.severity)}`, { first, width: page.width }),
    field('because', `${edit.says} ${page.painter.dim(`[${edit.source}]`)}`, page),
    field('do', edit.fix, page),
  ].join('\n');
}

/** A diagnostic on one line, with its place. */
export function diagnosticBlock(diagnostic: Diagnostic, page: Page): string {
  const place = diagnostic.span ? ` ${page.painter.dim(`at ${placeName(page.lineStarts, diagnostic.span.start)}`)}` : '';
  const first = paintStatus(page.painter, diagnostic.severity, padTo('i', INDENT.length));
  return wrapWords(`${diagnostic.code} ${diagnostic.severity}: ${diagnostic.message}${place}`, { first, width: page.width });
}

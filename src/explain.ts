// Why a code stands, why it does not, and what separates it from its neighbours: answers read off a report and the code tables.
// In: a report and a code. Out: sentences a coder can repeat to an auditor. It analyses nothing anew.
import { codeOn } from './code/releases.ts';
import type { DecisionTable, Knowledge } from './lexicon/knowledge.ts';
import { partsOf, fillPattern } from './lexicon/expand.ts';
import { lowerFirst } from './lower-first.ts';
import type { Row } from './lexicon/schema.ts';
import type { Candidate, Report } from './wire.ts';
import { writeCode } from './write-code.ts';

export interface Explanation {
  readonly code: string;
  readonly verdict: 'coded' | 'excluded' | 'not-considered' | 'unknown-code';
  readonly title?: string;
  readonly candidate?: Candidate;
  readonly says: readonly string[];
  /** What the note would have to document for this code, or for a fuller one. */
  readonly missing: readonly { readonly axis: string; readonly label: string }[];
  readonly neighbours: readonly { readonly code: string; readonly title: string; readonly differs: string }[];
}

const words = (candidate: Candidate): string => [...new Set(candidate.evidence.filter(({ role }) => role === 'problem').map(({ text }) => `"${text}"`))].join(', ');

function explainCoded(candidate: Candidate): readonly string[] {
  const axes = candidate.axes.map(({ label, state, value, evidence }) =>
    state === 'documented' ? `${label}: ${value}${evidence.length ? `, from ${evidence.map(({ text }) => `"${text}"`).join(', ')}` : ''}.` : `${label}: ${state}.`);
  return [
    `Reported as number ${candidate.sequence}, ${candidate.status}, from ${words(candidate)}.`,
    ...candidate.because.map(({ says, source }) => `${says} (${source}).`), ...axes,
  ];
}

function explainExcluded(candidate: Candidate): readonly string[] {
  return [`Considered from ${words(candidate)}, not coded.`, ...candidate.because.map(({ says, source, evidence }) =>
    `${says}${evidence?.length ? `: ${evidence.map(({ text }) => `"${text}"`).join(', ')}` : ''} (${source}).`)];
}

interface Route { readonly table: DecisionTable; readonly row: Row }

/** The rows whose codes include this one, for any values of their parts. */
function routesTo(code: string, { tables }: Knowledge): readonly Route[] {
  const all = new Set([...tables.values()].flat());
  return [...all].flatMap((table) => table.rows
    .filter((row) => row.codes.some((pattern) => pattern === code || fillAll(pattern, table).includes(code)))
    .map((row) => ({ table, row })));
}

function neighboursOf(code: string, routes: readonly Route[], date: string, knowledge: Knowledge): Explanation['neighbours'] {
  const family = code.slice(0, Math.max(3, code.length - 1));
  const labels = (routes[0]?.table.axes ?? []).map((axis) => lowerFirst(knowledge.axes.get(axis)?.label ?? axis));
  const differs = labels.length ? `another ${labels.join(' or ')}` : 'another problem';
  return [...knowledge.codes.values()]
    .filter((entry) => entry.code !== code && entry.code.startsWith(family) && entry.code.length === code.length && codeOn(entry.code, date, knowledge) === entry)
    .slice(0, 8)
    .map(({ code: other, title }) => ({ code: other, title, differs }));
}

/** Every way to fill the places of a code pattern with the parts of its family. */
function fillAll(pattern: string, { parts }: DecisionTable): readonly string[] {
  return partsOf(pattern).reduce<string[]>((texts, part) => texts.flatMap((text) => Object.keys(parts[part] ?? {}).map((value) => fillPattern(text, parts, (p) => p === part ? value : undefined))), [pattern]);
}

function explainAbsent(code: string, routes: readonly Route[], knowledge: Knowledge): readonly string[] {
  if (!routes.length) return [`No rule of lumbago leads to ${code}; look it up in the Tabular List.`];
  const problems = [...new Set(routes.flatMap(({ table }) => table.problems))].map((problem) => lowerFirst(knowledge.problems.get(problem)?.label ?? problem));
  const needs = routes.slice(0, 3).map(({ row }) => `It would take: ${row.says} (${row.source}).`);
  return [`The note does not state ${problems.join(' or ')} in the way this code needs.`, ...needs];
}

/** Explains one code against a report; the code may be written with or without its dot. */
export function explainCode(report: Report, input: string, knowledge: Knowledge): Explanation {
  const code = writeCode(input);
  const { date } = report.engine.codeSet;
  const entry = knowledge.codes.get(code);
  const candidate = report.candidates.find((c) => c.code === code);
  if (!entry) return { code, verdict: 'unknown-code', says: [`${code} is not a billable code of the families that lumbago carries.`], missing: [], neighbours: [] };
  const routes = routesTo(code, knowledge);
  const invalid = codeOn(code, date, knowledge) === entry ? [] : [`${code} is not valid on ${date}.`];
  const missing = (candidate?.axes ?? []).filter(({ state }) => state !== 'documented').map(({ axis, label }) => ({ axis, label }));
  const frame = { code, title: entry.title, missing, neighbours: neighboursOf(code, routes, date, knowledge) };
  if (!candidate) return { ...frame, verdict: 'not-considered', says: [...invalid, ...explainAbsent(code, routes, knowledge)] };
  return candidate.status === 'excluded'
    ? { ...frame, verdict: 'excluded', candidate, says: explainExcluded(candidate) }
    : { ...frame, verdict: 'coded', candidate, says: explainCoded(candidate) };
}

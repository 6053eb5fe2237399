// The parts of a report that every readable format shows, in one order and in one wording.
// It only sorts and names what the report holds.
import type { Candidate, Evidence, Query, Report } from '../../wire.ts';
import { oneLine } from './visible.ts';

export type Status = Candidate['status'];

/** Sign and word of a status; the sign alone never carries the meaning. */
export const STATUS: Readonly<Record<Status, { sign: string; word: string; says: string }>> = {
  supported: { sign: '✓', word: 'supported', says: 'fully documented' },
  underspecified: { sign: '◐', word: 'underspecified', says: 'stands until the open question is answered' },
  conflicting: { sign: '≠', word: 'conflicting', says: 'the note contradicts itself' },
  excluded: { sign: '✗', word: 'not coded', says: 'considered and not coded' },
};

/** Candidates to report, in the sequence of the claim. */
export function codedCandidates(report: Report): readonly Candidate[] {
  return report.candidates
    .filter((candidate) => candidate.status !== 'excluded')
    .sort((a, b) => (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER));
}

export function excludedCandidates(report: Report): readonly Candidate[] {
  return report.candidates.filter((candidate) => candidate.status === 'excluded');
}

/** Setting, date of service and code set: what the codes depend on besides the text. */
export function circumstances(report: Report): readonly string[] {
  const { note, engine } = report;
  const dated = note.date === undefined ? `no date given, coded as of ${engine.codeSet.date}` : note.date;
  return [
    note.setting, ...(note.encounter === undefined ? [] : [`${note.encounter} encounter`]), ...(note.type === undefined ? [] : [oneLine(note.type)]),
    dated, `${engine.codeSet.system} ${engine.codeSet.release}`,
  ];
}

/** `2 codes · 1 query · 3 considered and not coded` */
export function tally(report: Report): string {
  const coded = codedCandidates(report).length;
  const excluded = excludedCandidates(report).length;
  return [count(coded, 'code', 'codes'), count(report.queries.length, 'query', 'queries'), `${excluded} considered and not coded`].join(' · ');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Evidence without repeats (same span, same role), in order of position. */
export function distinctEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const one of evidence) seen.set(`${one.start}-${one.end}-${one.role}`, seen.get(`${one.start}-${one.end}-${one.role}`) ?? one);
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The words that state the problem of a candidate, and the cues that keep it from being coded. */
export function ownEvidence(candidate: Candidate): readonly Evidence[] {
  const because = candidate.because.flatMap((reason) => reason.evidence ?? []);
  return distinctEvidence([...candidate.evidence.filter(({ role }) => role === 'problem'), ...because]);
}

/** What else a candidate rests on, beyond its own words and its axes: the place a word leans on, statements that lend a side. */
export function restingEvidence(candidate: Candidate): readonly Evidence[] {
  const shown = new Set([...ownEvidence(candidate), ...candidate.axes.flatMap((axis) => axis.evidence)].map(({ start, end }) => `${start}-${end}`));
  return distinctEvidence(candidate.evidence).filter(({ start, end }) => !shown.has(`${start}-${end}`));
}

/** The codes that a query is about, in the order of its candidates. */
export function codesOf(query: Query, report: Report): readonly string[] {
  return query.candidates.flatMap((id) => report.candidates.filter((candidate) => candidate.id === id).map((candidate) => candidate.code));
}

/** The codes an answer would give, empty when the query does not say. */
export function outcomeOf(query: Query, option: string): readonly string[] {
  return query.outcomes.find((outcome) => outcome.option === option)?.codes ?? [];
}

/** A slug as words: `not-specified` → `not specified`. */
export function words(slug: string): string {
  return slug.replaceAll('-', ' ');
}

/** The sentence of a status in a report's own words: who it is for and what follows. */
export const DRAFT_NOTICE = 'Proposals for a qualified coder to check against the record; not a claim and not medical advice.';

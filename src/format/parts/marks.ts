// Report in, the stretches of the note to light up out: each span and kind once, with what it proves.
// Overlaps are kept; segments.ts cuts them. Not its job: looks.
import type { Candidate, Evidence, Report } from '../../wire.ts';
import { kindOf } from './roles.ts';

/** One lit-up stretch. `faint`: found in the note, but no code or query rests on it. `struck`: the note denies it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** A row of the table of roles. */
  readonly kind: string;
  readonly via: string;
  readonly candidates: readonly string[];
  readonly queries: readonly string[];
  readonly faint: boolean;
  readonly struck: boolean;
}

interface Draft { start: number; end: number; kind: string; via: string; candidates: Set<string>; queries: Set<string>; faint: boolean; struck: boolean }

/** All evidence a candidate rests on: its own, that of its axes and that of its reasons. */
export function evidenceOf(candidate: Candidate): readonly Evidence[] {
  return [
    ...candidate.evidence,
    ...candidate.axes.flatMap((axis) => axis.evidence),
    ...candidate.because.flatMap((reason) => reason.evidence ?? []),
  ];
}

/** The marks of a report in order of position, longer ones first. */
export function collectMarks(report: Report): readonly Mark[] {
  const drafts = new Map<string, Draft>();
  for (const candidate of report.candidates) {
    for (const evidence of evidenceOf(candidate)) lightUp(drafts, evidence).candidates.add(candidate.id);
  }
  for (const query of report.queries) {
    for (const evidence of query.indicators) lightUp(drafts, evidence).queries.add(query.id);
  }
  addMentions(drafts, report);
  return withoutSwallowed([...drafts.values()].filter((draft) => draft.end > draft.start).map(settle).sort(byPosition));
}

/** Leaves out faint marks inside one mark that proves something: they would only cut it to pieces. */
function withoutSwallowed(marks: readonly Mark[]): readonly Mark[] {
  let covered = { start: 0, end: 0 };
  return marks.filter((mark) => {
    if (mark.faint) return mark.struck || mark.start < covered.start || mark.end > covered.end;
    if (mark.end > covered.end) covered = mark;
    return true;
  });
}

function lightUp(drafts: Map<string, Draft>, evidence: Evidence): Draft {
  const kind = kindOf(evidence);
  const key = `${evidence.start}-${evidence.end}-${kind}`;
  const known = drafts.get(key);
  if (known) return known;
  const { start, end, via } = evidence;
  const draft: Draft = { start, end, kind, via, candidates: new Set(), queries: new Set(), faint: false, struck: false };
  drafts.set(key, draft);
  return draft;
}

function addMentions(drafts: Map<string, Draft>, report: Report): void {
  const bySpan = draftsBySpan(drafts.values());
  for (const mention of report.mentions) {
    const struck = mention.assertion.polarity === 'absent';
    const here = bySpan.get(`${mention.start}-${mention.end}`);
    for (const draft of here ?? []) if (draft.kind !== 'cue') draft.struck ||= struck;
    if (!here) addFaint(drafts, mention, mention.axis).struck = struck;
    for (const cue of mention.cues) addFaint(drafts, cue, 'cue');
  }
}

function draftsBySpan(drafts: Iterable<Draft>): Map<string, Draft[]> {
  const bySpan = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const span = `${draft.start}-${draft.end}`;
    bySpan.set(span, [...(bySpan.get(span) ?? []), draft]);
  }
  return bySpan;
}

function addFaint(drafts: Map<string, Draft>, found: { start: number; end: number; via: string }, kind: string): Draft {
  const key = `${found.start}-${found.end}-${kind}`;
  const known = drafts.get(key);
  if (known) return known;
  const draft: Draft = { start: found.start, end: found.end, kind, via: found.via, candidates: new Set(), queries: new Set(), faint: true, struck: false };
  drafts.set(key, draft);
  return draft;
}

function settle(draft: Draft): Mark {
  return { ...draft, candidates: [...draft.candidates], queries: [...draft.queries] };
}

function byPosition(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || Number(a.faint) - Number(b.faint) || (a.kind < b.kind ? -1 : 1);
}

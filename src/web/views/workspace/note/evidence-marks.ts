// A report → the marks of the note: what is lit up, what it is, what the text says of it, and the cue that says so.
// In: a report. Out: marks in order of position. The stretches are those of every format (format/parts/marks.ts). Not its job: looks.
import { collectMarks, type Mark } from '../../../../format/parts/marks.ts';
import { lookOf } from '../../../../format/parts/roles.ts';
import { oneLine } from '../../../../format/parts/visible.ts';
import type { Report, ReportMention } from '../../../../wire.ts';

export type State = 'present' | 'absent' | 'past' | 'planned' | 'family' | 'possible';

/** `tie` reaches from the mark to the cue that changes it, both included, when they lie close together; a section header is no such cue. */
export interface EvidenceMark extends Mark {
  readonly state: State;
  /** "Problem: sciatica, denied by “denies”, for M54.42". */
  readonly label: string;
  readonly tie?: { readonly start: number; readonly end: number };
}

const FAR = 160;
const SAID: Readonly<Record<State, string>> = { present: '', absent: 'denied', past: 'past', planned: 'planned', family: 'not of this patient', possible: 'uncertain' };

function stateOf({ polarity, certainty, time, subject }: ReportMention['assertion']): State {
  if (polarity === 'absent') return 'absent';
  if (subject !== 'patient') return 'family';
  if (time !== 'current') return time;
  return certainty === 'possible' ? 'possible' : 'present';
}

function labelOf(mark: Mark, mention: ReportMention | undefined, codes: readonly string[]): string {
  const state = mention ? stateOf(mention.assertion) : 'present';
  const cues = [...new Set(mention?.cues.map(({ text }) => `“${oneLine(text)}”`))].join(', ');
  const value = mention?.value.replaceAll('-', ' ');
  return [
    value === undefined ? lookOf(mark.kind).label : `${lookOf(mark.kind).label}: ${value}`,
    ...(state === 'present' ? [] : [cues ? `${SAID[state]}, by ${cues}` : SAID[state]]),
    ...(codes.length ? [`for ${codes.join(', ')}`] : []),
  ].join(' · ');
}

function tieOf({ start, end }: Mark, mention: ReportMention | undefined): EvidenceMark['tie'] {
  if (!mention || stateOf(mention.assertion) === 'present') return undefined;
  const cue = mention.cues.find((one) => !one.via.startsWith('section.') && (one.end <= start || one.start >= end));
  if (!cue) return undefined;
  const tie = { start: Math.min(cue.start, start), end: Math.max(cue.end, end) };
  return tie.end - tie.start <= FAR ? tie : undefined;
}

/** Marks in order of position, longer ones first. */
export function evidenceMarks(report: Report): readonly EvidenceMark[] {
  const mentions = new Map(report.mentions.map((mention) => [`${mention.start}-${mention.end}-${mention.axis}`, mention]));
  const anyMention = new Map(report.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]));
  const codeOf = new Map(report.candidates.filter(({ status }) => status !== 'excluded').map(({ id, code }) => [id, code]));
  return collectMarks(report).map((mark): EvidenceMark => {
    const place = `${mark.start}-${mark.end}`;
    const mention = mark.kind === 'cue' ? undefined : mentions.get(`${place}-${mark.kind}`) ?? anyMention.get(place);
    const tie = tieOf(mark, mention);
    const codes = [...new Set(mark.candidates.flatMap((id) => codeOf.get(id) ?? []))];
    return { ...mark, state: mention ? stateOf(mention.assertion) : 'present', label: labelOf(mark, mention, codes), ...(tie && { tie }) };
  });
}

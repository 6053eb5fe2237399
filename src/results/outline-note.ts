// A report → the little that a comparison of two runs needs of it: codes with status, rules and evidence, and what was found in the text.
// Small, because many may wait for their partner in the other run. No words of the note are kept, only offsets and ids.
import type { Report } from '../wire.ts';

/** One place that a code rests on: the lexicon entry and half-open UTF-16 offsets. */
export interface Place { readonly via: string; readonly start: number; readonly end: number }

export interface CodeOutline {
  readonly code: string;
  readonly status: Report['candidates'][number]['status'];
  /** Place in the claim, from 1; 0 for a code that is not reported. */
  readonly sequence: number;
  readonly rules: readonly string[];
  readonly evidence: readonly Place[];
}

export interface NoteOutline {
  readonly id: string;
  readonly sha256: string;
  readonly release: string;
  /** Reported codes in claim order, then the excluded ones. */
  readonly codes: readonly CodeOutline[];
}

/** Reads the outline off a report. */
export function outlineNote({ note, engine, candidates }: Report): NoteOutline {
  return {
    id: note.id, sha256: note.sha256, release: engine.codeSet.release,
    codes: candidates.map(outlineCode).sort((one, other) => (one.sequence || Infinity) - (other.sequence || Infinity) || 0),
  };
}

function outlineCode(candidate: Report['candidates'][number]): CodeOutline {
  const evidence = [candidate.evidence, ...candidate.axes.map((axis) => axis.evidence), ...candidate.because.map((reason) => reason.evidence ?? [])].flat();
  return {
    code: candidate.code, status: candidate.status, sequence: candidate.sequence ?? 0,
    rules: [...new Set(candidate.because.map(({ rule }) => rule))],
    evidence: evidence.map(({ via, start, end }) => ({ via, start, end })),
  };
}

// Counterfactual proof of a reported code: with its evidence blanked the code goes, with nothing but its evidence it stays.
// In: a note, its report, a code. Out: the two blanked texts and what each codes. It blanks and analyses again; it explains nothing.
import { analyzeNote } from './analyze.ts';
import { digestText } from './digest.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { findMentions } from './mention/find-mentions.ts';
import { spanOf } from './span.ts';
import { afterMarker } from './text/layout.ts';
import { readNote } from './text/read-note.ts';
import type { Range, Reading, Scan, Span } from './types.ts';
import type { Evidence, Note, Report } from './wire.ts';
import { writeCode } from './write-code.ts';

/** What is left of the note in one trial, of the same length as the note, and the codes reported from it. */
export interface Trial { readonly holds: boolean; readonly text: string; readonly codes: readonly string[] }

/** A code stands on its evidence when both trials hold. */
export interface Proof {
  readonly code: string;
  readonly holds: boolean;
  /** The words blanked in the one trial and left in the other. */
  readonly evidence: readonly Evidence[];
  /** Necessity: without the evidence the code is not reported. */
  readonly without: Trial;
  /** Sufficiency: with the evidence and the frame alone (headers, list numbers, joining words) the code is reported. */
  readonly alone: Trial;
}

export interface ProofInput { readonly note: Note; readonly report: Report }

/**
 * Proves one reported code, written with or without its dot; undefined when the report does not report it.
 * @throws Error when the report was not made from this note.
 */
export function proveCode({ note, report }: ProofInput, input: string, knowledge: Knowledge): Proof | undefined {
  if (digestText(note.text) !== report.note.sha256) throw new Error('The report was not made from this note: their digests differ');
  const candidate = report.candidates.find((one) => one.code === writeCode(input) && one.status !== 'excluded');
  if (!candidate) return undefined;
  const { code, evidence } = candidate;
  const attempt = (text: string): Omit<Trial, 'holds'> => ({ text, codes: reportedCodes(analyzeNote({ ...note, text }, knowledge)) });
  const removed = attempt(blank(note.text, evidence));
  const kept = attempt(keepOnly(note, evidence, knowledge));
  const without = { ...removed, holds: !removed.codes.includes(code) };
  const alone = { ...kept, holds: kept.codes.includes(code) };
  return { code, holds: without.holds && alone.holds, evidence, without, alone };
}

const reportedCodes = ({ candidates }: Report): string[] => candidates.filter(({ status }) => status !== 'excluded').map(({ code }) => code);

/** Letters and digits of no lexicon that stand in for others, so that tokens, capitals and sentences stay as they are. */
const FILLER = { upper: '\u01b5', lower: '\u01b6', digit: '\u0966' } as const;

/** The text with the letters and digits of the spans made unreadable; every offset stays. "Lumbago, left" → "Ƶƶƶƶƶƶƶ, left". */
export function blank(text: string, spans: readonly Span[]): string {
  const blanked = coverageOf(text, spans);
  return text.replace(LETTER_OR_DIGIT, (sign: string, at: number) => blanked[at] ? fillerOf(sign) : sign);
}

/** The note with nothing but the spans and its frame. Other mentions go without a trace, so that a list stays a list: "at L2-3 and L5-S1" → "at   -  and L5-S1". */
function keepOnly(note: Note, spans: readonly Span[], knowledge: Knowledge): string {
  const { reading, scan } = lookThrough(note, knowledge);
  const kept = coverageOf(note.text, [...spans, ...frameOf(reading, scan, knowledge)]);
  const gone = coverageOf(note.text, scan.mentions.map((mention) => spanOf(reading, mention)));
  const text = note.text.replace(LETTER_OR_DIGIT, (sign: string, at: number) => kept[at] ? sign : gone[at] ? ' '.repeat(sign.length) : fillerOf(sign));
  return blank(text, newCues({ ...note, text }, spans, knowledge));
}

/** Joining words that have become a cue because a word beside them is gone ("with a history of" without "longstanding"): they would claim something. */
function newCues(note: Note, spans: readonly Span[], knowledge: Knowledge): readonly Span[] {
  const { reading, scan } = lookThrough(note, knowledge);
  const cited = coverageOf(note.text, spans);
  return scan.cues.map((cue) => spanOf(reading, cue)).filter(({ start, end }) => !cited.subarray(start, end).includes(1));
}

function lookThrough(note: Note, knowledge: Knowledge): { readonly reading: Reading; readonly scan: Scan } {
  const reading = readNote(note.text, knowledge.book);
  return { reading, scan: findMentions(reading, knowledge, note.date === undefined ? {} : { date: note.date }) };
}

/** 1 at every code unit that one of the spans covers. */
function coverageOf(text: string, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

const LETTER_OR_DIGIT = /\p{L}|\p{Nd}/gu;

function fillerOf(sign: string): string {
  const filler = /\p{Nd}/u.test(sign) ? FILLER.digit : sign === sign.toLowerCase() ? FILLER.lower : FILLER.upper;
  return filler.repeat(sign.length);
}

/** What holds the note together and claims nothing: headers, list numbers, and joining words that are no part of a mention or cue. */
function frameOf(reading: Reading, scan: Scan, knowledge: Knowledge): readonly Span[] {
  const { tokens } = reading;
  const kept = new Uint8Array(tokens.count);
  const mark = ({ from, to }: Range): void => void kept.fill(1, from, to);
  const content = new Uint8Array(tokens.count);
  for (const { from, to } of [...scan.mentions, ...scan.cues]) content.fill(1, from, to);
  for (let at = 0; at < tokens.count; at++) if (!content[at] && isJoining(tokens.norm[at]!, knowledge)) kept[at] = 1;
  scan.stops.filter(({ from, to }) => !content.subarray(from, to).includes(1)).forEach(mark);
  listMarkers(reading).forEach(mark);
  for (const { header } of reading.sections) if (header) mark(header);
  return [...kept.keys()].filter((at) => kept[at]).map((at) => spanOf(reading, { from: at, to: at + 1 }));
}

function isJoining(norm: number, { articles, joiners, continues, book, bindings }: Knowledge): boolean {
  return articles.has(norm) || joiners.has(norm) || continues.has(norm) || book.neverEnds(norm) || book.refersBack(norm)
    || [...bindings.values()].some((rules) => rules.some(({ leads }) => leads?.has(norm)));
}

function listMarkers({ tokens }: Reading): readonly Range[] {
  const markers: Range[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const to = afterMarker(tokens, at);
    if (to > at) markers.push({ from: at, to });
  }
  return markers;
}

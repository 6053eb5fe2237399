// Reading → Scan: all that the lexicons and recognisers find in a note, sentence by sentence.
// What the text says of a mention (denied, past, planned) is assertion's work, what belongs together is finding's.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { CueMatch, Mention, MentionAxis, Range, Reading, Scan, Section, Sentence, StopMatch } from '../types.ts';
import { saysIn, wordsIn, type Line, type Recognise } from './line.ts';
import { settleOverlaps } from './overlap.ts';
import { RECOGNISERS } from './recognisers.ts';
import { isReport, subjectIn, tellsFindings } from './report-subject.ts';
import { findForms, scanSentence, type Found } from './scan.ts';
import { correctTypos, markFuzzy, type Corrections } from './typos.ts';
import { anchorIn, keepAnchored, placeOf, type Before } from './weak.ts';
import { wordsOf } from './words.ts';

export interface MentionOptions {
  /** Date of service, YYYY-MM-DD: with it "since 2019" is a duration. */
  readonly date?: string | undefined;
}

/** The kind of a section whose header is a mere label and stands in one sentence with its text. */
const LABEL = 'other';
const PLACES: ReadonlySet<MentionAxis> = new Set(['site', 'level', 'laterality', 'imaging']);

/** For how many sentences without a part of the body the last one named is still meant. */
const CARRY = 3;

/** Finds mentions, context cues and stop words. Headers are not scanned: a problem named in one is not stated. */
export function findMentions(reading: Reading, knowledge: Knowledge, options: MentionOptions = {}): Scan {
  const corrections = correctTypos(reading, knowledge);
  const mentions: Mention[] = [], cues: CueMatch[] = [], stops: StopMatch[] = [];
  let context: { named: Before; section: number; age: number } = { named: { place: 'none' }, section: -1, age: 0 };
  const ofReport = isReport(reading, knowledge);
  let subject: Before | undefined;
  const startOf = (section: Section | undefined): Before => {
    const header = headerPlace(reading, section, knowledge);
    return header.place === 'none' && subject && tellsFindings(section, knowledge) ? subject : header;
  };
  reading.sentences.forEach((sentence, index) => {
    const section = reading.sections[sentence.section];
    if (context.section !== sentence.section) context = { named: startOf(section), section: sentence.section, age: 0 };
    const scanned = scanLine(reading, sentence, { index, knowledge, corrections, date: options.date, section });
    if (!scanned) return;
    const { line, cues: lineCues } = scanned;
    const before = context.age < CARRY ? context.named : startOf(section);
    for (const mention of settleOverlaps(keepAnchored(line.mentions, line.stops, { knowledge, before }))) mentions.push(markFuzzy(mention, corrections));
    for (const cue of lineCues) cues.push(cue);
    for (const stop of line.stops) stops.push(stop);
    if (ofReport) subject ??= subjectIn(line.mentions, knowledge);
    const place = placeOf(line.mentions, knowledge);
    context = { ...context, named: place === 'none' ? before : { place, anchor: anchorIn(line.mentions, knowledge) }, age: place === 'none' ? context.age + 1 : 0 };
  });
  return { mentions, cues, stops };
}

interface Scanned { readonly line: Line; readonly cues: readonly CueMatch[] }
interface LineOptions { readonly index: number; readonly knowledge: Knowledge; readonly corrections: Corrections; readonly date: string | undefined; readonly section: Section | undefined }

/**
 * One sentence, scanned by the trie and then by every recogniser. Headers are left out; a mere label ("L4-L5:", "LUMBAR SPINE:")
 * gives the place it names, but no problem and no cue, and no form runs from it into the text ("EXTREMITIES: No").
 */
function scanLine(reading: Reading, sentence: Sentence, { index, knowledge, corrections, date, section }: LineOptions): Scanned | undefined {
  const headerEnd = section?.header?.to ?? 0;
  const from = section?.kind === LABEL ? sentence.from : Math.max(sentence.from, headerEnd);
  if (from >= sentence.to) return undefined;
  const scan = (range: Range): Found => scanSentence(reading, { ...range, sentence: index }, { knowledge, corrections });
  const body = scan({ from: Math.max(from, headerEnd), to: sentence.to });
  const label = headerEnd > from ? scan({ from, to: Math.min(headerEnd, sentence.to) }).drafts.filter(({ axis }) => PLACES.has(axis)) : [];
  const mentions = [...label, ...body.drafts];
  const { cues, stops } = body;
  const row = wordsIn(reading, { from, to: sentence.to }, knowledge);
  const line: Line = {
    from, to: sentence.to, wordAt: row.wordAt, says: saysIn(row), reading, knowledge, words: wordsOf(knowledge.words), norms: corrections.norms, sentence: index, date, mentions, stops,
  };
  return { line: RECOGNISERS.reduce(runOn, line), cues };
}

/** A new line only where the recogniser found something. */
function runOn(line: Line, recognise: Recognise): Line {
  const mentions = recognise(line);
  return mentions === line.mentions ? line : { ...line, mentions };
}

/** Whether the header of a section names the spine ("LUMBAR SPINE:"). */
function headerPlace(reading: Reading, section: Section | undefined, knowledge: Knowledge): Before {
  const header = section?.header;
  if (!header) return { place: 'none' };
  const isSpinal = findForms(reading, header, { knowledge, norm: reading.tokens.norm }).some(({ entry }) => entry.kind === 'concept' && knowledge.concepts.get(entry.id)?.spinal);
  return { place: isSpinal ? 'spine' : 'none' };
}

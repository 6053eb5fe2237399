// Reading → Scan: all that the lexicons and recognisers find in a note, sentence by sentence.
// What the text says of a mention (denied, past, planned) is assertion's work, what belongs together is finding's.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { CueMatch, Mention, MentionAxis, Reading, Scan, Section, Sentence, StopMatch } from '../types.ts';
import { onceFor } from '../once.ts';
import { saysIn, wordsIn, type Line, type Recognise } from './line.ts';
import { settleOverlaps } from './overlap.ts';
import { RECOGNISERS } from './recognisers.ts';
import { isReport, subjectIn, tellsFindings } from './report-subject.ts';
import { findForms, scanSentence, type Found } from './scan.ts';
import { correctTypos, markFuzzy, type Corrections } from './typos.ts';
import { anchorIn, keepAnchored, placeOf, type Before } from './weak.ts';
import { makeAlarm, wakenIn } from './wake.ts';
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
  let named: Before = { place: 'none' }, sectionAt = -1, age = 0;
  const ofReport = isReport(reading, knowledge);
  let subject: Before | undefined;
  const headers = new Map<Section | undefined, Before>();
  const startOf = (section: Section | undefined): Before => {
    const header = headers.get(section) ?? headerPlace(reading, section, knowledge);
    headers.set(section, header);
    return header.place === 'none' && subject && tellsFindings(section, knowledge) ? subject : header;
  };
  reading.sentences.forEach((sentence, index) => {
    const section = reading.sections[sentence.section];
    if (sectionAt !== sentence.section) { named = startOf(section); sectionAt = sentence.section; age = 0; }
    const scanned = scanLine(reading, sentence, { index, knowledge, corrections, date: options.date, section });
    if (!scanned) return;
    const { drafts, stops: lineStops } = scanned;
    if (age >= CARRY) named = startOf(section);
    for (const cue of scanned.cues) cues.push(cue);
    for (const stop of lineStops) stops.push(stop);
    age++;
    if (!drafts.length) return;
    for (const mention of settleOverlaps(keepAnchored(drafts, lineStops, { knowledge, before: named }))) mentions.push(markFuzzy(mention, corrections));
    if (ofReport) subject ??= subjectIn(drafts, knowledge);
    const place = placeOf(drafts, knowledge);
    if (place !== 'none') { named = { place, anchor: anchorIn(drafts, knowledge) }; age = 0; }
  });
  return { mentions, cues, stops };
}

interface LineOptions { readonly index: number; readonly knowledge: Knowledge; readonly corrections: Corrections; readonly date: string | undefined; readonly section: Section | undefined }

/**
 * One sentence, scanned by the trie and then by every recogniser that it wakes. Headers are left out; a mere label ("L4-L5:", "LUMBAR SPINE:")
 * gives the place it names, but no problem and no cue, and no form runs from it into the text ("EXTREMITIES: No").
 */
function scanLine(reading: Reading, sentence: Sentence, { index, knowledge, corrections, date, section }: LineOptions): Found | undefined {
  const headerEnd = section?.header?.to ?? 0;
  const from = section?.kind === LABEL ? sentence.from : Math.max(sentence.from, headerEnd);
  if (from >= sentence.to) return undefined;
  const { to } = sentence, options = { knowledge, corrections };
  const body = scanSentence(reading, { from: Math.max(from, headerEnd), to, sentence: index }, options);
  const label = headerEnd > from ? scanSentence(reading, { from, to: Math.min(headerEnd, to), sentence: index }, options).drafts.filter(({ axis }) => PLACES.has(axis)) : [];
  const mentions = label.length ? [...label, ...body.drafts] : body.drafts;
  const woken = wakenIn(reading.tokens, { from, to, found: mentions.length > 0 }, alarmOf(knowledge));
  if (!woken) return body;
  const row = wordsIn(reading, { from, to }, knowledge);
  let line: Line = {
    from, to, wordAt: row.wordAt, says: saysIn(row), reading, knowledge, words: wordsOf(knowledge.words), norms: corrections.norms, sentence: index, date, mentions, stops: body.stops,
  };
  for (let place = 0; place < RECOGNISERS.length; place++) if (woken & 1 << place) line = runOn(line, RECOGNISERS[place]!.recognise);
  return { drafts: line.mentions, cues: body.cues, stops: body.stops };
}

const alarmOf = onceFor((knowledge: Knowledge) => makeAlarm(RECOGNISERS.map(({ wakes }) => wakes), knowledge));

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

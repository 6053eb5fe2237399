// Makes the pairs of a transformation over all subjects and tells which fail. The same pairs in every run.
import { createAnalyzer } from '../../src/index.ts';
import type { NoteInput } from '../../src/wire.ts';
import { caseNotes, wholeNotes } from '../corpus.ts';
import { problemSentences } from './sentences.ts';
import { benchmarkNotes, referenceNotes } from './texts.ts';
import { chanceFrom, pick, type Subject, type Transformation } from './transformation.ts';

/** A pair that is not as its rule says. `words` are those of an invented note, empty for a reference note. */
export interface Failure { readonly id: string; readonly about: string; readonly faults: readonly string[]; readonly words: string }
export interface Outcome { readonly pairs: number; readonly failures: readonly Failure[] }

/** Reference notes are long: so many variants of each are enough, for the sake of time. */
const MOST_OF_REFERENCE = 1;

const { analyze, knowledge } = createAnalyzer();

const toSubject = (note: NoteInput, source: Subject['source']): Subject =>
  ({ note, source, knowledge, report: analyze(note), read: (text) => analyze({ ...note, text }) });

/** The notes and sentences that pairs are made from. */
export function readSubjects(): { readonly own: readonly Subject[]; readonly reference: readonly Subject[] } {
  const own = [...caseNotes(), ...wholeNotes(), ...benchmarkNotes()].map((note) => toSubject(note, 'note'));
  const sentences = problemSentences(knowledge).map((note) => toSubject(note, 'sentence'));
  return { own: [...own, ...sentences], reference: referenceNotes().map((note) => toSubject(note, 'note')) };
}

/** All pairs of one transformation over the subjects. */
export function runPairs(transformation: Transformation, subjects: readonly Subject[], isReference = false): Outcome {
  const failures: Failure[] = [];
  let pairs = 0;
  for (const subject of subjects) {
    if (!transformation.applies(subject)) continue;
    const chance = chanceFrom(`${transformation.name} ${subject.note.id}`);
    const most = isReference ? Math.min(transformation.most, MOST_OF_REFERENCE) : transformation.most;
    for (const variant of pick(transformation.change(subject, chance), most, chance)) {
      pairs++;
      const faults = transformation.expect(subject, analyze(variant.note), variant);
      if (faults.length) failures.push({ id: subject.note.id, about: isReference ? '' : variant.about, faults, words: isReference ? '' : variant.note.text });
    }
  }
  return { pairs, failures };
}

// The analysis of the open note, kept up with its text by the worker. While a new one is under way the last one stands.
import { computed, effect, signal } from '@preact/signals';
import type { Candidate, Note, Report } from '../../wire.ts';
import { codedCandidates, excludedCandidates } from '../../format/parts/outline.ts';
import { ask, askLatest } from '../engine/engine.ts';
import type { Analysis, Releases } from '../engine/tasks.ts';
import { openNote, type DeskNote } from './work.ts';
import { tell } from './voice.ts';

interface Shown extends Analysis { readonly key: number; readonly note: Note }

const shown = signal<Shown | undefined>(undefined);
const keyOf = new WeakMap<Note, number>();

/** The releases that the knowledge has, once the worker has told. */
export const releases = signal<Releases | undefined>(undefined);

/** A note of the desk as the core takes it, fields in the order of the contract. */
export const coreNote = ({ id, text = '', setting, date, encounter, type }: DeskNote): Note =>
  ({ id, text, setting, ...(date !== undefined && { date }), ...(encounter && { encounter }), ...(type !== undefined && { type }) });

const analyze = askLatest('analyze', (analysis, note) => { shown.value = { ...analysis, key: keyOf.get(note) ?? -1, note }; }, (error) => tell('error', error.message));

effect(() => {
  const note = openNote.value;
  if (note?.text === undefined) return;
  const asked = coreNote(note);
  keyOf.set(asked, note.key);
  analyze(asked);
});

/** Asks once for the releases. */
export function learnReleases(): void {
  ask('releases', null).then((known) => { releases.value = known; }, (error: Error) => tell('error', error.message));
}

/** The last analysis, as long as it is of the open note; its text may be a few keys behind. */
export const analysis = computed<Shown | undefined>(() => shown.value?.key === openNote.value?.key ? shown.value : undefined);

/** The report that is shown: of the page's own analysis, else the one that was dropped without its note. */
export const report = computed<Report | undefined>(() => analysis.value?.report ?? (openNote.value?.text === undefined ? openNote.value?.report : undefined));

/** The note that the analysis is of; undefined for a report alone. */
export const analyzedNote = computed<Note | undefined>(() => analysis.value?.note);

export const coded = computed<readonly Candidate[]>(() => report.value ? codedCandidates(report.value) : []);
export const excluded = computed<readonly Candidate[]>(() => report.value ? excludedCandidates(report.value) : []);

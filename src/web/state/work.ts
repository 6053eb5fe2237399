// Everything the page knows of the coder's work, in one signal: the notes, which one is open, the choices made, and their history.
// Derived values are computed beside it. Undo and redo walk over choices; the text of a note has the undo of its field.
import { batch, computed, signal } from '@preact/signals';
import type { Note, Report } from '../../wire.ts';
import { NO_CHOICES, type Choices } from './choices.ts';

/** A note on the desk. Without text it is a report alone. */
export interface DeskNote extends Omit<Note, 'text'> { readonly key: number; readonly text?: string | undefined; readonly report?: Report; readonly sample?: true }

interface Step { readonly key: number; readonly says: string; readonly choices: Choices }

export interface Work {
  readonly notes: readonly DeskNote[];
  readonly open: number;
  readonly choices: Readonly<Record<number, Choices>>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

const EMPTY: Work = { notes: [], open: -1, choices: {}, past: [], future: [] };
const LONGEST_HISTORY = 500;

/** The work; change it with the functions below. */
export const work = signal<Work>(EMPTY);

/** The work as it was saved last, or as it stood when nothing was worth saving. */
const saved = signal<Pick<Work, 'notes' | 'choices'>>(EMPTY);

export const openNote = computed<DeskNote | undefined>(() => work.value.notes.find(({ key }) => key === work.value.open));
export const choices = computed<Choices>(() => work.value.choices[work.value.open] ?? NO_CHOICES);

/** True when closing the page would lose something that the coder made: choices, or text that is no sample. */
export const isUnsaved = computed<boolean>(() => {
  const { notes, choices: made } = work.value;
  if (made === saved.value.choices && notes === saved.value.notes) return false;
  const typed = notes !== saved.value.notes && notes.some(({ sample, text }) => !sample && (text ?? '').trim() !== '');
  return typed || (made !== saved.value.choices && Object.keys(made).length > 0);
});

/** Says that the work is safe as it stands. */
export function markSaved(): void {
  saved.value = work.value;
}

let keys = 0;

/** Puts notes on the desk, after those that lie there, and opens the first of them. An untouched sample makes room. */
export function addNotes(fresh: readonly Omit<DeskNote, 'key'>[]): void {
  const { notes, choices: made, ...rest } = work.value;
  const kept = notes.filter(({ key, sample, text }) => made[key] !== undefined || (!sample && (text === undefined || text.trim() !== '')));
  const added = fresh.map((note) => ({ ...note, key: ++keys }));
  work.value = { ...rest, choices: made, notes: [...kept, ...added], open: added[0]?.key ?? rest.open };
}

/** Replaces all work, as a session file holds it. */
export function replaceWork(notes: readonly Omit<DeskNote, 'key'>[], made: readonly Choices[]): void {
  const added = notes.map((note) => ({ ...note, key: ++keys }));
  const byKey = Object.fromEntries(added.flatMap(({ key }, at) => made[at] && made[at] !== NO_CHOICES ? [[key, made[at]]] : []));
  batch(() => {
    work.value = { ...EMPTY, notes: added, open: added[0]?.key ?? -1, choices: byKey };
    markSaved();
  });
}

export function showNote(key: number): void {
  work.value = { ...work.value, open: key };
}

/** Takes the open note off the desk, with its choices. */
export function closeNote(): void {
  const { notes, open, choices: made, past, future } = work.value;
  const at = notes.findIndex(({ key }) => key === open);
  const left = notes.filter(({ key }) => key !== open);
  const { [open]: _, ...others } = made;
  work.value = { notes: left, open: left[Math.min(at, left.length - 1)]?.key ?? -1, choices: others, past: past.filter(({ key }) => key !== open), future: future.filter(({ key }) => key !== open) };
}

/** Changes the open note: its text or what is known of it. A sample that is edited is a note of the coder's. */
export function changeNote(change: Partial<Pick<DeskNote, 'text' | 'setting' | 'date' | 'encounter' | 'id'>>): void {
  const { notes, open } = work.value;
  work.value = { ...work.value, notes: notes.map((note) => {
    if (note.key !== open) return note;
    const { sample, ...rest } = note;
    return { ...rest, ...(sample && change.text === undefined && { sample }), ...change };
  }) };
}

/** Makes a choice on the open note; `says` names it for undo. A choice that changes nothing leaves no trace. */
export function choose(says: string, change: (before: Choices) => Choices): void {
  const { open, choices: made, past } = work.value;
  const before = made[open] ?? NO_CHOICES;
  const after = change(before);
  if (after === before || open < 0) return;
  work.value = { ...work.value, choices: { ...made, [open]: after }, past: [...past.slice(1 - LONGEST_HISTORY), { key: open, says, choices: before }], future: [] };
}

function walk(from: 'past' | 'future', to: 'past' | 'future'): Step | undefined {
  const step = work.value[from].at(-1);
  if (!step) return undefined;
  const here: Step = { ...step, choices: work.value.choices[step.key] ?? NO_CHOICES };
  work.value = { ...work.value, open: step.key, choices: { ...work.value.choices, [step.key]: step.choices }, [from]: work.value[from].slice(0, -1), [to]: [...work.value[to], here] };
  return step;
}

/** Takes the last choice back and goes to its note; gives what it was. */
export const undoChoice = (): string | undefined => walk('past', 'future')?.says;

/** Makes the choice again that was taken back last. */
export const redoChoice = (): string | undefined => walk('future', 'past')?.says;

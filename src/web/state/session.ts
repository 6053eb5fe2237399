// The session file: the notes and choices of a sitting, written only when the coder asks, read back whole or not at all.
// In and out: JSON of the schema lumbago/session@1. Nothing is stored in the browser.
import { REASONS, NO_CHOICES, type Choices, type Draft } from './choices.ts';
import { markSaved, replaceWork, work, type DeskNote } from './work.ts';

const SCHEMA = 'lumbago/session@1';

/** The session as a text to save. */
export function writeSession(): string {
  const { notes, choices } = work.peek();
  return `${JSON.stringify({ schema: SCHEMA, notes: notes.map(({ key, ...note }) => ({ ...note, choices: choices[key] ?? NO_CHOICES })) }, null, 1)}\n`;
}

/** Hands the session to the browser's download and counts the work as saved. */
export function saveSession(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writeSession()], { type: 'application/json' }));
  link.download = 'lumbago-session.json';
  link.click();
  URL.revokeObjectURL(link.href);
  markSaved();
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const listOf = <One>(value: unknown, is: (one: unknown) => one is One): value is readonly One[] => Array.isArray(value) && value.every(is);
const maybe = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

const isClaim = (value: unknown): value is Choices['claim'][number] => isObject(value) && isText(value.code) && isText(value.title) && maybe(value.was, isText);
const isRejection = (value: unknown): boolean => isObject(value) && REASONS.some((reason) => reason === value.reason) && maybe(value.remark, isText);
const isPlace = (value: unknown): value is number => Number.isInteger(value);
const isDraft = (value: unknown): value is Draft => isObject(value) && isText(value.title) && isText(value.question) && isText(value.recipient)
  && listOf(value.leftOut, isPlace) && listOf(value.options, isText) && maybe(value.answer, isText);
const isChoices = (value: unknown): value is Choices => isObject(value) && listOf(value.claim, isClaim)
  && isObject(value.rejected) && Object.values(value.rejected).every(isRejection) && isObject(value.drafts) && Object.values(value.drafts).every(isDraft);

type SavedNote = Omit<DeskNote, 'key'> & { readonly choices: Choices };

const isNote = (value: unknown): value is SavedNote => isObject(value) && isText(value.id) && (isText(value.text) || isObject(value.report))
  && (value.setting === 'outpatient' || value.setting === 'inpatient') && maybe(value.date, (date) => isText(date) && /^\d{4}-\d\d-\d\d$/.test(date))
  && maybe(value.encounter, (encounter) => ['initial', 'subsequent', 'sequela'].includes(encounter as string)) && maybe(value.type, isText) && isChoices(value.choices);

export interface Session { readonly notes: readonly SavedNote[] }

/** Reads a session: all of it, or what is wrong with it. */
export function readSession(content: unknown, name: string): Session | string {
  if (!isObject(content) || content.schema !== SCHEMA) {
    return `${name}: is of the schema ${isObject(content) && isText(content.schema) ? content.schema.slice(0, 40) : 'no session has'}; this page reads ${SCHEMA}. Your work is as it was`;
  }
  if (!Array.isArray(content.notes)) return `${name}: is a session without notes; it was changed or cut off. Your work is as it was`;
  const wrong = content.notes.findIndex((note) => !isNote(note));
  if (wrong >= 0) return `${name}: note ${wrong + 1} of the session does not have its shape; the file was changed or cut off. Your work is as it was`;
  return { notes: content.notes as readonly SavedNote[] };
}

/** Puts a session on the desk, in the place of what lies there. */
export function openSession({ notes }: Session): void {
  replaceWork(notes.map(({ choices: _, ...note }) => note), notes.map(({ choices }) => choices));
}

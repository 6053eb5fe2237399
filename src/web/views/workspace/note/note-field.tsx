// The field in which the note is typed: it lies over the drawn lines, its own text unseen, its caret and selection seen.
// A paste that is too long is refused before it is in; what stands there stays.
import { useEffect, useRef } from 'preact/hooks';
import { LONGEST_NOTE } from '../../../engine/limits.ts';
import { tell } from '../../../state/voice.ts';
import { changeNote, openNote } from '../../../state/work.ts';
import { takeEdit } from './follow-edit.ts';

const tooLong = (length: number): string => `The text has ${length} characters; the page takes notes up to ${LONGEST_NOTE}. Nothing was changed. For longer files use lumbago analyze FILE`;

/** Refuses text that would make the note too long; true when it did. */
export function refuseLong(length: number): boolean {
  if (length > LONGEST_NOTE) tell('error', tooLong(length));
  return length > LONGEST_NOTE;
}

function guardPaste(event: ClipboardEvent): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const field = event.currentTarget as HTMLTextAreaElement;
  if (refuseLong(field.value.length - (field.selectionEnd - field.selectionStart) + pasted.length)) event.preventDefault();
}

function takeInput(event: Event): void {
  const field = event.currentTarget as HTMLTextAreaElement;
  const text = openNote.peek()?.text ?? '';
  if (refuseLong(field.value.length)) field.value = text.replace(/\r\n?/g, '\n');
  else changeNote({ text: takeEdit(text, field.value) });
}

/** The field over the lines. */
export function NoteField() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return <textarea ref={field} class="note-field" aria-label="Text of the note" spellcheck={false} autocomplete="off" value={openNote.value?.text ?? ''} onPaste={guardPaste} onInput={takeInput} />;
}

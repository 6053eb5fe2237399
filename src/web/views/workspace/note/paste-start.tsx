// The desk without a note: a field to paste into, files, three samples, and one sentence on privacy.
import { editing } from '../../../state/focus.ts';
import { addNotes, changeNote, openNote } from '../../../state/work.ts';
import { FileButton } from './file-button.tsx';
import { refuseLong } from './note-field.tsx';
import { openSample, SAMPLES } from './samples.ts';

let pasted = 0;

function takeText(event: Event): void {
  const field = event.currentTarget as HTMLTextAreaElement;
  if (field.value.trim() === '') return;
  if (refuseLong(field.value.length)) { field.value = ''; return; }
  // Text that is inserted line by line comes in several events before the field gives way to the note.
  if (openNote.peek()) return changeNote({ text: field.value });
  editing.value = true;
  addNotes([{ id: `note-${++pasted}`, text: field.value, setting: 'outpatient' }]);
}

function guardPaste(event: ClipboardEvent): void {
  if (refuseLong(event.clipboardData?.getData('text/plain').length ?? 0)) event.preventDefault();
}

/** Where a note comes in. */
export function PasteStart() {
  return (
    <div class="paste-start">
      <label for="paste">Paste or type a note</label>
      <textarea id="paste" class="paste-field" spellcheck={false} autocomplete="off" onInput={takeText} onPaste={guardPaste} />
      <p class="row"><FileButton /> <span class="quiet">or drop files: text, JSONL, a report or a session as JSON</span></p>
      <h2>Synthetic samples</h2>
      <ul class="samples">{SAMPLES.map((sample) => <li key={sample.name}><button type="button" onClick={() => openSample(sample)}>{sample.name}</button></li>)}</ul>
      <p class="quiet">The note is read in this page by your own browser and is sent nowhere; closing the page forgets it.</p>
    </div>
  );
}

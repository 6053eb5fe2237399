// The bar above the note: which note of how many, reading or editing, the face of the text, open and close.
import { editing, noteFace } from '../../../state/focus.ts';
import { closeNote, openNote, showNote, work } from '../../../state/work.ts';
import { FileButton } from './file-button.tsx';

const isLoss = (): boolean => openNote.peek()?.sample !== true || work.peek().choices[work.peek().open] !== undefined;

function close(): void {
  if (isLoss() && !confirm('Close this note? Its text and your choices on it are forgotten.')) return;
  editing.value = false;
  closeNote();
}

/** More notes than this are gone to by number. */
const LISTED = 300;

function NoteSwitch() {
  const { notes, open } = work.value;
  const at = notes.findIndex(({ key }) => key === open);
  if (notes.length < 2) return <span class="note-id" title="Id of the note">{openNote.value?.id}</span>;
  return (
    <span class="row">
      <button type="button" class="bare" aria-label="Previous note" disabled={at <= 0} onClick={() => showNote(notes[at - 1]!.key)}>‹</button>
      {notes.length > LISTED
        ? <><input type="number" aria-label="Number of the note" min={1} max={notes.length} value={at + 1} onChange={({ currentTarget }) => { const wanted = notes[Number(currentTarget.value) - 1]; if (wanted) showNote(wanted.key); }} /><span class="note-id">{notes[at]?.id}</span></>
        : <select aria-label="Note" value={open} onChange={({ currentTarget }) => showNote(Number(currentTarget.value))}>{notes.map(({ key, id }) => <option key={key} value={key}>{id}</option>)}</select>}
      <button type="button" class="bare" aria-label="Next note" disabled={at >= notes.length - 1} onClick={() => showNote(notes[at + 1]!.key)}>›</button>
      <span class="quiet">{at + 1} of {notes.length}</span>
    </span>
  );
}

/** Controls of the note. */
export function NoteBar() {
  const isText = openNote.value?.text !== undefined;
  return (
    <div class="pane-bar">
      <h2>Note</h2>
      <NoteSwitch />
      <span class="spring" />
      {isText && <button type="button" aria-pressed={editing.value} onClick={() => { editing.value = !editing.value; }}>Edit text</button>}
      {isText && <button type="button" class="bare wide-only" onClick={() => { noteFace.value = noteFace.value === 'mono' ? 'humanist' : 'mono'; }}>{noteFace.value === 'mono' ? 'Proportional' : 'Monospaced'}</button>}
      <span class="wide-only"><FileButton /></span>
      <button type="button" class="bare" onClick={close}>Close</button>
    </div>
  );
}

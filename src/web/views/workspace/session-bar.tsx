// What may be done with the sitting as a whole: undo, redo, save a session file, see the keys.
import { redo, undo } from '../../state/actions.ts';
import { dialog } from '../../state/focus.ts';
import { say, tell } from '../../state/voice.ts';
import { isUnsaved, work } from '../../state/work.ts';

const save = (): void => void import('../../state/session.ts').then(({ saveSession }) => {
  saveSession();
  say('The session was handed to the browser to save');
}, () => tell('error', 'The session could not be saved: a part of the page is missing'));

/** Buttons of the sitting. */
export function SessionBar() {
  const { past, future, notes } = work.value;
  return (
    <div class="row session-bar">
      <button type="button" class="bare" disabled={past.length === 0} onClick={undo}>Undo</button>
      <button type="button" class="bare" disabled={future.length === 0} onClick={redo}>Redo</button>
      <button type="button" class="bare" disabled={notes.length === 0} onClick={save}>Save session{isUnsaved.value ? <span title="There is work that is not saved"> •<span class="unseen"> not saved</span></span> : ''}</button>
      <button type="button" class="bare" aria-label="Keys" onClick={() => { dialog.value = { kind: 'keys' }; }}>?</button>
    </div>
  );
}

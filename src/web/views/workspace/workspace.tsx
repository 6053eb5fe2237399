// The workspace: the note on the left, its codes on the right, queries and the claim below them. Everything else explains the note.
import { useEffect } from 'preact/hooks';
import { learnReleases } from '../../state/analysis.ts';
import { later } from '../../parts/later.tsx';
import { dialog, pane } from '../../state/focus.ts';
import { openNote } from '../../state/work.ts';
import { Circumstances } from './circumstances.tsx';
import { CodeList } from './codes/code-list.tsx';
import { pressKey } from './keys.ts';
import { NotePane } from './note/note-pane.tsx';
import { PaneSwitch } from './pane-switch.tsx';
import { Panels } from './panels/panels.tsx';
import { SessionBar } from './session-bar.tsx';
import { QuerySheet } from './drafts/query-sheet.tsx';

const Dialogs = later(() => import('./dialogs/dialogs.tsx').then((loaded) => loaded.Dialogs));

/** The view that most coders need and no other. */
export function Workspace() {
  useEffect(() => {
    learnReleases();
    addEventListener('keydown', pressKey);
    return () => removeEventListener('keydown', pressKey);
  }, []);
  return (
    <>
      <h1 class="unseen">Workspace</h1>
      <div class="work-bar"><Circumstances /><span class="spring" /><SessionBar /></div>
      {openNote.value && <PaneSwitch />}
      <div class={`workspace show-${pane.value}${openNote.value ? '' : ' empty'}`}>
        <NotePane />
        <div class="right"><CodeList /><Panels /></div>
      </div>
      {dialog.value && <Dialogs />}
      <QuerySheet />
    </>
  );
}

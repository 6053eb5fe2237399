// The pane of the note: its bar, its text with the evidence, the map; or the start when there is no note.
// Files may be dropped anywhere on it.
import { signal } from '@preact/signals';
import { editing, noteFace } from '../../../state/focus.ts';
import { report } from '../../../state/analysis.ts';
import { bringFiles } from '../../../state/bring-files.ts';
import { openNote } from '../../../state/work.ts';
import { EvidenceMap } from './evidence-map.tsx';
import { MarkKey } from './mark-key.tsx';
import { NoteBar } from './note-bar.tsx';
import { NoteField } from './note-field.tsx';
import { NoteLines } from './note-lines.tsx';
import { PasteStart } from './paste-start.tsx';
import { SpanLabel } from './span-label.tsx';
import { leaveSpan } from './span-events.ts';

const isOver = signal(false);

const dropped = {
  onDragOver: (event: DragEvent): void => { if (event.dataTransfer?.types.includes('Files')) { event.preventDefault(); isOver.value = true; } },
  onDragLeave: (): void => { isOver.value = false; },
  onDrop: (event: DragEvent): void => {
    isOver.value = false;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    bringFiles([...event.dataTransfer.files]);
  },
};

function NoteText() {
  return (
    <>
      <div class={`note-frame ${noteFace.value}`}>
        <div class="note-scroll" tabIndex={0} role="region" aria-label="Text of the note with its evidence" onScroll={leaveSpan}>
          <div class="note-sheet"><NoteLines />{editing.value && <NoteField key={openNote.value?.key} />}</div>
        </div>
        <EvidenceMap />
      </div>
      <MarkKey />
      <SpanLabel />
    </>
  );
}

const WithoutText = () => <p class="view quiet">This is a report of the note {report.value?.note.id} without its text ({report.value?.note.length} characters). Drop the note to read it here.</p>;

/** The left half of the workspace. */
export function NotePane() {
  const note = openNote.value;
  return (
    <section class={`note-pane${isOver.value ? ' drop-here' : ''}`} aria-label="Note" {...dropped}>
      {note ? <NoteBar /> : null}
      {!note ? <PasteStart /> : note.text === undefined ? <WithoutText /> : <NoteText />}
    </section>
  );
}

// Three synthetic notes of the corpora, to look at before one has a note at hand.
import clinic from 'corpora/notes/clinic-sciatica/note.txt?raw';
import fall from 'corpora/notes/emergency-fall/note.txt?raw';
import terse from 'corpora/notes/typed-terse/note.txt?raw';
import { say } from '../../../state/voice.ts';
import { addNotes, type DeskNote } from '../../../state/work.ts';

export interface Sample { readonly name: string; readonly note: Omit<DeskNote, 'key'> }

export const SAMPLES: readonly Sample[] = [
  { name: 'Clinic visit: back and leg pain', note: { id: 'sample-clinic', text: clinic, setting: 'outpatient', date: '2026-11-15', type: 'progress-note', sample: true } },
  { name: 'Emergency department: a fall on ice', note: { id: 'sample-emergency', text: fall, setting: 'outpatient', date: '2026-11-15', encounter: 'initial', type: 'emergency-department-note', sample: true } },
  { name: 'Typed in haste: a strain', note: { id: 'sample-strain', text: terse, setting: 'outpatient', date: '2026-11-15', sample: true } },
];

/** Opens a sample. */
export function openSample({ name, note }: Sample): void {
  addNotes([note]);
  say(`Opened the sample ${name}`);
}

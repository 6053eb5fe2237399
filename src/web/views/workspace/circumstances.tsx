// What the codes depend on besides the text: setting, date of service with its release, encounter.
import { releases, report } from '../../state/analysis.ts';
import { tell } from '../../state/voice.ts';
import { changeNote, openNote } from '../../state/work.ts';

type Setting = 'outpatient' | 'inpatient';
type Encounter = 'initial' | 'subsequent' | 'sequela';

function changeDate({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
  const { value } = currentTarget;
  const first = releases.peek()?.from[0]?.from ?? '2015-10-01';
  if (value !== '' && value < first) tell('error', `The date of service ${value} is before ${first}, when the first release known came into use; choose a later one`);
  else changeNote({ date: value || undefined });
}

/** Three fields of the open note. */
export function Circumstances() {
  const note = openNote.value;
  if (!note || note.text === undefined) return null;
  const release = report.value?.engine.codeSet.release;
  return (
    <div class="circumstances" role="group" aria-label="Circumstances of the note">
      <label>Setting <select value={note.setting} onChange={({ currentTarget }) => changeNote({ setting: currentTarget.value as Setting })}><option value="outpatient">outpatient</option><option value="inpatient">inpatient</option></select></label>
      <label>Date of service <input type="date" value={note.date ?? ''} min="2015-10-01" onChange={changeDate} /></label>
      {release && <span class="chip" title={note.date ? 'Release in force on that date' : 'No date given: the newest release known'}>{release}{note.date ? '' : ', no date'}</span>}
      <label>Encounter <select value={note.encounter ?? ''} onChange={({ currentTarget }) => changeNote({ encounter: (currentTarget.value || undefined) as Encounter | undefined })}><option value="">as the note says</option><option value="initial">initial</option><option value="subsequent">subsequent</option><option value="sequela">sequela</option></select></label>
    </div>
  );
}

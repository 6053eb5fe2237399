// Another code in the place of one: its siblings under the same header, by what separates them, and its 7th characters.
import { useEffect, useState } from 'preact/hooks';
import type { CodeDescription } from '../../../../describe/description.ts';
import { ask } from '../../../engine/engine.ts';
import { DialogFrame } from '../../../parts/dialog-frame.tsx';
import { edit } from '../../../state/actions.ts';
import { report } from '../../../state/analysis.ts';
import { dialog } from '../../../state/focus.ts';
import { tell } from '../../../state/voice.ts';

interface Choice { readonly code: string; readonly title: string; readonly differs: string }

/** Codes to choose from: 7th characters first where the code has them, then the billable siblings. */
function listChoices({ code, title, sevenths, neighbours }: CodeDescription): readonly Choice[] {
  const forms = (sevenths?.characters ?? []).flatMap(({ character, means, code: form }): Choice[] => form === undefined || form === code ? [] : [{ code: form, title: neighbours.find((one) => one.code === form)?.title ?? `${title.replace(/, [^,]* encounter$|, sequela$/, '')}, ${means}`, differs: `7th character ${character}: ${means}` }]);
  const siblings = neighbours.filter(({ billable, code: other }) => billable && !forms.some((form) => form.code === other)).map(({ code: other, title: name, differs }) => ({ code: other, title: name, differs }));
  return [...forms, ...siblings];
}

interface EditDialogProps { readonly code: string; readonly title: string; readonly onClose: () => void }

/** The sibling picker. */
export function EditDialog({ code, title, onClose }: EditDialogProps) {
  const [choices, setChoices] = useState<readonly Choice[] | undefined>(undefined);
  const [picked, setPicked] = useState('');
  useEffect(() => {
    ask('describe', { code, date: report.peek()?.engine.codeSet.date }).then((told) => setChoices(told.known ? listChoices(told) : []), (error: Error) => tell('error', error.message));
  }, [code]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const choice = choices?.find((one) => one.code === picked);
    if (!choice) return;
    onClose();
    edit(code, choice);
  };
  return (
    <DialogFrame title={`Edit ${code}`} onClose={onClose}>
      <p class="quiet">{title}</p>
      {choices === undefined && <p>Looking up its neighbours …</p>}
      {choices?.length === 0 && <p>No code stands under the same header. <button type="button" onClick={() => { dialog.value = { kind: 'add' }; }}>Search for another</button></p>}
      {choices && choices.length > 0 && (
        <form onSubmit={submit}>
          <fieldset class="long"><legend>Take instead</legend>
            {choices.map((one, at) => (
              <label key={one.code} class="choice"><input type="radio" name="code" value={one.code} checked={picked === one.code} autofocus={at === 0} onChange={() => setPicked(one.code)} /> <span><span class="code">{one.code}</span> {one.title} <span class="quiet">{one.differs}</span></span></label>
            ))}
          </fieldset>
          <div class="actions"><button type="submit" class="primary" disabled={picked === ''}>Take {picked || 'it'}</button><button type="button" onClick={onClose}>Cancel</button></div>
        </form>
      )}
    </DialogFrame>
  );
}

// Why a code is rejected: one of the reasons of the field, and a remark.
import { useState } from 'preact/hooks';
import { DialogFrame } from '../../../parts/dialog-frame.tsx';
import { reject } from '../../../state/actions.ts';
import { REASONS } from '../../../state/choices.ts';

interface RejectDialogProps { readonly code: string; readonly title: string; readonly onClose: () => void }

/** Rejects on Enter or by the button. */
export function RejectDialog({ code, title, onClose }: RejectDialogProps) {
  const [reason, setReason] = useState<string>(REASONS[0]);
  const [remark, setRemark] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    onClose();
    reject(code, reason, remark);
  };
  return (
    <DialogFrame title={`Reject ${code}`} onClose={onClose}>
      <p class="quiet">{title}</p>
      <form onSubmit={submit}>
        <fieldset><legend>Reason</legend>
          {REASONS.map((one, at) => <label key={one} class="choice"><input type="radio" name="reason" value={one} checked={reason === one} autofocus={at === 0} onChange={() => setReason(one)} /> {one}</label>)}
        </fieldset>
        <label class="field">Remark <input value={remark} onInput={({ currentTarget }) => setRemark(currentTarget.value)} autocomplete="off" /></label>
        <div class="actions"><button type="submit" class="primary">Reject {code}</button><button type="button" onClick={onClose}>Cancel</button></div>
      </form>
    </DialogFrame>
  );
}

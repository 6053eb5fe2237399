// The keys of the workspace, from the one table that also works them.
import { DialogFrame } from '../../../parts/dialog-frame.tsx';
import { areKeysOn } from '../../../state/focus.ts';
import { KEYS } from '../keys.ts';

/** All keys with what they do. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame title="Keys" onClose={onClose}>
      <p class="quiet">They work anywhere but in a field; Escape leaves a field.</p>
      <label class="choice"><input type="checkbox" checked={areKeysOn.value} onChange={({ currentTarget }) => { areKeysOn.value = currentTarget.checked; }} /> Single keys work</label>
      <dl class="keys">{KEYS.map(({ keys, says }) => <div key={says}><dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{says}</dd></div>)}</dl>
    </DialogFrame>
  );
}

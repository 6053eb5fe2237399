// What may be done with a code: accept, edit, reject, ask, see why, copy.
import type { ComponentChildren } from 'preact';
import type { Candidate } from '../../../../wire.ts';
import { report } from '../../../state/analysis.ts';
import { copyText } from '../../../state/clipboard.ts';
import { chosenCode, dialog, pane, panel } from '../../../state/focus.ts';

/** Shows why a code stands, in the panel below. */
export function showWhy(code: string): void {
  chosenCode.value = code;
  panel.value = 'why';
  pane.value = 'queries';
}

interface CardActionsProps { readonly candidate: Candidate; readonly isAccepted: boolean; /** Accepts it, or takes it off the list again. */ readonly onAccept: () => void; readonly children: ComponentChildren }

/** Buttons of a card. */
export function CardActions({ candidate, isAccepted, onAccept, children }: CardActionsProps) {
  const { code, title, id } = candidate;
  const query = report.value?.queries.find(({ candidates }) => candidates.includes(id));
  return (
    <div class="actions">
      <button type="button" class={isAccepted ? '' : 'primary'} onClick={onAccept} aria-label={`${isAccepted ? 'Remove' : 'Accept'} ${code}`}>{isAccepted ? 'Remove' : 'Accept'}</button>
      <button type="button" onClick={() => { dialog.value = { kind: 'edit', code, title }; }} aria-label={`Edit ${code}`}>Edit</button>
      <button type="button" onClick={() => { dialog.value = { kind: 'reject', code, title }; }} aria-label={`Reject ${code}`}>Reject</button>
      {query && <button type="button" onClick={() => { dialog.value = { kind: 'query', query: query.id }; }} aria-label={`Query about ${code}`}>Query</button>}
      {children}
      <span class="spring" />
      <button type="button" class="bare" onClick={() => showWhy(code)} aria-label={`Why ${code}`}>Why</button>
      <button type="button" class="bare" onClick={() => copyText(code, code)} aria-label={`Copy ${code}`}>Copy</button>
    </div>
  );
}

// The one dialog that is open, by its kind.
import { dialog } from '../../../state/focus.ts';
import { AddDialog } from './add-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { QueryDialog } from './query-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';

/** Closes whatever is open. */
export const closeDialog = (): void => { dialog.value = undefined; };

/** Nothing, or a dialog. */
export function Dialogs() {
  const open = dialog.value;
  if (!open) return null;
  if (open.kind === 'keys') return <KeysDialog onClose={closeDialog} />;
  if (open.kind === 'add') return <AddDialog onClose={closeDialog} />;
  if (open.kind === 'reject') return <RejectDialog code={open.code} title={open.title} onClose={closeDialog} />;
  if (open.kind === 'edit') return <EditDialog code={open.code} title={open.title} onClose={closeDialog} />;
  return 'query' in open ? <QueryDialog key={open.query} id={open.query} onClose={closeDialog} /> : null;
}

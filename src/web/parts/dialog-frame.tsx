// The frame of every dialog: modal, named, closed by Escape, by its button or by a click beside it; focus goes back to where it was.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface DialogFrameProps { readonly title: string; readonly onClose: () => void; readonly isWide?: boolean; readonly children: ComponentChildren }

/** A dialog that is open as long as it is rendered. */
export function DialogFrame({ title, onClose, isWide = false, children }: DialogFrameProps) {
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.showModal();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); };
  }, []);
  return (
    <dialog ref={frame} class={isWide ? 'wide' : ''} aria-labelledby="dialog-title" onClose={onClose} onClick={(event) => { if (event.target === frame.current) onClose(); }}>
      <div class="dialog-body">
        <header class="row"><h2 id="dialog-title">{title}</h2><span class="spring" /><button type="button" class="bare" onClick={onClose}>Close</button></header>
        {children}
      </div>
    </dialog>
  );
}

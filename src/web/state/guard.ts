// Unsaved work is guarded: the browser asks before the page is left.
import { effect } from '@preact/signals';
import { isUnsaved } from './work.ts';

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Asks only while there is something to lose. */
export function guardWork(): void {
  effect(() => {
    if (isUnsaved.value) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  });
}

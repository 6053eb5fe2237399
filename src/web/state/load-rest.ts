// The rest of the page, loaded once the first note can be read: dialogs, the other views, the further tasks of the worker.
// After it the page asks the network for nothing; <html data-loaded="whole"> says so.
import { effect } from '@preact/signals';
import { ask } from '../engine/engine.ts';
import { analysis } from './analysis.ts';

async function loadRest(): Promise<void> {
  await Promise.all([
    ask('warm', null), import('../views/workspace/dialogs/dialogs.tsx'), import('./take-files.ts'), import('../views/workspace/panels/why-panel.tsx'), import('../views/workspace/panels/dates-panel.tsx'),
    import('../views/worklist/worklist.tsx'), import('../views/batch/batch.tsx'),
  ]);
  document.documentElement.dataset.loaded = 'whole';
}

/** Waits for the first analysis, then loads. A part that fails is tried again when it is needed. */
export function loadRestLater(): void {
  const stop = effect(() => {
    if (!analysis.value) return;
    setTimeout(() => { stop(); loadRest().catch(() => undefined); }, 200);
  });
}

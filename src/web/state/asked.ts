// A question to the worker that follows signals: asked anew when what it rests on changes, only the newest answer is shown.
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { ask } from '../engine/engine.ts';
import type { TaskName, Tasks } from '../engine/tasks.ts';
import { tell } from './voice.ts';

export interface Asked<Name extends TaskName> { readonly output: Tasks[Name]['out'] | undefined; readonly isOpen: boolean }

/** `input` gives what to ask, or undefined for nothing; the last answer stands until the next is there. */
export function follow<Name extends TaskName>(task: Name, input: () => Tasks[Name]['in'] | undefined): ReadonlySignal<Asked<Name>> {
  const asked = signal<Asked<Name>>({ output: undefined, isOpen: false });
  let newest = 0;
  effect(() => {
    const wanted = input();
    const number = ++newest;
    if (wanted === undefined) { asked.value = { output: undefined, isOpen: false }; return; }
    asked.value = { output: asked.peek().output, isOpen: true };
    ask(task, wanted).then(
      (output) => { if (number === newest) asked.value = { output, isOpen: false }; },
      (error: Error) => { if (number === newest) { asked.value = { output: undefined, isOpen: false }; tell('error', error.message); } },
    );
  });
  return asked;
}

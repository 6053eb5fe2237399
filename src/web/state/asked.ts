// A question to the worker that follows signals: asked anew when what it rests on changes, one at a time, the newest wins.
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { askLatest } from '../engine/engine.ts';
import type { TaskName, Tasks } from '../engine/tasks.ts';
import { tell } from './voice.ts';

export interface Asked<Name extends TaskName> { readonly output: Tasks[Name]['out'] | undefined; readonly isOpen: boolean }

/** `input` gives what to ask, or undefined for nothing; the last answer stands until the next is there. */
export function follow<Name extends TaskName>(task: Name, input: () => Tasks[Name]['in'] | undefined): ReadonlySignal<Asked<Name>> {
  const asked = signal<Asked<Name>>({ output: undefined, isOpen: false });
  let newest: Tasks[Name]['in'] | undefined;
  const ask = askLatest(task, (output, answered) => { if (answered === newest) asked.value = { output, isOpen: false }; }, (error) => {
    asked.value = { output: undefined, isOpen: false };
    tell('error', error.message);
  });
  effect(() => {
    newest = input();
    asked.value = { output: newest === undefined ? undefined : asked.peek().output, isOpen: newest !== undefined };
    if (newest !== undefined) ask(newest);
  });
  return asked;
}

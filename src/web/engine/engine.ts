// The page's side of the worker: ask a task, get a promise. A worker that dies is started again; what was asked of it is told as failed.
import type { Question, Reply, TaskName, Tasks } from './tasks.ts';

/** The engine could not do what was asked. The message is for the reader and holds no note text. */
export class EngineError extends Error { override readonly name = 'EngineError'; }

interface Waiting { readonly resolve: (output: never) => void; readonly reject: (error: EngineError) => void }

const BROKEN = 'The analyzer stopped on this and was started again; your work is kept. Please report it';
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;

function start(): Worker {
  const started = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'lumbago' });
  started.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => settle(reply));
  started.addEventListener('error', () => restart(started));
  return started;
}

function settle(reply: Reply): void {
  const question = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (reply.ok) question?.resolve(reply.output as never);
  else question?.reject(new EngineError(reply.says ?? `${BROKEN} (${reply.fault.slice(0, 200)})`));
}

function restart(broken: Worker): void {
  broken.terminate();
  if (worker === broken) worker = undefined;
  for (const { reject } of waiting.values()) reject(new EngineError(BROKEN));
  waiting.clear();
}

/** Asks the worker. @rejects EngineError */
export function ask<Name extends TaskName>(task: Name, input: Tasks[Name]['in']): Promise<Tasks[Name]['out']> {
  worker ??= start();
  const id = ++asked;
  worker.postMessage({ id, task, input } as Question);
  return new Promise((resolve, reject) => { waiting.set(id, { resolve, reject }); });
}

/**
 * Asks over and over, the latest wins: while one question is under way, only the newest of those that follow is kept.
 * `show` gets each answer with its question, `fail` the errors.
 */
export function askLatest<Name extends TaskName>(task: Name, show: (output: Tasks[Name]['out'], input: Tasks[Name]['in']) => void, fail: (error: EngineError) => void): (input: Tasks[Name]['in']) => void {
  let busy = false;
  let next: Tasks[Name]['in'] | undefined;
  const run = (input: Tasks[Name]['in']): void => {
    busy = true;
    ask(task, input).then((output) => show(output, input), fail).finally(() => {
      busy = false;
      const following = next;
      next = undefined;
      if (following !== undefined) run(following);
    });
  };
  return (input) => { if (busy) next = input; else run(input); };
}

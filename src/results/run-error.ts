// What is said of a run folder that cannot be read. In: what was wrong, where, what to do. Out: an error that a shell turns into an exit code.
// Messages hold file names, line numbers and ids; never words of a note.

/** `absent`: no such folder or no run in it. `unreadable`: not what a run holds. `cannot-write`: the place of the output. */
export type RunFault = 'absent' | 'unreadable' | 'cannot-write';

export class RunError extends Error {
  override readonly name = 'RunError';
  readonly fault: RunFault;
  constructor(fault: RunFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

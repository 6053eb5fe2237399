// The exit codes of the command line, as the contract has them, and the one way to ask for one from inside a command.
export const EXIT = {
  done: 0, internal: 1, usage: 2, rejected: 3, stopped: 4, changed: 5, unreadable: 65, noInput: 66, cannotWrite: 73, interrupted: 130, terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message for people and an exit code. The message says what, where and what to do. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The reader of our output has gone (`| head`): nothing to say, nothing left to do. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

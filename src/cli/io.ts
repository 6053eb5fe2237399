// The world as the commands see it: streams, terminal, environment. Tests give their own; `processIo` is the real one.
import { OutputClosed } from './exit.ts';

export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdinIsTerminal: boolean;
  /** Resolves when the text is handed on; throws OutputClosed when nobody reads any more. */
  readonly writeOut: (text: string) => Promise<void>;
  readonly writeError: (text: string) => void;
  /** Columns of the terminal that standard output is, or undefined when it is none. */
  readonly terminalColumns: number | undefined;
  /** Whether standard error is a terminal, on which a line may be drawn again. */
  readonly errorIsTerminal?: boolean;
  /** Tells the first interrupt instead of ending the process; the second ends it as usual. Gives the function that stops listening. */
  readonly onInterrupt?: (listener: (signal: 'SIGINT' | 'SIGTERM') => void) => () => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Standard streams of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  const ignore = (): void => undefined;
  stdout.on('error', ignore);
  stderr.on('error', ignore);
  return {
    stdin,
    stdinIsTerminal: stdin.isTTY === true,
    writeOut: (text) => writeTo(stdout, text),
    writeError: (text) => void stderr.write(text),
    errorIsTerminal: stderr.isTTY === true,
    onInterrupt,
    terminalColumns: stdout.isTTY ? stdout.columns || 80 : undefined,
    env: process.env,
  };
}

function onInterrupt(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void {
  const stop = (): void => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, told); };
  const told = (signal: NodeJS.Signals): void => {
    stop();
    listener(signal as 'SIGINT' | 'SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told);
  return stop;
}

/** Writes and waits until the text is taken. A closed pipe is an OutputClosed, any other fault comes as it is. */
export function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new OutputClosed() : error);
    });
  });
}

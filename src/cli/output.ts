// Where results go: standard output or a file, opened before any work is done. Not its job: what a format puts round its pieces (format/parts/assemble.ts).
import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { once } from 'node:events';
import type { Output } from '../format/parts/assemble.ts';
import { CliFailure, EXIT, OutputClosed } from './exit.ts';
import { writeTo, type Io } from './io.ts';

/** Opens the output; a file is opened at once, so that a wrong place is told before any work is done. */
export async function openOutput(file: string | undefined, inputs: readonly string[], io: Io): Promise<Output> {
  if (file === undefined || file === '-') return { write: (text) => guard('standard output', () => io.writeOut(text)), close: async () => undefined };
  await refuseInputAsOutput(file, inputs);
  const stream = createWriteStream(file);
  await guard(file, () => once(stream, 'open'));
  stream.on('error', () => undefined);
  return { write: (text) => guard(file, () => writeTo(stream, text)), close: () => guard(file, () => finish(stream)) };
}

async function finish(stream: WriteStream): Promise<void> {
  const closed = once(stream, 'close');
  stream.end();
  await closed;
}

async function guard(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof OutputClosed) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault';
    throw new CliFailure(EXIT.cannotWrite, `${name}: cannot be written (${code}); choose another place with --output`);
  }
}

async function refuseInputAsOutput(file: string, inputs: readonly string[]): Promise<void> {
  const target = await realpath(file).catch(() => undefined);
  if (target === undefined) return;
  for (const input of inputs) {
    const source = await realpath(input).catch(() => undefined);
    if (source === target) throw new CliFailure(EXIT.usage, `--output ${file}: is one of the inputs; the note would be overwritten`);
  }
}

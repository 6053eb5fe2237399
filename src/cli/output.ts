// Where results go: standard output or a file, with what a format puts round its pieces.
// The first piece decides nothing: whether the pieces make a collection is known from the inputs.
import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { once } from 'node:events';
import type { Format } from '../format/parts/format.ts';
import { CliFailure, EXIT, OutputClosed } from './exit.ts';
import { writeTo, type Io } from './io.ts';

export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

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

/** Writes pieces one after the other with what the format puts round them. `isMany` is asked at the first piece. */
export function createAssembler(format: Format, output: Output, isMany: () => boolean): { add: (piece: string) => Promise<void>; finish: () => Promise<void> } {
  const { wrap } = format;
  let pieces = 0;
  let wrapped = false;
  return {
    async add(piece) {
      if (pieces === 0) wrapped = wrap !== undefined && (wrap.when === 'always' || isMany());
      const before = !wrapped || !wrap ? '' : pieces === 0 ? wrap.open : wrap.between;
      pieces++;
      await output.write(before + piece + (wrapped || piece.endsWith('\n') ? '' : '\n'));
    },
    async finish() {
      if (wrap && wrapped) await output.write(wrap.close);
      else if (wrap && pieces === 0 && isMany() && wrap.empty !== '') await output.write(wrap.empty);
      await output.close();
    },
  };
}

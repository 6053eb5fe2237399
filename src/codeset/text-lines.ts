// Bytes of an official text file → its lines, decoded strictly. A line that is not UTF-8 or endless refuses the file.
import { cutByteLines } from '../read/parts/bytes.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import type { NamedBytes } from './parts.ts';

/** `line` counts from 1; the text has no line end. */
export interface TextLine { readonly line: number; readonly text: string }

export interface TextLines {
  readonly lines: AsyncGenerator<TextLine>;
  /** Whether the last line had its line end; to be asked when all lines are read. */
  readonly endedWell: () => boolean;
}

/** 1 MiB: far above any line of an official file. */
const LONGEST_LINE = 2 ** 20;
const LINE_FEED = 10;

/** The lines of a file. Throws UnreadableInput with the line and byte of what cannot be read. */
export function readTextLines({ name, bytes }: NamedBytes): TextLines {
  let last = LINE_FEED;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  };
  return { lines: decodeLines(name, watched()), endedWell: () => last === LINE_FEED };
}

async function* decodeLines(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const cut of cutByteLines(bytes)) {
    if (cut.bytes === undefined || cut.bytes.length > LONGEST_LINE) throw new UnreadableInput(`${name}: line ${cut.line} is longer than 1 MiB; this is no official text file`);
    yield { line: cut.line, text: decodeLine(decoder, cut.bytes, () => `${name}: line ${cut.line} (from byte ${cut.start}) is not UTF-8; fetch the file again`) };
  }
}

function decodeLine(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, describe: () => string): string {
  const end = bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length;
  try {
    return decoder.decode(bytes.subarray(0, end));
  } catch {
    throw new UnreadableInput(describe());
  }
}

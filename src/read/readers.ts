// The one table of input formats, and the choice among them: by name, by extension, then by the first characters.
// To add a reader, write its file beside this one and add its line here, before `text`, which takes everything.
import { jsonl } from './jsonl.ts';
import { peek } from './parts/bytes.ts';
import type { Reader, Source } from './parts/reader.ts';
import { text } from './text.ts';

export const READERS: readonly Reader[] = [jsonl, text];

const HEAD_BYTES = 512;

/** The reader of a name, or undefined. */
export function readerNamed(name: string): Reader | undefined {
  return READERS.find((reader) => reader.name === name);
}

/** The reader for a source, by its extension or else by its first bytes; the source comes back unread. */
export async function chooseReader(source: Source): Promise<{ readonly reader: Reader; readonly source: Source }> {
  const extension = /\.[^./\\]+$/.exec(source.name)?.[0].toLowerCase() ?? '';
  const byExtension = READERS.find((reader) => reader.extensions.includes(extension));
  if (byExtension) return { reader: byExtension, source };
  const { head, bytes } = await peek(source.bytes, HEAD_BYTES);
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(0, HEAD_BYTES));
  const reader = READERS.find((each) => each.recognizes(start)) ?? text;
  return { reader, source: { ...source, bytes } };
}

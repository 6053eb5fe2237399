// JSON Lines as raw records: one a line, blank lines left out. In: bytes. Out: records with their line. Parsing is left to the workers.
import { cutByteLines, peek } from '../../read/parts/bytes.ts';
import { UnreadableInput } from '../../read/parts/reader.ts';
import { LONGEST_RECORD, TOO_LONG, type RawRecord } from '../raw-record.ts';

const HEAD = 512;

/** @throws UnreadableInput when the input begins like a binary file. */
export async function* readJsonLines(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<RawRecord> {
  const { head, bytes: whole } = await peek(bytes, HEAD);
  const nul = head.subarray(0, HEAD).indexOf(0);
  if (nul !== -1) throw new UnreadableInput(`${name}: is a binary file (NUL at byte ${nul}); give JSON Lines in UTF-8`);
  for await (const { line, bytes: content } of cutByteLines(whole, LONGEST_RECORD)) {
    if (!content) yield { kind: 'broken', line, reason: TOO_LONG };
    else if (!isBlank(content)) yield { kind: 'json', line, bytes: new Uint8Array(content) };
  }
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 9 || byte === 13 || byte === 11 || byte === 12;

const isBlank = (content: Uint8Array): boolean => content.every(isSpace) || (content.length <= 4 && content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf && content.subarray(3).every(isSpace));

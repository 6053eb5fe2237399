// One text file or standard input as one note, verbatim: no trim, no change of line ends, the byte order mark stays.
// Binary input and input that is not UTF-8 are refused with the offset of the offending byte.
import { noteSchema } from '../wire.ts';
import { gather, LONGEST } from './parts/bytes.ts';
import { UnreadableInput, type NoteDefaults, type ReadEntry, type Reader, type Source } from './parts/reader.ts';
import { decodeUtf8 } from './parts/utf8.ts';

export const text: Reader = {
  name: 'text',
  extensions: ['.txt', '.text', '.md', '.note'],
  describe: 'one plain text note in UTF-8',
  many: false,
  recognizes: () => true,
  read: readText,
};

async function* readText(source: Source, defaults: NoteDefaults): AsyncGenerator<ReadEntry> {
  const bytes = await gather(source.bytes);
  if (!bytes) throw new UnreadableInput(`${source.name}: is longer than ${LONGEST / 2 ** 20} MiB; split it into one file per note`);
  const noteText = decodeNote(bytes, source.name);
  if (isBlank(noteText)) yield { kind: 'reject', reject: { source: source.name, id: source.id, reason: EMPTY_NOTE } };
  else yield { kind: 'note', note: noteSchema.parse({ ...defaults, id: source.id, text: noteText }), source: source.name };
}

/** Why a note without words is not taken. */
export const EMPTY_NOTE = 'the note is empty; there is nothing to code';

const BYTE_ORDER_MARK = '\ufeff';

/** Whether a text holds nothing but white space. */
export function isBlank(noteText: string): boolean {
  return noteText.replace(BYTE_ORDER_MARK, '').trim() === '';
}

function decodeNote(bytes: Uint8Array, name: string): string {
  if (startsAsUtf16(bytes)) throw new UnreadableInput(`${name}: is UTF-16 text; save it as UTF-8`);
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw new UnreadableInput(`${name}: is a binary file (NUL at byte ${nul}); give the note as plain UTF-8 text`);
  const decoded = decodeUtf8(bytes);
  if ('badByte' in decoded) throw new UnreadableInput(`${name}: is not UTF-8 (invalid at byte ${decoded.badByte}, counted from 0); convert it, for example with iconv -f WINDOWS-1252 -t UTF-8`);
  return decoded.text;
}

function startsAsUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

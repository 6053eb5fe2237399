// JSON Lines as notes: one object a line with "id" and "text", read as a stream. A line that cannot be taken is rejected
// with its number and the reason; the others go on. Blank lines are skipped. Unknown fields are ignored.
import { cutByteLines, LONGEST, type ByteLine } from './parts/bytes.ts';
import { checkRecord, idOf, parseObject, type JsonObject } from './parts/check-record.ts';
import { UnreadableInput, type NoteDefaults, type ReadEntry, type Reader, type Reject, type Source } from './parts/reader.ts';
import { decodeUtf8 } from './parts/utf8.ts';
import { EMPTY_NOTE, isBlank } from './text.ts';

export const jsonl: Reader = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  describe: 'one JSON object a line, each with "id" and "text"; "setting", "date", "encounter", "type" are optional',
  many: true,
  recognizes: (head) => /^\ufeff?\s*\{\s*"/.test(head),
  read: readJsonl,
};

async function* readJsonl(source: Source, defaults: NoteDefaults): AsyncGenerator<ReadEntry> {
  const lineOfId = new Map<string, number>();
  let accepted = 0;
  let binaryAt: number | undefined;
  for await (const byteLine of cutByteLines(source.bytes)) {
    const nul = byteLine.bytes?.indexOf(0) ?? -1;
    if (nul !== -1) binaryAt ??= byteLine.start + nul;
    const entry = readLine(byteLine, { source: source.name, defaults, lineOfId });
    if (entry?.kind === 'note') accepted++;
    if (entry) yield entry;
  }
  if (accepted === 0 && binaryAt !== undefined) {
    throw new UnreadableInput(`${source.name}: is a binary file (NUL at byte ${binaryAt}); give JSON Lines in UTF-8`);
  }
}

interface LineFrame { readonly source: string; readonly defaults: NoteDefaults; readonly lineOfId: Map<string, number> }

function readLine(byteLine: ByteLine, frame: LineFrame): ReadEntry | undefined {
  const { line } = byteLine;
  const reject = (reason: string, id?: string): ReadEntry => ({ kind: 'reject', reject: rejectAt({ source: frame.source, line }, reason, id) });
  if (!byteLine.bytes) return reject(`is longer than ${LONGEST / 2 ** 20} MiB`);
  const decoded = decodeUtf8(byteLine.bytes);
  if ('badByte' in decoded) return reject(`is not UTF-8: invalid at byte ${decoded.badByte} of the line, counted from 0`);
  const content = line === 1 ? decoded.text.replace(/^\ufeff/, '') : decoded.text;
  if (content.trim() === '') return undefined;
  const parsed = parseObject(content);
  if ('reason' in parsed) return reject(parsed.reason);
  return checkLine(parsed.record, { ...frame, line, reject });
}

function rejectAt(where: Pick<Reject, 'source' | 'line'>, reason: string, id?: string): Reject {
  return { ...where, ...(id === undefined ? {} : { id }), reason };
}

function checkLine(record: JsonObject, frame: LineFrame & { readonly line: number; readonly reject: (reason: string, id?: string) => ReadEntry }): ReadEntry {
  const id = idOf(record);
  const checked = checkRecord(record, frame.defaults);
  if ('reason' in checked) return frame.reject(checked.reason, id);
  const { note } = checked;
  const first = frame.lineOfId.get(note.id);
  if (first !== undefined) return frame.reject(`has the id of line ${first}; ids are unique within a file`, id);
  frame.lineOfId.set(note.id, frame.line);
  if (isBlank(note.text)) return frame.reject(EMPTY_NOTE, id);
  return { kind: 'note', note, source: frame.source, line: frame.line };
}

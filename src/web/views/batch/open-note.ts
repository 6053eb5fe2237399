// The place of a note → its report, read again from its file. Plain files are read at the place alone, gzip is unpacked up to it.
import { decodeUtf8 } from '../../../read/parts/utf8.ts';
import type { Report } from '../../../wire.ts';
import { checkReport } from './check-report.ts';
import type { NotePlace } from './note-index.ts';
import { isGzip, readable, readLines } from './read-lines.ts';

/** The report, or undefined when the file no longer holds it there. */
export async function readReportAt(file: Blob, place: NotePlace): Promise<Report | undefined> {
  const bytes = await bytesAt(file, place);
  const decoded = bytes && decodeUtf8(bytes);
  if (!decoded || 'badByte' in decoded) return undefined;
  const json = parse(decoded.text.replace(/^\ufeff/, ''));
  const checked = checkReport(place.length < 0 && Array.isArray(json) ? json[place.start] : json);
  return 'fault' in checked ? undefined : checked.value;
}

async function bytesAt(file: Blob, { start, length }: NotePlace): Promise<Uint8Array | undefined> {
  if (length < 0) return new Uint8Array(await readable(file.arrayBuffer()));
  if (!(await isGzip(file))) return new Uint8Array(await readable(file.slice(start, start + length).arrayBuffer()));
  for await (const line of readLines(file)) if (line.start === start) return line.bytes;
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

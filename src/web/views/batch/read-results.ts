// The files of a run, or any reports → their tally and an index of the notes, in one pass with one line in memory. A line that cannot be taken
// is told with its file and number and the others go on. Not its job: threads, pictures.
import { decodeUtf8 } from '../../../read/parts/utf8.ts';
import { createTally, type TallyCounter } from '../../../tally/create-tally.ts';
import type { Tally } from '../../../tally/tally.ts';
import { checkManifest, checkReject, checkReport, type Checked, type ManifestCounts } from './check-report.ts';
import { createNoteIndex, type NoteIndex } from './note-index.ts';
import { readable, readLines, UnreadableFile } from './read-lines.ts';
import type { ResultFile } from './result-files.ts';

/** Something that could not be taken; `line` counts from 1. */
export interface LineFault { readonly path: string; readonly line?: number; readonly says: string }

export interface Manifest extends ManifestCounts { readonly path: string }

export interface ReadSoFar {
  readonly tally: Tally;
  /** The first of them; `faultCount` counts all. */
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
  readonly manifests: readonly Manifest[];
}

export interface ResultsReader {
  readonly index: NoteIndex;
  /** Reads all files; ends early when the signal says so. */
  read(signal: AbortSignal, onBytes: (count: number) => void): Promise<void>;
  soFar(): ReadSoFar;
}

const MOST_FAULTS = 100;
const LONGEST_JSON = 64 * 1024 * 1024;

interface Desk {
  readonly counter: TallyCounter;
  readonly index: NoteIndex;
  readonly manifests: Manifest[];
  readonly tell: (fault: LineFault) => void;
}

/** A reader over files; nothing is read yet. */
export function createResultsReader(files: readonly ResultFile[]): ResultsReader {
  const faults: LineFault[] = [];
  let faultCount = 0;
  const tell = (fault: LineFault): void => {
    faultCount += 1;
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const desk: Desk = { counter: createTally(), index: createNoteIndex(), manifests: [], tell };
  return {
    index: desk.index,
    async read(signal, onBytes) {
      for (const [number, file] of files.entries()) {
        if (signal.aborted) return;
        await readFile({ file, number, signal, onBytes }, desk);
      }
    },
    soFar: () => ({ tally: desk.counter.read(), faults: [...faults], faultCount, manifests: [...desk.manifests] }),
  };
}

interface Reading { readonly file: ResultFile; readonly number: number; readonly signal: AbortSignal; readonly onBytes: (count: number) => void }

async function readFile(reading: Reading, desk: Desk): Promise<void> {
  const { path } = reading.file;
  try {
    if (/\.json$/i.test(path)) await readWhole(reading, desk);
    else await readEachLine(reading, desk);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    desk.tell({ path, says: `cannot be read to its end: it ${error.message}; what stands before was read` });
  }
}

async function readEachLine({ file: { file, path, kind }, number, signal, onBytes }: Reading, desk: Desk): Promise<void> {
  for await (const { line, start, bytes } of readLines(file, onBytes)) {
    if (signal.aborted) return;
    if (!bytes) {
      desk.tell({ path, line, says: 'is longer than 64 MiB' });
      continue;
    }
    if (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 13)) continue;
    const parsed = parseBytes(bytes);
    const fault = 'fault' in parsed ? parsed.fault : kind === 'rejects' ? takeReject(parsed.value, desk) : takeReport(parsed.value, { file: number, start, length: bytes.length }, desk);
    if (fault !== undefined) desk.tell({ path, line, says: fault });
  }
}

/** One report, an array of them, or a manifest. */
async function readWhole({ file: { file, path, kind }, number, onBytes }: Reading, desk: Desk): Promise<void> {
  if (file.size > LONGEST_JSON) return desk.tell({ path, says: 'is longer than 64 MiB; give reports as JSON Lines' });
  const parsed = parseBytes(new Uint8Array(await readable(file.arrayBuffer())));
  onBytes(file.size);
  if ('fault' in parsed) return desk.tell({ path, says: parsed.fault });
  if (kind === 'manifest') {
    const manifest = checkManifest(parsed.value);
    if ('fault' in manifest) desk.tell({ path, says: manifest.fault });
    else desk.manifests.push({ path, ...manifest.value });
    return;
  }
  const reports: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  for (const [at, report] of reports.entries()) {
    const fault = takeReport(report, { file: number, start: at, length: -1 }, desk);
    if (fault !== undefined) desk.tell({ path, says: reports.length === 1 ? fault : `report ${at + 1}: ${fault}` });
  }
}

function parseBytes(bytes: Uint8Array): Checked<unknown> {
  const decoded = decodeUtf8(bytes);
  if ('badByte' in decoded) return { fault: `is not UTF-8: invalid at byte ${decoded.badByte} of the line, counted from 0` };
  try {
    return { value: JSON.parse(decoded.text.replace(/^\ufeff/, '')) as unknown };
  } catch {
    return { fault: 'is not JSON; it may be cut off' };
  }
}

type Place = Parameters<NoteIndex['add']>[2];

function takeReport(json: unknown, place: Place, { counter, index }: Desk): string | undefined {
  const checked = checkReport(json);
  if ('fault' in checked) return checked.fault;
  counter.addReport(checked.value);
  index.add(checked.value.note.id, checked.value, place);
  return undefined;
}

function takeReject(json: unknown, { counter }: Desk): string | undefined {
  const checked = checkReject(json);
  if ('fault' in checked) return checked.fault;
  counter.addReject(checked.value);
  return undefined;
}

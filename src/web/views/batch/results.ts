// The state of the batch view: what is being read, what was read, and which notes are listed. The worker is started with the view, before
// any file is given, because the page asks the network for nothing once it is whole.
import { batch, computed, signal } from '@preact/signals';
import { drawTally } from '../../../charts/draw-tally.ts';
import { writeCount } from '../../../tally/write-share.ts';
import type { Report } from '../../../wire.ts';
import { say } from '../../state/voice.ts';
import type { FromWorker, Progress, ToWorker } from './batch-messages.ts';
import type { ListedNote } from './note-index.ts';
import type { ReadSoFar } from './read-results.ts';
import { sortResultFiles, type GivenFile } from './result-files.ts';

export interface NoteList { readonly key: string; readonly from: number; readonly total: number; readonly notes: readonly ListedNote[] }

/** Notes on one page of a list. */
export const PAGE_LENGTH = 50;

/** Whether something is held over the view that could be dropped. */
export const hovered = signal(false);
export const name = signal('');
export const progress = signal<Progress | undefined>(undefined);
export const read = signal<(ReadSoFar & { readonly stopped: boolean }) | undefined>(undefined);
export const listed = signal<NoteList | undefined>(undefined);
export const opened = signal<{ readonly number: number; readonly report: Report | undefined } | undefined>(undefined);
/** What happened last, in one line. */
export const said = signal('');

/** The charts of what was read; nothing while it is read, so that none changes under the reader's eyes. */
export const charts = computed(() => (read.value && read.value.tally.notes + read.value.tally.rejects.total > 0 ? drawTally(read.value.tally, { reach: true }) : []));

let worker = startWorker();
const ask = (message: ToWorker): void => worker.postMessage(message);

function startWorker(): Worker {
  const started = new Worker(new URL('./batch.worker.ts', import.meta.url), { type: 'module', name: 'lumbago batch' });
  started.addEventListener('message', ({ data: told }: MessageEvent<FromWorker>) => hear(told));
  started.addEventListener('error', () => {
    started.terminate();
    worker = startWorker();
    batch(() => { progress.value = undefined; tellNow('Reading stopped: the browser ended it. Give fewer files at once, or reload the page.'); });
  });
  return started;
}

/** Shows a line above the results, and says it. */
function tellNow(words: string): void {
  said.value = words;
  say(words);
}

/** Reads these files in place of what was read before. */
export function readFiles(given: readonly GivenFile[]): void {
  const files = sortResultFiles(given);
  if (files.length === 0) {
    tellNow(`None of ${given.length === 1 ? 'this 1 file' : `these ${given.length} files`} holds reports: part-*.jsonl, part-*.jsonl.gz, rejects.jsonl, manifest.json or JSON of reports are read.`);
    return;
  }
  batch(() => {
    name.value = nameOf(files.map(({ path }) => path));
    progress.value = { bytes: 0, of: files.reduce((sum, { file }) => sum + file.size, 0), notes: 0, rejects: 0 };
    read.value = undefined;
    listed.value = undefined;
    opened.value = undefined;
    tellNow(`Reading ${name.value}.`);
  });
  ask({ kind: 'read', files });
}

export const stopReading = (): void => ask({ kind: 'stop' });

/** Asks for the notes behind a bar, from a place in their list. */
export const listNotes = (key: string, from = 0): void => ask({ kind: 'list', key, from, count: PAGE_LENGTH });

export const openReport = (number: number): void => ask({ kind: 'open', number });

export function closeList(): void {
  listed.value = undefined;
  opened.value = undefined;
}

function hear(told: FromWorker): void {
  if (told.kind === 'progress') progress.value = told.progress;
  else if (told.kind === 'listed') batch(() => { listed.value = told; opened.value = undefined; });
  else if (told.kind === 'opened') opened.value = told;
  else batch(() => {
    progress.value = undefined;
    read.value = { ...told.read, stopped: told.stopped };
    const { notes, rejects } = told.read.tally;
    tellNow(`${told.stopped ? 'Stopped' : 'Done'}: ${writeCount(notes)} notes, ${writeCount(rejects.total)} rejects.`);
  });
}

/** The folder that all files lie in, else the file, else how many. */
function nameOf(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const folder = first.includes('/') ? first.slice(0, first.indexOf('/')) : undefined;
  if (folder !== undefined && others.every((path) => path.startsWith(`${folder}/`))) return folder;
  return others.length === 0 ? first : `${paths.length} files`;
}

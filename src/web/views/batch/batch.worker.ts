// The worker of the batch view: reads the files, tells how far it is, and answers which notes lie behind a bar. Nothing leaves the page.
import '../../engine/seal.ts';
import type { FromWorker, ToWorker } from './batch-messages.ts';
import { readReportAt } from './open-note.ts';
import { createResultsReader, type ResultsReader } from './read-results.ts';
import type { ResultFile } from './result-files.ts';

/** Milliseconds between two words on the progress. */
const PAUSE = 150;

let files: readonly ResultFile[] = [];
/** The latest reader; an earlier one that is still at work falls silent. */
let reader: ResultsReader | undefined;
let stop = new AbortController();

const send = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data: asked }: MessageEvent<ToWorker>) => {
  if (asked.kind === 'read') void readAll(asked.files);
  else if (asked.kind === 'stop') stop.abort();
  else if (asked.kind === 'list' && reader) send({ kind: 'listed', key: asked.key, from: asked.from, ...reader.index.list(asked.key, asked.from, asked.count) });
  else if (asked.kind === 'open') void open(asked.number);
});

async function readAll(given: readonly ResultFile[]): Promise<void> {
  files = given;
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  const reading = reader = createResultsReader(given);
  const of = given.reduce((sum, { file }) => sum + file.size, 0);
  let [bytes, told] = [0, performance.now()];
  await reading.read(signal, (count) => {
    bytes += count;
    if (performance.now() - told < PAUSE || reader !== reading) return;
    told = performance.now();
    const { tally } = reading.soFar();
    send({ kind: 'progress', progress: { bytes, of, notes: tally.notes, rejects: tally.rejects.total } });
  });
  if (reader === reading) send({ kind: 'done', read: reading.soFar(), stopped: signal.aborted });
}

async function open(number: number): Promise<void> {
  const place = reader?.index.placeOf(number);
  const file = place && files[place.file]?.file;
  send({ kind: 'opened', number, report: place && file ? await readReportAt(file, place).catch(() => undefined) : undefined });
}

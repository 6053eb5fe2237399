// An archive of any size from the invented notes of corpora/benchmark, each under a fresh id and with a line of its own, as JSON Lines.
// `spoilt`: some lines are broken and some ids come twice. Out: bytes written.
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';

const NOTES = new URL('../../corpora/benchmark/notes.jsonl', import.meta.url);

export async function writeNotes(path, count, { spoilt }) {
  const notes = readFileSync(NOTES, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const file = createWriteStream(path);
  for (let number = 1; number <= count; number++) {
    const { text, date, setting } = notes[number % notes.length];
    const id = spoilt && number % 997 === 0 ? `n${number - 500}` : `n${number}`;
    const line = spoilt && number % 1009 === 0 ? '{"id": "broken' : JSON.stringify({ id, text: `${text}\nVisit ${number}.`, date, setting });
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return file.bytesWritten;
}

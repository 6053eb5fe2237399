// Any number of notes for a batch: the notes of notes.mjs again and again under fresh ids. In: how many. Out: JSON Lines, a block at a time.
import { readNotes } from './notes.mjs';

/** Blocks of lines; `source` says which notes they are made of. */
export function repeatNotes(count) {
  const { source, texts } = readNotes(Infinity);
  const bodies = texts.map((text) => `"date":"2026-11-15","text":${JSON.stringify(text)}}\n`);
  function* blocks() {
    for (let from = 0; from < count; from += 200) {
      let block = '';
      for (let at = from; at < Math.min(count, from + 200); at++) block += `{"id":"note-${at}",${bodies[at % bodies.length]}`;
      yield block;
    }
  }
  return { source, texts, blocks };
}

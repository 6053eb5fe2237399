// Work on a stream, several pieces at a time, results in the order of the stream. In: pieces, how many at a time, the work.
// Out: results. Nothing is read before there is room for it: back-pressure from the writer to the reader.

/** At most `width` pieces are read and not yet given back. When the work or the reading fails, what is under way ends first. */
export async function* runInOrder<Piece, Result>(pieces: AsyncIterable<Piece>, width: number, work: (piece: Piece) => Promise<Result>): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  const iterator = pieces[Symbol.asyncIterator]();
  let over = false;
  try {
    while (!over || under.length > 0) {
      while (!over && under.length < width) {
        const next = await iterator.next();
        over = next.done ?? false;
        if (!next.done) under.push(settled(work(next.value)));
      }
      const first = under.shift();
      if (first) yield await first;
    }
  } finally {
    await Promise.allSettled(under);
    await iterator.return?.(undefined);
  }
}

/** The promise, with its rejection looked after until someone waits for it. */
function settled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined);
  return promise;
}

// Pieces of one format → one document, with what the format puts round them. Where it goes is the caller's: a file, a stream, an answer.
// The first piece decides nothing: whether the pieces make a collection is known from the inputs.
import type { Format } from './format.ts';

/** Where the document goes. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Writes pieces one after the other with what the format puts round them. `isMany` is asked at the first piece. */
export function createAssembler(format: Format, output: Output, isMany: () => boolean): { add: (piece: string) => Promise<void>; finish: () => Promise<void> } {
  const { wrap } = format;
  let pieces = 0;
  let wrapped = false;
  return {
    async add(piece) {
      if (pieces === 0) wrapped = wrap !== undefined && (wrap.when === 'always' || isMany());
      const before = !wrapped || !wrap ? '' : pieces === 0 ? wrap.open : wrap.between;
      pieces++;
      await output.write(before + piece + (wrapped || piece.endsWith('\n') ? '' : '\n'));
    },
    async finish() {
      if (wrap && wrapped) await output.write(wrap.close);
      else if (wrap && pieces === 0 && isMany() && wrap.empty !== '') await output.write(wrap.empty);
      await output.close();
    },
  };
}

// The batch view.

/** The batch view. */
export function Batch() {
  return <section aria-labelledby="batch-title"><h1 id="batch-title">Batch</h1></section>;
}

// The worklist view.

/** The worklist view. */
export function Worklist() {
  return <section aria-labelledby="worklist-title"><h1 id="worklist-title">Worklist</h1></section>;
}

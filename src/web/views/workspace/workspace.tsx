// The workspace view.

/** The workspace view. */
export function Workspace() {
  return <section aria-labelledby="workspace-title"><h1 id="workspace-title">Workspace</h1></section>;
}

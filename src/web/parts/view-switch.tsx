// The switch between the views: links, so that they open, copy and go back like any other.
import { VIEW_NAMES, view, type ViewName } from '../state/view.ts';

const NAMES: Readonly<Record<ViewName, string>> = { workspace: 'Workspace', worklist: 'Worklist', batch: 'Batch' };

/** Navigation of the page. */
export function ViewSwitch() {
  return (
    <nav class="view-switch" aria-label="Views">
      {VIEW_NAMES.map((name) => <a key={name} href={`#${name}`} aria-current={view.value === name ? 'page' : undefined}>{NAMES[name]}</a>)}
    </nav>
  );
}

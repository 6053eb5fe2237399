// The frame of the page: top bar with the switch of views, and the view that is chosen. Views but the first are loaded when shown.
import { later } from './parts/later.tsx';
import { Notices } from './parts/notices.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { view } from './state/view.ts';
import { Workspace } from './views/workspace/workspace.tsx';

const VIEWS = {
  workspace: Workspace,
  worklist: later(() => import('./views/worklist/worklist.tsx').then(({ Worklist }) => Worklist)),
  batch: later(() => import('./views/batch/batch.tsx').then(({ Batch }) => Batch)),
} as const;

/** The whole page. */
export function App() {
  const Chosen = VIEWS[view.value];
  return (
    <>
      <TopBar />
      <Notices />
      <main id="main" tabIndex={-1}><Chosen /></main>
    </>
  );
}

// The frame of the page: top bar with the switch of views, and the view that is chosen.
import { Notices } from './parts/notices.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { view } from './state/view.ts';
import { Batch } from './views/batch/batch.tsx';
import { Worklist } from './views/worklist/worklist.tsx';
import { Workspace } from './views/workspace/workspace.tsx';

const VIEWS = { workspace: Workspace, worklist: Worklist, batch: Batch } as const;

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

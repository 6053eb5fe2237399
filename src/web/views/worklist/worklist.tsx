// The worklist view: queries by status with filters, the chosen query with its next steps, and the measures.
// It needs the local server; where the page comes from a static host it says so. Not its job: raising queries (the workspace does).
import { useEffect } from 'preact/hooks';
import { isServed } from '../../state/view.ts';
import { fault, list, refresh, said } from './desk.ts';
import { Filters } from './filters.tsx';
import { Measures } from './measures.tsx';
import { QueryPage } from './query-page.tsx';
import { QueryTable } from './query-table.tsx';
import '../../styles/views.css';
import './worklist.css';

/** The worklist view. */
export function Worklist() {
  return (
    <section class="view worklist" aria-labelledby="worklist-title">
      <div class="view-head">
        <h1 id="worklist-title">Worklist</h1>
        {isServed && list.value && <p class="quiet worklist-place" title="Where the worklist lies">{list.value.place}</p>}
        {isServed && <button type="button" onClick={() => void refresh()}>Refresh</button>}
      </div>
      {isServed ? <Connected /> : <Unconnected />}
    </section>
  );
}

function Unconnected() {
  return (
    <div class="card instead">
      <h2>No worklist here</h2>
      <p>This page comes from a static host. It may open no connection, so it cannot reach a worklist.</p>
      <p>To follow queries to their answers, run this on your machine and open the address that it prints:</p>
      <pre><code>npx lumbago serve</code></pre>
      <p class="quiet">Workspace and batch work here as they do there: they need no server.</p>
    </div>
  );
}

function Connected() {
  useEffect(() => { void refresh(); }, []);
  return (
    <>
      <p class="worklist-said">{said.value}</p>
      {fault.value && <Fault />}
      {list.value && !(fault.value?.code === 'absent') && (list.value.queries.length === 0 ? <Empty /> : <Desk />)}
      {!list.value && !fault.value && <p class="quiet">Opening the worklist.</p>}
    </>
  );
}

function Fault() {
  const { code, message } = fault.value ?? { code: '', message: '' };
  if (code === 'absent') return <Empty />;
  return (
    <div class="card instead">
      <h2>{code === 'busy' ? 'The worklist is in use' : 'The worklist cannot be read'}</h2>
      <p>{message}</p>
      <button type="button" onClick={() => void refresh()}>Try again</button>
    </div>
  );
}

function Empty() {
  return (
    <div class="card instead">
      <h2>No queries yet</h2>
      <p>Queries come into the worklist from reports:</p>
      <pre><code>{'npx lumbago analyze notes.jsonl --format jsonl > reports.jsonl\nnpx lumbago worklist add reports.jsonl'}</code></pre>
      <p class="quiet">Then refresh.</p>
    </div>
  );
}

function Desk() {
  return (
    <>
      <Filters />
      <div class="worklist-desk">
        <QueryTable />
        <QueryPage />
      </div>
      <Measures />
    </>
  );
}

// The candidates in order, what was considered and not coded below them, and a sentence when there is none.
import { coded, excluded, report } from '../../../state/analysis.ts';
import { acceptAll } from '../../../state/actions.ts';
import { copyText } from '../../../state/clipboard.ts';
import { dialog, isConsideredOpen } from '../../../state/focus.ts';
import { openNote } from '../../../state/work.ts';
import { CodeCard } from './code-card.tsx';

const settle = (count: number): string => count === 0 ? '' : count === 1 ? '1 query would settle the codes.' : `${count} queries would settle the codes.`;

function Summary() {
  const queries = report.value?.queries.length ?? 0;
  if (!report.value) return <p class="quiet">Codes appear here as soon as there is a note.</p>;
  if (coded.value.length === 0) return <p>No codes: nothing in this note is documented as a current problem of the back or spine. {settle(queries)}</p>;
  return queries > 0 ? <p class="quiet">{settle(queries)}</p> : null;
}

function Considered() {
  if (excluded.value.length === 0) return null;
  return (
    <details class="considered" open={isConsideredOpen.value} onToggle={({ currentTarget }) => { isConsideredOpen.value = currentTarget.open; }}>
      <summary>Considered, not coded ({excluded.value.length})</summary>
      {isConsideredOpen.value && <ul class="cards">{excluded.value.map((candidate) => <li key={candidate.code}><CodeCard candidate={candidate} /></li>)}</ul>}
    </details>
  );
}

/** The upper right of the workspace. */
export function CodeList() {
  const codes = coded.value.map(({ code }) => code);
  return (
    <section class="codes-pane" aria-label="Codes">
      <div class="pane-bar">
        <h2>Codes</h2>
        <span class="spring" />
        {codes.length > 0 && <button type="button" onClick={acceptAll}>Accept all</button>}
        {codes.length > 0 && <button type="button" onClick={() => copyText(codes.join(', '), `${codes.length} codes`)}>Copy all</button>}
        {openNote.value && <button type="button" onClick={() => { dialog.value = { kind: 'add' }; }}>Add a code…</button>}
      </div>
      <div class="codes-scroll">
        <Summary />
        <ol class="cards">{coded.value.map((candidate) => <li key={candidate.code}><CodeCard candidate={candidate} /></li>)}</ol>
        <Considered />
      </div>
    </section>
  );
}

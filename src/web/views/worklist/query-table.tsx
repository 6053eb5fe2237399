// The queries that fit the filters, one row each; a row opens its query beside the list.
import { useState } from 'preact/hooks';
import type { ListedQuery } from './ask-server.ts';
import { chooseQuery, chosen, holderOf, shown } from './desk.ts';
import { capital } from './filters.tsx';

const day = (time: string): string => time.slice(0, 10);
const since = (query: ListedQuery): string => day(query.closed ?? query.answered ?? query.read ?? query.sent ?? query.created);

/** Rows that are drawn at once; a longer list comes in steps. */
const ROWS = 300;

/** The list of queries. */
export function QueryTable() {
  const [rows, setRows] = useState(ROWS);
  const all = shown.value.length;
  if (shown.value.length === 0) return <p class="card quiet worklist-none">No query fits these filters.</p>;
  return (
    <div class="worklist-list">
      <table>
        <caption class="unseen">Queries that fit the filters</caption>
        <thead><tr><th scope="col">Query</th><th scope="col">Status</th><th scope="col">Asks about</th><th scope="col" class="wide">Axis</th><th scope="col" class="wide">Note</th><th scope="col" class="wide">With</th><th scope="col" class="wide">Since</th></tr></thead>
        <tbody>{shown.value.slice(0, rows).map((query) => <Row key={query.query} query={query} />)}</tbody>
      </table>
      {all > rows && <p class="more"><span class="quiet">{rows} of {all} are shown.</span> <button type="button" onClick={() => setRows(rows + ROWS)}>Show {Math.min(ROWS, all - rows)} more</button></p>}
    </div>
  );
}

function Row({ query }: { readonly query: ListedQuery }) {
  const isChosen = chosen.value !== undefined && `W${chosen.value.id}` === query.query;
  const open = (): void => void chooseQuery(query.query);
  return (
    <tr class={isChosen ? 'chosen' : undefined} onClick={open}>
      <th scope="row"><button type="button" class="bare code" aria-expanded={isChosen} aria-controls="query-page" onClick={(event) => { event.stopPropagation(); open(); }}>{query.query}</button></th>
      <td><StatusWord status={query.status} outcome={query.outcome} /></td>
      <td>{query.title}</td>
      <td class="wide">{query.axis}</td>
      <td class="wide code note-name" title={`${query.note}/${query.inReport}`}>{query.note}/{query.inReport}</td>
      <td class="wide">{holderOf(query)}</td>
      <td class="wide code since">{since(query)}</td>
    </tr>
  );
}

const SIGNS: Readonly<Record<string, string>> = { draft: '○', sent: '→', read: '◔', deferred: '…', answered: '●', closed: '✓', cancelled: '×', expired: '–' };

/** A status with its sign; the sign is decoration. */
export function StatusWord({ status, outcome }: { readonly status: string; readonly outcome: string | null }) {
  return <span class={`life life-${status}`}><span aria-hidden="true">{SIGNS[status]}</span> {capital(status)}{outcome !== null && <span class="quiet"> · {outcome}</span>}</span>;
}

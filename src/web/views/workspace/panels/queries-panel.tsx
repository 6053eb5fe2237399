// The queries of the note, each with its compliance, to draft, copy and print.
import { words } from '../../../../format/parts/outline.ts';
import type { Query } from '../../../../wire.ts';
import { analysis, report } from '../../../state/analysis.ts';
import { dialog, pointedQuery } from '../../../state/focus.ts';
import { choices } from '../../../state/work.ts';
import { Quotes } from '../codes/quotes.tsx';
import { copyQuery, printQuery } from '../drafts/query-out.ts';
import { draftKey } from '../drafts/query-draft.ts';
import { LintWord } from './lint-list.tsx';

function QueryCard({ query, at }: { readonly query: Query; readonly at: number }) {
  const checked = analysis.value?.queries[at];
  const draft = choices.value.drafts[draftKey(query)];
  const point = (to: string | undefined) => (): void => { pointedQuery.value = to; };
  return (
    <article class="query-card" aria-labelledby={`query-${query.id}`} onMouseEnter={point(query.id)} onMouseLeave={point(undefined)} onFocusIn={point(query.id)} onFocusOut={point(undefined)}>
      <header><h3 id={`query-${query.id}`}>{draft?.title ?? query.title}</h3>{checked && !draft && <LintWord lint={checked.lint} />}{draft && <span class="chip">{draft.answer ? 'answered' : 'edited'}</span>}</header>
      <p class="quiet">{words(query.axis)}, {words(query.kind)} · to {draft?.recipient ?? query.recipient}</p>
      <p class="question">{draft?.question ?? query.question}</p>
      <Quotes evidence={query.indicators} />
      <div class="actions">
        <button type="button" class="primary" onClick={() => { dialog.value = { kind: 'query', query: query.id }; }}>Draft…</button>
        {checked && <button type="button" onClick={() => copyQuery(query, checked.document)}>Copy as text</button>}
        {checked && <button type="button" onClick={() => printQuery(query, checked.document)}>Print</button>}
      </div>
    </article>
  );
}

/** Queries in the order of the report. */
export function QueriesPanel() {
  const queries = report.value?.queries ?? [];
  if (!report.value) return <p class="quiet">Queries appear here as soon as there is a note.</p>;
  if (queries.length === 0) return <p class="quiet">No queries: nothing that the codes need is missing, contradictory or left uncertain.</p>;
  return <ol class="cards">{queries.map((query, at) => <li key={draftKey(query)}><QueryCard query={query} at={at} /></li>)}</ol>;
}

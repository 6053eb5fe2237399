// The chosen query whole: question, words it quotes, options, text as sent, answer, what can be done next, history. The internal view.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WholeQuery } from './ask-server.ts';
import { chosen } from './desk.ts';
import { StatusWord } from './query-table.tsx';
import { Steps } from './steps.tsx';

/** The query beside the list. It takes the focus when another query is opened. */
export function QueryPage() {
  const heading = useRef<HTMLHeadingElement>(null);
  const query = chosen.value;
  useLayoutEffect(() => { heading.current?.focus({ preventScroll: innerWidth > 900 }); }, [query?.id]);
  return (
    <section id="query-page" class="card query-page" aria-label="Chosen query">
      {query === undefined ? <p class="quiet">Choose a query to see it whole and to take its next step.</p> : (
        <>
          <h2 ref={heading} tabIndex={-1}><span class="code">W{query.id}</span> {query.composed.title}</h2>
          <p><StatusWord status={query.status} outcome={query.outcome} /> <span class="quiet">· note <span class="code">{query.noteId}</span>, {query.noteDate ?? 'undated'} · {query.assignee ?? query.role}</span></p>
          <Steps query={query} />
          <Content query={query} />
          <History query={query} />
        </>
      )}
    </section>
  );
}

function Content({ query }: { readonly query: WholeQuery }) {
  const { composed, unticked } = query;
  const leftOut = new Map(unticked.map(({ indicator, reason }) => [indicator, reason]));
  return (
    <>
      <p class="question">{composed.question}</p>
      <h3>The note says</h3>
      <ol class="indicators">{composed.indicators.map(({ text, section, start }, at) => (
        <li key={start}>{leftOut.has(at + 1) ? <><s>“{text}”</s> <span class="quiet">left out: {leftOut.get(at + 1)}</span></> : <>“{text}” <span class="quiet">{section ?? 'note'}</span></>}</li>
      ))}</ol>
      <h3>Options</h3>
      <ul class="options">{composed.options.map(({ value, label }) => <li key={value}>{query.answerChoice === value ? <strong>{label} (chosen)</strong> : label}</li>)}</ul>
      {query.answeredAt !== null && <><h3>Answer</h3><p>{[query.answerChoice, query.answerText].filter((part) => part !== null).join(': ')} <span class="quiet">{query.answerName}, {query.answerCredentials}, {time(query.answeredAt)}</span></p></>}
      {query.textAsSent !== null && <details><summary>Text as sent, {time(query.sentAt ?? '')}</summary><pre tabIndex={0}>{query.textAsSent}</pre></details>}
    </>
  );
}

const time = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

function History({ query }: { readonly query: WholeQuery }) {
  return (
    <details>
      <summary>History ({query.history.length})</summary>
      <ol class="history">{query.history.map(({ sequence, at, actor, action, hash }) => <li key={sequence}><span class="code">{time(at)}</span> {action} <span class="quiet">by {actor} · event {sequence}, {hash.slice(0, 8)}</span></li>)}</ol>
    </details>
  );
}

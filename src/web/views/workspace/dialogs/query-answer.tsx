// What an answer does to the codes: choose one, see the recode. For the coder only; the provider sees none of it.
import { useEffect, useState } from 'preact/hooks';
import type { Recoding } from '../../../../answer.ts';
import type { Query } from '../../../../wire.ts';
import { ask } from '../../../engine/engine.ts';
import { report } from '../../../state/analysis.ts';
import type { Draft } from '../../../state/choices.ts';
import { tell } from '../../../state/voice.ts';

interface QueryAnswerProps { readonly query: Query; readonly draft: Draft; readonly onChange: (draft: Draft) => void }

function Recode({ recoding }: { readonly recoding: Recoding }) {
  const { added, removed, says, after, report: { candidates } } = recoding;
  const titleOf = (code: string): string => candidates.find((one) => one.code === code)?.title ?? '';
  return (
    <div class="recode" role="status">
      <p>Codes after it: <span class="code">{after.join(', ') || 'none'}</span></p>
      {added.map((code) => <p key={code} class="added"><span aria-hidden="true">+</span> <span class="unseen">added</span> <span class="code">{code}</span> {titleOf(code)}</p>)}
      {removed.map((code) => <p key={code} class="removed"><span aria-hidden="true">−</span> <span class="unseen">removed</span> <span class="code">{code}</span></p>)}
      {added.length + removed.length === 0 && <p>The codes stay as they are.</p>}
      {says.map((words) => <p key={words} class="quiet">{words}</p>)}
    </div>
  );
}

/** The options as answers. */
export function QueryAnswer({ query, draft, onChange }: QueryAnswerProps) {
  const [recoding, setRecoding] = useState<Recoding | undefined>(undefined);
  useEffect(() => {
    if (draft.answer === undefined || !report.peek()) { setRecoding(undefined); return; }
    ask('answer', { report: report.peek()!, answer: { query: query.id, choose: draft.answer } }).then(setRecoding, (error: Error) => tell('error', error.message));
  }, [draft.answer]);
  const { answer: _, ...unanswered } = draft;
  return (
    <section aria-label="Answer">
      <fieldset><legend>If the provider answers</legend>
        {query.options.map(({ value, label }) => <label key={value} class="choice"><input type="radio" name="answer" checked={draft.answer === value} onChange={() => onChange({ ...draft, answer: value })} /> {label}</label>)}
      </fieldset>
      {draft.answer !== undefined && <p><button type="button" class="bare" onClick={() => onChange(unanswered)}>No answer yet</button></p>}
      {recoding && <Recode recoding={recoding} />}
    </section>
  );
}

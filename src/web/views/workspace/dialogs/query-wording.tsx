// The words of a query: recipient, title, question, the quotes that go along, the options.
import { oneLine } from '../../../../format/parts/visible.ts';
import { placeOfQuote } from '../../../../format/query/text.ts';
import type { QueryDocument } from '../../../../wire.ts';
import type { Draft } from '../../../state/choices.ts';

interface QueryWordingProps { readonly draft: Draft; readonly document: QueryDocument; readonly onChange: (draft: Draft) => void }

function Indicators({ draft, document, onChange }: QueryWordingProps) {
  const tick = (at: number, isIn: boolean): void => onChange({ ...draft, leftOut: isIn ? draft.leftOut.filter((one) => one !== at) : [...draft.leftOut, at].sort((a, b) => a - b) });
  return (
    <fieldset><legend>Clinical indicators</legend>
      {document.indicators.map((one, at) => (
        <label key={at} class="choice"><input type="checkbox" checked={!draft.leftOut.includes(at)} onChange={({ currentTarget }) => tick(at, currentTarget.checked)} /> <span>“{oneLine(one.text)}” <span class="quiet">{placeOfQuote(one)}</span></span></label>
      ))}
    </fieldset>
  );
}

/** Fields for all of it. */
export function QueryWording(props: QueryWordingProps) {
  const { draft, onChange } = props;
  const change = (field: 'title' | 'question' | 'recipient') => ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }): void => onChange({ ...draft, [field]: currentTarget.value });
  return (
    <div class="draft-words">
      <label class="field">To <input value={draft.recipient} onInput={change('recipient')} autocomplete="off" /></label>
      <label class="field">Title <input value={draft.title} onInput={change('title')} autocomplete="off" /></label>
      <label class="field">Question <textarea rows={4} autofocus value={draft.question} onInput={change('question')} /></label>
      <Indicators {...props} />
      <fieldset><legend>Options</legend>
        {draft.options.map((label, at) => <input key={at} class="option" aria-label={`Option ${at + 1}`} value={label} onInput={({ currentTarget }) => onChange({ ...draft, options: draft.options.with(at, currentTarget.value) })} />)}
      </fieldset>
    </div>
  );
}

// Edits: on the chosen codes once there are any, else on what the note proposes. Each with its authority and its remedy.
import { report } from '../../../state/analysis.ts';
import { choices } from '../../../state/work.ts';
import { audit } from './audit.ts';

const SIGN = { error: '⚠', warning: '⚠', information: 'ⓘ' } as const;

/** The edits in order. */
export function EditsPanel() {
  const isChosen = choices.value.claim.length > 0;
  const edits = isChosen ? audit.value.output?.edits ?? [] : report.value?.edits ?? [];
  return (
    <>
      <p class="quiet">{isChosen ? `On the ${choices.value.claim.length} codes of the claim list, against the note.` : 'On the codes that the note proposes. Once you accept codes, those are checked.'}</p>
      {edits.length === 0 && <p>{isChosen && !audit.value.output ? 'Checking …' : 'No edits.'}</p>}
      <ul class="edits">
        {edits.map(({ id, severity, kind, codes, says, fix, source }) => (
          <li key={id} class={`edit-item e-${severity}`}>
            <p><span class="status"><span aria-hidden="true">{SIGN[severity]}</span> {severity}</span> <span class="code">{codes.join(', ')}</span> <span class="quiet">{kind.replaceAll('-', ' ')}</span></p>
            <p>{says}. <span class="source">{source}</span></p>
            <p class="quiet">{fix}.</p>
          </li>
        ))}
      </ul>
    </>
  );
}

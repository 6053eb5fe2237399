// Why the chosen code stands or does not, what separates it from its neighbours, and the proof by blanking its words.
import { signal } from '@preact/signals';
import type { Proof } from '../../../../prove.ts';
import { ask } from '../../../engine/engine.ts';
import { analyzedNote, report } from '../../../state/analysis.ts';
import { follow } from '../../../state/asked.ts';
import { chosen, chosenCode, panel } from '../../../state/focus.ts';
import { say, tell } from '../../../state/voice.ts';
import { Quotes } from '../codes/quotes.tsx';
import { restingEvidence } from '../../../../format/parts/outline.ts';

const isShown = (): boolean => panel.value === 'why' && chosen.value !== undefined && report.value !== undefined;
const explanation = follow('explain', () => isShown() ? { report: report.value!, code: chosenCode.value! } : undefined);
const description = follow('describe', () => isShown() ? { code: chosenCode.value!, date: report.value!.engine.codeSet.date } : undefined);
const proof = signal<{ readonly of: unknown; readonly code: string; readonly found: Proof } | undefined>(undefined);

async function prove(code: string): Promise<void> {
  const [note, made] = [analyzedNote.peek(), report.peek()];
  if (!note || !made) return;
  const found = await ask('prove', { note, report: made, code }).catch((error: Error) => { tell('error', error.message); return undefined; });
  if (!found) return;
  proof.value = { of: made, code, found };
  say(found.holds ? `${code} stands on its words` : `${code} does not stand on its words alone`);
}

const list = (codes: readonly string[]): string => codes.join(', ') || 'no code';

function ProofPart({ code }: { readonly code: string }) {
  if (!analyzedNote.value || chosen.value?.status === 'excluded') return null;
  const shown = proof.value?.of === report.value && proof.value?.code === code ? proof.value.found : undefined;
  return (
    <>
      <h3>Proof</h3>
      {!shown && <p><button type="button" onClick={() => prove(code)}>Prove {code}</button> <span class="quiet">blanks its words and reads the note again</span></p>}
      {shown && (
        <ul class="proof">
          <li><span class="status" aria-hidden="true">{shown.without.holds ? '✓' : '✗'}</span> Without its {shown.evidence.length} words or phrases: {shown.without.holds ? `${code} is gone` : `${code} is still there`} <span class="quiet">({list(shown.without.codes)})</span></li>
          <li><span class="status" aria-hidden="true">{shown.alone.holds ? '✓' : '✗'}</span> With nothing but them: {shown.alone.holds ? `${code} stays` : `${code} is gone`} <span class="quiet">({list(shown.alone.codes)})</span></li>
        </ul>
      )}
    </>
  );
}

function Neighbours({ code: own }: { readonly code: string }) {
  const told = description.value.output;
  if (!told?.known || told.code !== own || told.neighbours.length === 0) return null;
  return (
    <>
      <h3>Neighbours</h3>
      <ul class="neighbours">{told.neighbours.slice(0, 12).map(({ code, title, billable, differs }) => <li key={code}><span class="code">{code}</span> {title} <span class="quiet">{billable ? differs : 'a header'}</span></li>)}</ul>
    </>
  );
}

/** The panel. */
export function WhyPanel() {
  const candidate = chosen.value;
  if (!candidate) return <p class="quiet">Choose a code with <kbd>j</kbd> and <kbd>k</kbd> or by a click; here stands why it is reported or not.</p>;
  const told = explanation.value.output;
  const resting = restingEvidence(candidate);
  return (
    <>
      <p><span class="code">{candidate.code}</span> {candidate.title}</p>
      <ul class="says">{told?.code === candidate.code && told.says.map((words) => <li key={words}>{words}</li>)}</ul>
      {resting.length > 0 && <p>Rests on <Quotes evidence={resting} most={12} /></p>}
      <ProofPart code={candidate.code} />
      <Neighbours code={candidate.code} />
    </>
  );
}

// The claim-ready list: chosen codes in order, moved by keyboard, by buttons or by drag, each with the verdict of the audit.
import { signal } from '@preact/signals';
import type { Verdict } from '../../../../audit.ts';
import { move, remove } from '../../../state/actions.ts';
import type { ClaimCode } from '../../../state/choices.ts';
import { claimOrder, copyText } from '../../../state/clipboard.ts';
import { dialog } from '../../../state/focus.ts';
import { choices } from '../../../state/work.ts';
import { audit } from './audit.ts';

/** A professional claim holds so many diagnoses. */
const PROFESSIONAL = 12;
const WORD: Readonly<Record<Verdict, readonly [sign: string, look: string, word: string]>> = {
  supported: ['●', 's-supported', 'supported'], underspecified: ['◐', 's-underspecified', 'underspecified'], conflicting: ['⚠', 's-conflicting', 'conflicting'],
  'not-supported': ['⚠', 's-conflicting', 'not supported by the note'], invalid: ['⚠', 's-conflicting', 'not valid'], 'not-judged': ['○', 's-excluded', 'not judged'],
};

const dragged = signal<number | undefined>(undefined);
const over = signal<number | undefined>(undefined);

function stepRow(event: KeyboardEvent, at: number): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by === undefined || !event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  move(at, at + by);
  queueMicrotask(() => document.querySelector<HTMLElement>(`[data-claim="${at + by}"] .handle`)?.focus());
}

function ClaimRow({ code, title, was, added, at, count }: ClaimCode & { readonly at: number; readonly count: number }) {
  const verdict = audit.value.output?.codes.find((one) => one.code === code);
  const [sign, look, word] = verdict ? WORD[verdict.verdict] : ['', '', ''];
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged.value !== undefined) move(dragged.value, at);
    dragged.value = over.value = undefined;
  };
  return (
    <li class={`claim-row${over.value === at && dragged.value !== at ? ' over' : ''}`} data-claim={at} draggable
      onDragStart={(event) => { dragged.value = at; event.dataTransfer?.setData('text/plain', code); }} onDragEnd={() => { dragged.value = over.value = undefined; }}
      onDragOver={(event) => { if (dragged.value !== undefined) { event.preventDefault(); over.value = at; } }} onDrop={drop} onKeyDown={(event) => stepRow(event, at)}>
      <button type="button" class="handle bare" aria-label={`${code}, number ${at + 1}. Alt and arrow keys move it`} title="Drag, or Alt+↑ and Alt+↓">⠿</button>
      <span class="sequence">{at + 1}</span>
      <div class="claim-words">
        <span class="code">{code}</span> {title}
        <div class="quiet">{verdict && <span class={`status ${look}`}><span aria-hidden="true">{sign}</span> {word}</span>}{was && <> · in place of {was}</>}{added && <> · added</>}</div>
        {verdict && (verdict.verdict === 'not-supported' || verdict.verdict === 'invalid') && <p class="because">{verdict.says}</p>}
      </div>
      <span class="moves">
        <button type="button" class="bare" aria-label={`Move ${code} up`} disabled={at === 0} onClick={() => move(at, at - 1)}>↑</button>
        <button type="button" class="bare" aria-label={`Move ${code} down`} disabled={at === count - 1} onClick={() => move(at, at + 1)}>↓</button>
      </span>
      <button type="button" class="bare" aria-label={`Edit ${code}`} onClick={() => { dialog.value = { kind: 'edit', code, title }; }}>Edit</button>
      <button type="button" class="bare" aria-label={`Remove ${code}`} onClick={() => remove(code)}>Remove</button>
    </li>
  );
}

/** The list, and ways to take it along. */
export function ClaimPanel() {
  const { claim } = choices.value;
  const codes = claim.map(({ code }) => code);
  if (claim.length === 0) return <p class="quiet">Accepted codes gather here in the order of the claim. Accept a code with <kbd>a</kbd>, add one with <kbd>/</kbd>.</p>;
  return (
    <>
      <ol class="claim">{claim.map((one, at) => <ClaimRow key={one.code} {...one} at={at} count={claim.length} />)}</ol>
      {claim.length > PROFESSIONAL && <p class="s-underspecified">A professional claim holds {PROFESSIONAL} diagnoses; this list has {claim.length}.</p>}
      {audit.value.output && audit.value.output.missing.length > 0 && <p class="quiet">Supported by the note and not on the list: {audit.value.output.missing.map(({ code }) => code).join(', ')}</p>}
      <div class="actions">
        <button type="button" onClick={() => copyText(codes.join(', '), 'the codes of the claim')}>Copy codes</button>
        <button type="button" onClick={() => copyText(claimOrder(codes), 'the claim without dots')}>Copy claim order, no dots</button>
      </div>
    </>
  );
}

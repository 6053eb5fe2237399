// The steps that are possible with the chosen query: a button each, and the form of the one that is pressed. Escape puts the form away.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../../state/clipboard.ts';
import { actor, chosen, takeStep } from './desk.ts';
import { possibleSteps, stepOf, type PossibleStep, type StepField } from './possible-steps.ts';

/** Buttons of the next steps. A closed query has none. */
export function Steps({ query }: { readonly query: NonNullable<typeof chosen.value> }) {
  const [open, setOpen] = useState<PossibleStep | undefined>(undefined);
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen(undefined), [query.id, query.version]);
  const steps = possibleSteps(query.status, { ...query.composed, ...(query.toSend !== undefined && { toSend: query.toSend }) });
  const putAway = (): void => {
    const pressed = buttons.current?.querySelector<HTMLButtonElement>('[aria-expanded="true"]');
    setOpen(undefined);
    pressed?.focus();
  };
  if (steps.length === 0) return null;
  return (
    <>
      <div class="steps" role="group" aria-label="Next steps" ref={buttons}>
        {steps.map((step, at) => (
          <button key={step.action} type="button" class={at === 0 ? 'primary' : undefined} aria-expanded={open?.action === step.action} onClick={() => setOpen(open?.action === step.action ? undefined : step)}>{step.label}</button>
        ))}
      </div>
      {open && <StepForm key={open.action} step={open} onDone={putAway} />}
    </>
  );
}

function StepForm({ step, onDone }: { readonly step: PossibleStep; readonly onDone: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => { form.current?.querySelector<HTMLElement>('input, select, button')?.focus(); }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const filled = new Map([...new FormData(form.current ?? undefined)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    const taken = await takeStep(stepOf(step, filled));
    setBusy(false);
    if (taken) onDone();
  };
  return (
    <form class="step-form" ref={form} onSubmit={(event) => void submit(event)} onKeyDown={({ key }) => { if (key === 'Escape') onDone(); }}>
      {step.fields.map((field) => <Field key={field.name} field={field} />)}
      <label class="field">Recorded by <input required value={actor.value} autoComplete="off" onInput={({ currentTarget }) => { actor.value = currentTarget.value; }} /></label>
      <div class="steps"><button type="submit" class="primary" disabled={busy}>{step.label}</button><button type="button" onClick={onDone}>Put away</button></div>
    </form>
  );
}

/** A text that stands there to be changed or copied. The server refuses one that breaks a rule of compliance, and says which. */
function Writing({ name, label, written }: { readonly name: string; readonly label: string; readonly written: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="field writing">
      <label for={`step-${name}`}>{label}</label>
      <textarea id={`step-${name}`} name={name} required rows={12} ref={field} spellcheck={false}>{written}</textarea>
      <div><button type="button" onClick={() => void copyText(field.current?.value ?? '', 'the text')}>Copy as plain text</button></div>
    </div>
  );
}

function Field({ field: { name, label, required, options, written } }: { readonly field: StepField }) {
  if (written !== undefined) return <Writing name={name} label={label} written={written} />;
  return (
    <label class="field">{label}{required ? '' : ' (optional)'} {options
      ? <select name={name} required={required}>{!required && <option value="">None</option>}{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
      : <input name={name} required={required} autoComplete="off" />}</label>
  );
}

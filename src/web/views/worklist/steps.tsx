// The steps that are possible with the chosen query: a button each, and the form of the one that is pressed. Escape puts the form away.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WholeQuery } from './ask-server.ts';
import { actor, takeStep } from './desk.ts';
import { possibleSteps, stepOf, type PossibleStep, type StepField } from './possible-steps.ts';

/** Buttons of the next steps. A closed query has none. */
export function Steps({ query }: { readonly query: WholeQuery }) {
  const [open, setOpen] = useState<PossibleStep | undefined>(undefined);
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen(undefined), [query.id, query.version]);
  const steps = possibleSteps(query.status, query.composed);
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

function Field({ field: { name, label, required, options } }: { readonly field: StepField }) {
  return (
    <label class="field">{label}{required ? '' : ' (optional)'} {options
      ? <select name={name} required={required}>{!required && <option value="">None</option>}{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
      : <input name={name} required={required} autoComplete="off" />}</label>
  );
}

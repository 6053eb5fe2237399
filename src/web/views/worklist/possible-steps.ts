// Which steps a specialist may take with a query as it stands, and what each asks for. The rules are those of the store; the words are here.
import { GAP_REASONS, OUTCOMES, statusAfter, type Outcome, type Status, type Step } from '../../../store/steps.ts';

export interface StepOption { readonly value: string; readonly label: string }

/** One thing that a step asks for. `options` makes it a choice, `written` words that stand there to be changed; the rest are words. */
export interface StepField { readonly name: string; readonly label: string; readonly required: boolean; readonly options?: readonly StepOption[]; readonly written?: string }

export interface PossibleStep { readonly action: Step['action']; readonly label: string; readonly fields: readonly StepField[] }

const text = (name: string, label: string, required = true): StepField => ({ name, label, required });

/** Outcomes that can close a query from its status. */
const outcomesFrom = (status: Status): readonly Outcome[] => OUTCOMES.filter((outcome) => statusAfter(status, { action: 'close', outcome }) !== undefined);

/** "handled-otherwise" → "Handled otherwise". */
const optionOf = (value: string): StepOption => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' ') });

/** What a query offers and quotes, and the text of a draft. */
export interface Offered { readonly toSend?: string; readonly options: readonly StepOption[]; readonly indicators: readonly { readonly text: string }[] }

/** Steps in the order of the life of a query. */
export function possibleSteps(status: Status, { options, indicators, toSend }: Offered): readonly PossibleStep[] {
  const outcomes = outcomesFrom(status);
  const quotes = indicators.map(({ text: quote }, at) => ({ value: String(at + 1), label: `${at + 1} “${quote.length > 60 ? `${quote.slice(0, 59)}…` : quote}”` }));
  const steps: readonly (PossibleStep & { readonly try: Step })[] = [
    { action: 'send', label: 'Record as sent', fields: [text('to', 'To (name)', false), ...(toSend === undefined ? [] : [{ ...text('text', 'Text as sent'), written: toSend }])], try: { action: 'send' } },
    { action: 'read', label: 'Record as read', fields: [], try: { action: 'read' } },
    { action: 'defer', label: 'Defer', fields: [text('reason', 'Why the answer waits')], try: { action: 'defer', reason: '' } },
    {
      action: 'answer', label: 'Record the answer', try: { action: 'answer', name: '', credentials: '' },
      fields: [{ name: 'choice', label: 'Option chosen', required: false, options }, text('text', 'Answer in words', false), text('name', 'Answered by'), text('credentials', 'Credentials, such as MD')],
    },
    { action: 'close', label: 'Close', fields: [{ name: 'outcome', label: 'Outcome', required: true, options: outcomes.map(optionOf) }, text('reason', 'Reason', false)], try: { action: 'close', outcome: outcomes[0] ?? 'other' } },
    { action: 'untick', label: 'Leave an indicator out', fields: [{ name: 'indicator', label: 'Indicator', required: true, options: quotes }, text('reason', 'Why')], try: { action: 'untick', indicator: 1, reason: '' } },
    { action: 'reassign', label: 'Reassign', fields: [text('to', 'To (name)'), text('reason', 'Why')], try: { action: 'reassign', to: '', reason: '' } },
    { action: 'close-gap', label: 'Close without asking', fields: [{ name: 'reason', label: 'Reason', required: true, options: GAP_REASONS.map(optionOf) }, text('remark', 'Remark', false)], try: { action: 'close-gap', reason: 'other' } },
    { action: 'cancel', label: 'Cancel', fields: [text('reason', 'Why')], try: { action: 'cancel', reason: '' } },
  ];
  return steps.filter((step) => statusAfter(status, step.try) !== undefined && (step.action !== 'untick' || indicators.length > 0)).map(({ try: _, ...step }) => step);
}

/** What was filled in as a step; fields left empty, or as they were written, are not said. The server checks it. */
export function stepOf({ action, fields }: PossibleStep, filled: ReadonlyMap<string, string>): Step {
  const said = fields.flatMap(({ name, written }) => {
    const value = (filled.get(name) ?? '').replaceAll('\r\n', '\n');
    return value.trim() === '' || value === written ? [] : [[name, name === 'indicator' ? Number(value) : value]];
  });
  return { action, ...Object.fromEntries(said) } as Step;
}

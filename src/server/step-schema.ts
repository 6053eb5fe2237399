// The body of a step as other programs send it, checked: which step, who takes it, which version was looked at.
// The store checks the words themselves and whether the step is possible. Not its job: taking it.
import * as z from 'zod';
import { GAP_REASONS, OUTCOMES, type Step } from '../store/steps.ts';

const words = z.string().max(10_000);

const step = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('untick'), indicator: z.int().min(1), reason: words }),
  z.strictObject({ action: z.literal('send'), to: words.optional(), text: words.optional() }),
  z.strictObject({ action: z.literal('read') }),
  z.strictObject({ action: z.literal('defer'), reason: words }),
  z.strictObject({ action: z.literal('answer'), choice: words.optional(), text: words.optional(), name: words, credentials: words }),
  z.strictObject({ action: z.literal('close'), outcome: z.enum(OUTCOMES), reason: words.optional() }),
  z.strictObject({ action: z.literal('close-gap'), reason: z.enum(GAP_REASONS), remark: words.optional() }),
  z.strictObject({ action: z.literal('cancel'), reason: words }),
  z.strictObject({ action: z.literal('reassign'), to: words, reason: words }),
]);

/** `{ "step": { "action": "send", "to": "Dr. Osei" }, "by": "ana", "expect": 3 }`. */
export const stepRequestSchema = z.strictObject({ step, by: words.optional(), expect: z.int().min(1).optional() });

export interface StepRequest { readonly step: Step; readonly by?: string; readonly expect?: number }

/** A request without what was not given, so that no field is there and undefined. */
export const plainRequest = (request: z.output<typeof stepRequestSchema>): StepRequest => JSON.parse(JSON.stringify(request)) as StepRequest;

// What a coder decided about one note, and every change to it as a pure function: old choices in, new ones out.
// Not its job: history, the note itself, anything on the screen.

/** A code on the claim list. `was`: the proposed code that it takes the place of; `added`: found by the coder, not proposed. */
export interface ClaimCode { readonly code: string; readonly title: string; readonly was?: string; readonly added?: true }

export interface Rejection { readonly reason: string; readonly remark?: string }

/** The wording of a query as the coder left it; options and quotes by their place in the query that was raised. */
export interface Draft { readonly title: string; readonly question: string; readonly recipient: string; readonly leftOut: readonly number[]; readonly options: readonly string[]; readonly answer?: string }

export interface Choices {
  readonly claim: readonly ClaimCode[];
  readonly rejected: Readonly<Record<string, Rejection>>;
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** Why a code is rejected, in the words of the field. */
export const REASONS = [
  'Evidence negated or historical', 'Wrong site', 'Wrong side', 'Insufficient evidence', 'Already captured by another code',
  'Not documented by a codable provider', 'Uncertain diagnosis', 'Not addressed this encounter', 'Other',
] as const;

export const NO_CHOICES: Choices = { claim: [], rejected: {}, drafts: {} };

const without = (rejected: Choices['rejected'], code: string): Choices['rejected'] => Object.fromEntries(Object.entries(rejected).filter(([key]) => key !== code));
const holds = ({ claim }: Choices, code: string): boolean => claim.some((one) => one.code === code);

/** Puts a code on the claim list, at its end; one that stands there stays where it is. */
export function acceptCode(choices: Choices, added: ClaimCode): Choices {
  const rejected = without(choices.rejected, added.code);
  return holds(choices, added.code) ? { ...choices, rejected } : { ...choices, rejected, claim: [...choices.claim, added] };
}

/** Puts another code in the place of one that was proposed or accepted. */
export function replaceCode(choices: Choices, code: string, by: ClaimCode): Choices {
  const at = choices.claim.findIndex((one) => one.code === code);
  if (at < 0 || holds(choices, by.code)) return acceptCode(removeCode(choices, code), by);
  return { ...choices, rejected: without(choices.rejected, by.code), claim: choices.claim.with(at, by) };
}

/** Takes a code off the claim list. */
export const removeCode = (choices: Choices, code: string): Choices => ({ ...choices, claim: choices.claim.filter((one) => one.code !== code) });

/** Rejects a code, with a reason; it leaves the claim list. */
export const rejectCode = (choices: Choices, code: string, rejection: Rejection): Choices => ({ ...removeCode(choices, code), rejected: { ...choices.rejected, [code]: rejection } });

/** Takes a rejection back. */
export const restoreCode = (choices: Choices, code: string): Choices => ({ ...choices, rejected: without(choices.rejected, code) });

/** Moves a code of the claim list to another place, both counted from 0. */
export function moveCode(choices: Choices, from: number, to: number): Choices {
  const moved = choices.claim[from];
  if (!moved || to < 0 || to >= choices.claim.length || from === to) return choices;
  return { ...choices, claim: choices.claim.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** Keeps the wording of a query; undefined goes back to the wording that was raised. */
export function draftQuery({ drafts, ...choices }: Choices, key: string, draft: Draft | undefined): Choices {
  const { [key]: _, ...others } = drafts;
  return { ...choices, drafts: draft ? { ...others, [key]: draft } : others };
}

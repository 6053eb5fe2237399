// A query as the coder drafts it: which quotes go out, how it is worded, what was answered. Pure: documents in, documents out.
import type { Query, QueryDocument } from '../../../../wire.ts';
import type { Draft } from '../../../state/choices.ts';

/** The name under which a draft is kept: what the query is about, so that it survives a new analysis. */
export const draftKey = ({ via, about, axis }: Query): string => `${via} ${about} ${axis}`;

/** The draft that changes nothing. */
export const plainDraft = ({ title, question, recipient = '', options }: QueryDocument): Draft => ({ title, question, recipient, leftOut: [], options: options.map(({ label }) => label) });

/** The document with the coder's wording; the quotes that were unticked are left out. */
export function applyDraft(document: QueryDocument, draft: Draft | undefined): QueryDocument {
  if (!draft) return document;
  const { title, question, recipient, leftOut, options } = draft;
  return {
    ...document, title, question, recipient,
    indicators: document.indicators.filter((_, at) => !leftOut.includes(at)),
    options: document.options.map((option, at) => ({ ...option, label: options[at] ?? option.label })),
  };
}

/** True when the draft says what was raised. */
export function isPlain(draft: Draft, document: QueryDocument): boolean {
  return draft.answer === undefined && JSON.stringify(applyDraft(document, draft)) === JSON.stringify({ ...document, recipient: document.recipient ?? '' });
}

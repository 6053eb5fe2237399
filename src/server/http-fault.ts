// What the server says when it does not do what was asked: a status, a code for programs, words for people.
// In: what was thrown. Out: the body of the answer. Never words of a note, and never the message of an error that could quote one.
import { DatabaseFault, StoreError, type StoreFault } from '../store/error.ts';

/** Ends a request with a status and a message that says what was wrong, where, and what to do. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, said: { readonly code: string; readonly message: string; readonly details?: Readonly<Record<string, unknown>> }) {
    super(said.message);
    this.status = status;
    this.code = said.code;
    this.details = said.details ?? {};
  }
}

export interface ErrorAnswer { readonly status: number; readonly body: { readonly error: Readonly<Record<string, unknown>> } }

const STORE_STATUS: Readonly<Record<StoreFault, number>> = { absent: 404, usage: 400, refused: 409, unreadable: 422, busy: 503 };

/** Faults of the HTTP library, by its code, in our words. */
const LIBRARY: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too-large', message: 'the body is larger than this address takes (16 MiB of notes, 256 KiB of anything else); send less at once' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'media-type', message: 'the content type is not one that this address takes; send application/json, application/x-ndjson or text/plain' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'length', message: 'the body does not have the length that its header gives' },
};

/** The answer to an error; undefined for one that nobody expected. */
export function answerError(error: unknown): ErrorAnswer | undefined {
  if (error instanceof HttpFault) return answer(error.status, { code: error.code, message: error.message, ...error.details });
  if (error instanceof StoreError) return answer(STORE_STATUS[error.fault], { code: error.fault, message: error.message });
  if (error instanceof DatabaseFault) return answer(500, { code: 'database', message: error.message });
  const { code, statusCode } = error as { readonly code?: string; readonly statusCode?: number };
  const known = code === undefined ? undefined : LIBRARY[code];
  if (known !== undefined) return answer(statusCode ?? 400, known);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return answer(statusCode, { code: 'request', message: 'the request is not one that this server understands' });
  return undefined;
}

/** The answer to an error that nobody expected. */
export const UNEXPECTED: ErrorAnswer = { status: 500, body: { error: { code: 'internal', message: 'internal failure; please report it with what "lumbago serve" wrote (the trace holds no note text)' } } };

const answer = (status: number, error: Readonly<Record<string, unknown>>): ErrorAnswer => ({ status, body: { error } });

// What the store says when it cannot do what was asked. In: what, where, what to do. Out: an error that a shell turns into an exit code or status.
// Messages hold ids, names, statuses and times; never words of a note.

/**
 * `absent`: no such query, note or store. `refused`: the worklist stands so that this may not be done. `usage`: what was asked makes no sense.
 * `unreadable`: not a store, or one of a newer version. `busy`: someone else holds it.
 */
export type StoreFault = 'absent' | 'refused' | 'usage' | 'unreadable' | 'busy';

/** Nothing was changed when this is thrown. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** The database itself failed. Its own message may quote rows, so only the SQLSTATE and the constraint are kept. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: string;
  constructor(code: string, constraint: string | undefined) {
    super(`the database failed (${code}${constraint === undefined ? '' : `, ${constraint}`})`);
    this.code = code;
  }
}

/** An error of a driver without what it may quote. */
export function withoutQuotes(error: unknown): Error {
  if (error instanceof StoreError || error instanceof DatabaseFault) return error;
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  if (typeof code !== 'string') return error instanceof Error ? error : new Error('the database failed');
  return new DatabaseFault(code, typeof constraint === 'string' ? constraint : undefined);
}

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

const KNOWN_CODES: Readonly<Record<string, string>> = {
  42501: 'this user of the database may not do that', 25006: 'it is read-only', 53100: 'the disk is full', ENOSPC: 'the disk is full', EROFS: 'it is read-only', EACCES: 'it may not be written',
};

/** The database itself failed. Its own message may quote rows, so only the SQLSTATE and the constraint are kept. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: string;
  constructor(code: string, constraint: string | undefined) {
    const known = KNOWN_CODES[code];
    super(`the database failed (${[code, ...(known === undefined ? [] : [known]), ...(constraint === undefined ? [] : [constraint])].join(', ')}); nothing was changed`);
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

// The tables of the worklist, as numbered steps from nothing to today; one line per step. A step that has shipped is never changed.
import { FIRST_TABLES } from './migrations/0001-worklist.ts';

export interface Migration {
  readonly version: number;
  readonly title: string;
  /** One statement each; PGlite and PostgreSQL 15 and newer take them as they are. */
  readonly statements: readonly string[];
}

/** In ascending order of version. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, title: 'notes, queries, events', statements: FIRST_TABLES },
];

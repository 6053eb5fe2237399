// What a format of queries is: a name for the command line and one function from query documents to a string.
import type { QueryDocument } from '../../wire.ts';

export interface QueryFormat {
  readonly name: string;
  readonly extension: string;
  readonly describe: string;
  /** All queries of one note as one text, ending with a line break; an empty list gives an empty document. */
  readonly render: (queries: readonly QueryDocument[]) => string;
}

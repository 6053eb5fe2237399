// Queries as JSON: the documents as they are, one a line.
import type { QueryFormat } from './query-format.ts';

export const queryJson: QueryFormat = { name: 'json', extension: 'json', describe: 'one JSON document a line', render: (queries) => queries.map((query) => `${JSON.stringify(query)}\n`).join('') };

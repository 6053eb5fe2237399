// One report as one line of JSON, keys in the order of the report: the form for programs and for large runs.
import type { Format } from './parts/format.ts';
import { escapeLineSeparators } from './parts/line-separators.ts';

export const jsonl: Format = {
  name: 'jsonl',
  extension: 'jsonl',
  describe: 'one report a line, for programs',
  render: (report) => `${escapeLineSeparators(JSON.stringify(report))}\n`,
};

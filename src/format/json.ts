// One report as indented JSON; a collection of notes becomes one array. Keys stand in the order of the report.
import type { Format } from './parts/format.ts';
import { escapeLineSeparators } from './parts/line-separators.ts';

export const json: Format = {
  name: 'json',
  extension: 'json',
  describe: 'the report as indented JSON; an array for several notes',
  render: (report) => escapeLineSeparators(JSON.stringify(report, null, 2)),
  wrap: { when: 'many', open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' },
};

// The commands that read finished runs, and their flags for commander. What they do is in commands/, loaded only when one runs.
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { DiffFlags } from './commands/diff.ts';
import type { ExportFlags } from './commands/export.ts';
import type { ReportFlags } from './commands/report.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

interface Frame { readonly io: Io; readonly done: (exitCode: ExitCode) => void }

const REPORT_HELP = `
Examples:
  lumbago report results
  lumbago report results --html results.html
  lumbago report shard-1 shard-2 shard-3 --json

Exit codes:
  0 done · 1 internal failure · 2 usage · 65 not readable · 66 no such run · 73 cannot write`;

const DIFF_HELP = `
Both runs are over the same input in the same order. Each note that only one of them has is told.
Codes are paired by the words that they rest on: "M54.50 → M54.59: 12 notes".

Examples:
  lumbago diff run-2026-10 run-2026-11
  lumbago diff old new --changes changed.jsonl   every changed note, with rules and places
  lumbago diff old new --exit-code && echo same

Exit codes:
  0 done (with --exit-code: nothing changed) · 5 with --exit-code: something changed
  1 internal failure · 2 usage · 65 not readable, or not the same input · 66 no such run · 73 cannot write`;

const EXPORT_HELP = `
Formats:
  csv      one row a candidate; cells that a spreadsheet would run as a formula get an apostrophe
  parquet  the same columns, as they are
  omop     NOTE_NLP of the OMOP CDM 5.4 as CSV: one row a mention, concept ids 0, codes in term_modifiers

Examples:
  lumbago export results --format csv --out codes.csv
  lumbago export results --format parquet --out codes.parquet
  lumbago export results --format omop --out note_nlp.csv --first-id 1000001

Exit codes:
  0 done · 1 internal failure · 2 usage · 65 not readable · 66 no such run · 73 cannot write`;

/** Adds `lumbago report`, `lumbago diff` and `lumbago export`. */
export function addResults(program: Command, { io, done }: Frame): void {
  program.command('report').summary('what a batch run gave, counted').description('Counts a batch run: codes, unspecified rate, gaps by axis, queries per hundred notes, rejects by reason, trends by month.')
    .argument('<DIR...>', 'the --out folders of batch runs; several are counted together, as the shards of one input')
    .option('--html <file>', 'write one self-contained page with charts').option('--json', 'one JSON document')
    .addHelpText('after', REPORT_HELP)
    .action(async (folders: string[], flags: ReportFlags) => done(await (await import('./commands/report.ts')).runReport(folders, flags, io)));
  program.command('diff').summary('which notes changed code between two runs, and why')
    .description('Compares two batch runs over the same input: notes that changed code, counted by pair of codes, with the rules and lexicon entries that came or went.')
    .argument('<BEFORE>', 'the --out folder of one batch run').argument('<AFTER>', 'the folder of the other')
    .option('--json', 'one JSON document').option('--changes <file>', 'write every changed note, one JSON line each')
    .option('--exit-code', 'end with 5 when anything changed')
    .addHelpText('after', DIFF_HELP)
    .action(async (before: string, after: string, flags: DiffFlags) => done(await (await import('./commands/diff.ts')).runDiff([before, after], flags, io)));
  program.command('export').summary('a run as CSV, OMOP NOTE_NLP or Parquet').description('Writes the results of a batch run as one file for other programs.')
    .argument('<DIR>', 'the --out folder of a batch run')
    .addOption(new Option('-f, --format <name>', 'what to write').choices(['csv', 'omop', 'parquet']).makeOptionMandatory())
    .requiredOption('-o, --out <file>', 'where to write it').option('--nlp-date <YYYY-MM-DD>', 'omop: when the notes were processed (default: today)')
    .option('--first-id <number>', 'omop: note_nlp_id of the first row', parseId, 1)
    .addHelpText('after', EXPORT_HELP)
    .action(async (folder: string, flags: ExportFlags) => done(await (await import('./commands/export.ts')).runExport(folder, flags, io)));
}

function parseId(value: string): number {
  const id = Number(value);
  if (!Number.isSafeInteger(id) || id < 0) throw new InvalidArgumentError('It is a whole number from 0.');
  return id;
}

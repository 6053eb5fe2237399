// `lumbago batch` for commander: flags, help and examples. What it does is in commands/batch.ts, loaded only when it runs.
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Shard } from '../batch/batch-plan.ts';
import type { BatchFlags } from './commands/batch.ts';
import type { Frame } from './program.ts';

const EXIT_CODES = `
Exit codes:
  0 done · 1 internal failure · 2 usage · 3 done, but some records gave no report · 4 stopped by --max-rejects
  65 input not readable as its format · 66 no such input · 73 cannot write, or refused: the folder or a resumed run does not fit
  130 interrupted, 143 terminated: resumable`;

const HELP = `
Input: .jsonl, .csv, .tsv, each also as .gz; .parquet; a folder of .txt; "-" is standard input. Ids are required and unique.
Columns "encounter" and "type" are read where there are some.

Output:
  DIR/part-00000.jsonl   one report a note, in the order of the input
  DIR/rejects.jsonl      { "id", "line", "reason", "kind", "categories" } for each record without report, never its text
  DIR/manifest.json      arguments, versions, hashes and counts; written last: where it is, the run is complete

Nothing is lost: kill it at any moment and give the same command with --resume. It refuses when arguments, engine, knowledge or input changed.

--phi looks for what seems to identify a patient: social security and record numbers, telephone, e-mail, web and street addresses, dates of
birth, ages over 89, names after titles. It is a tripwire for archives that should be de-identified already. It is NOT a de-identifier: it misses
what it has no pattern for, and a note that passes it is not thereby de-identified.
  reject   such a note gives no report (default)       mask   it is coded with those words blanked
  warn     it is coded; diagnostic D201 says where     off    nobody looks

Examples:
  lumbago batch notes.jsonl --out results
  lumbago batch notes.csv.gz --id-col NOTE_ID --text-col NOTE_TEXT --date-col NOTE_DATE --out results
  zcat archive.jsonl.gz | lumbago batch - --out results --gzip
  lumbago batch notes.jsonl --out results --resume
  seq 8 | xargs -P 8 -I{} lumbago batch notes.parquet --shard {}/8 --workers 1 --out results-{}
  lumbago batch verify results
${EXIT_CODES}`;

const NOTE_OPTIONS = (command: Command): Command => command
  .addOption(new Option('--setting <setting>', 'for notes that do not say where the visit took place').choices(['outpatient', 'inpatient']))
  .option('--date <YYYY-MM-DD>', 'date of service of notes that do not say it')
  .addOption(new Option('--encounter <kind>', 'for injuries, where the note does not say it').choices(['initial', 'subsequent', 'sequela']))
  .option('--type <type>', 'type of the notes that do not say it, such as progress-note or radiology-report');

/** Adds `batch` and `batch verify`. */
export function addBatch(program: Command, { io, done }: Frame): void {
  const batch = program.command('batch').summary('code an archive of notes')
    .description('Codes any number of notes: one report each, in order, with all cores, in little memory, and resumable after any kill.')
    .argument('<IN>', 'a file, a folder of .txt, or "-" for standard input')
    .option('-o, --out <DIR>', 'a new or empty folder for the results')
    .option('--resume', 'go on with the run in DIR');
  addRunOptions(batch)
    .option('--max-rejects <number>', 'stop when more records than this give no report', parseNumber)
    .option('--workers <number>', 'worker threads (default: one a core)', parseCount)
    .option('--quiet', 'no progress and no counts')
    .addHelpText('after', HELP)
    .action(async (input: string, flags: BatchFlags) => done(await (await import('./commands/batch.ts')).runBatchCommand(input, flags, io)));
  batch.command('verify').summary('prove a finished run').description('Recomputes every hash and every count of the manifest from the files.')
    .argument('<DIR>', 'the results of a batch').option('--against <IN>', 'the input that was read: its hash is recomputed too')
    .addHelpText('after', `\nExamples:\n  lumbago batch verify results\n  lumbago batch verify results --against notes.jsonl\n${EXIT_CODES}`)
    .action(async (folder: string, flags: { against?: string }) => done(await (await import('./commands/batch.ts')).runVerifyBatch(folder, flags, io)));
}

/** What decides the bytes of a run, whether one machine works on it or many. */
export function addRunOptions(command: Command): Command {
  command
    .addOption(new Option('--input <name>', 'how to read the input').choices(['auto', 'jsonl', 'csv', 'tsv', 'parquet']).default('auto'))
    .option('--id-col <name>', 'column or field of the id', 'id')
    .option('--text-col <name>', 'column or field of the text', 'text')
    .option('--date-col <name>', 'column or field of the date of service', 'date')
    .option('--setting-col <name>', 'column or field of the setting', 'setting');
  return NOTE_OPTIONS(command)
    .addOption(new Option('--phi <what>', 'what to do with a note that seems to identify a patient').choices(['reject', 'mask', 'warn', 'off']).default('reject'))
    .option('--include-text', 'put the text of the note into its report')
    .option('--limit <number>', 'read so many records only', parseCount)
    .option('--shard <i/n>', 'of n runs over the same input, this is the i-th; by the id', parseShard)
    .option('--part-size <number>', 'records in one part', parseCount, 5000)
    .option('--gzip', 'parts as .jsonl.gz')
    .option('--timeout <seconds>', 'what one note may take', parseSeconds, 30);
}

function parseNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It is a whole number.');
  return Number(value);
}

/** A whole number from 1 on. */
export function parseCount(value: string): number {
  const count = parseNumber(value);
  if (count < 1) throw new InvalidArgumentError('It is a whole number from 1 on.');
  return count;
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 86_400)) throw new InvalidArgumentError('It is a number of seconds, above 0 and at most 86400.');
  return seconds;
}

function parseShard(value: string): Shard {
  const [, number, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? [];
  if (number === undefined || of === undefined || Number(number) < 1 || Number(number) > Number(of)) throw new InvalidArgumentError('It is i/n, i from 1 to n, such as 3/8.');
  return { number: Number(number), of: Number(of) };
}

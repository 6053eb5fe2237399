// The commands and their flags for commander: names, help and examples.
// What a command does is in commands/, loaded only when it runs.
import { Command, Option } from 'commander';
import { FORMATS } from '../format/formats.ts';
import { READERS } from '../read/readers.ts';
import { addBatch } from './batch-program.ts';
import { addCluster } from './cluster-program.ts';
import { addCodeset } from './codeset-program.ts';
import type { AnalyzeFlags } from './commands/analyze.ts';
import type { AuditFlags } from './commands/audit.ts';
import type { ExplainFlags } from './commands/explain-note.ts';
import type { TimelineFlags } from './commands/timeline.ts';
import type { ExitCode } from './exit.ts';
import { parseWidth } from './flags.ts';
import type { Io } from './io.ts';
import { addLookUps } from './look-up-program.ts';
import { addQuery } from './query-program.ts';
import { addServe } from './serve-program.ts';
import { addResults } from './results-program.ts';
import { addWorklist } from './worklist-program.ts';

/** What the program needs from around it. `showHelp` takes help texts, `done` the exit code of a command. */
export interface Frame { readonly io: Io; readonly showHelp: (text: string) => void; readonly done: (exitCode: ExitCode) => void }

const EXIT_CODES = `
Exit codes:
  0 done · 1 internal failure · 2 usage · 3 done, but some notes were rejected
  65 input not readable as its format · 66 no such input · 73 cannot write`;

const PROGRAM_HELP = `
Examples:
  lumbago analyze note.txt                     the report on the terminal
  lumbago analyze notes.jsonl -o report.html   a page to open and print
  lumbago why M54.42 note.txt                  what a code rests on
  lumbago why-not M54.16 note.txt              what is missing, or what cancelled it
  lumbago explain M54.42                       the code in the book: notes, characters, index
  lumbago search slipped disc                  codes for words
  lumbago audit --codes M54.50,M54.41 note.txt check codes that were chosen
  lumbago query note.txt                       the physician queries, ready to send
  lumbago timeline note.txt                    what it would have coded in each release
  lumbago batch notes.jsonl --out results      code an archive, resumable
  lumbago lexicon check ./lexicons             validate what lumbago knows
  lumbago worklist --help                      follow queries to their answers
  lumbago serve --open                         the page in the browser, and an HTTP API
  lumbago --version --json                     engine, lexicons and release
${EXIT_CODES}`;

const ANALYZE_HELP = `
Formats:
${FORMATS.map(({ name, describe }) => `  ${name.padEnd(9)} ${describe}`).join('\n')}

Inputs (by extension, else by the first characters):
${READERS.map(({ name, extensions, describe }) => `  ${name.padEnd(9)} ${describe}\n            ${extensions.join(' ')}`).join('\n')}

A text file's id is its name without extension; that of standard input is "stdin".
What a JSONL line says itself goes before --setting, --date, --encounter and --type.

Examples:
  lumbago analyze note.txt
  lumbago analyze --setting inpatient --date 2026-11-15 note.txt
  lumbago analyze visits/*.txt -o visits.html
  lumbago analyze notes.jsonl --format jsonl > reports.jsonl
  pbpaste | lumbago analyze --format text
${EXIT_CODES}`;

/** The program, ready for `parseAsync`. It throws CommanderError instead of ending the process. */
export function createProgram(frame: Frame): Command {
  const program = new Command('lumbago')
    .description('Reads clinical notes about back and spine pain: ICD-10-CM codes with the words that prove them, and compliant physician queries.')
    .option('-V, --version', 'print the version; with --json also lexicons and release')
    .addHelpText('after', PROGRAM_HELP)
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('Try --help.')
    .exitOverride();
  program.configureOutput({
    writeOut: frame.showHelp,
    writeErr: frame.io.writeError,
    outputError: (text, write) => write(text.replace(/^error: /, 'lumbago: ')),
    getOutHelpWidth: () => Math.min(frame.io.terminalColumns ?? 80, 100),
    getErrHelpWidth: () => Math.min(frame.io.terminalColumns ?? 80, 100),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  addAnalyze(program, frame);
  addExplain(program, 'why', frame);
  addExplain(program, 'why-not', frame);
  addAudit(program, frame);
  addLookUps(program, { ...frame, exitCodes: EXIT_CODES });
  addQuery(program, { ...frame, exitCodes: EXIT_CODES, addNoteOptions });
  addTimeline(program, frame);
  addBatch(program, frame);
  addLexicon(program, frame);
  addCodeset(program, frame);
  addWorklist(program, frame);
  addServe(program, frame);
  addCluster(program, frame);
  addResults(program, frame);
  return program;
}

function addAnalyze(program: Command, { io, done }: Frame): void {
  const command = program.command('analyze')
    .summary('notes in, reports out')
    .description('Reads notes and writes one report per note: codes with evidence, what was not coded and why, queries.')
    .argument('[FILE...]', 'text files or .jsonl; "-" or nothing is standard input')
    .option('-f, --format <name>', `${FORMATS.map(({ name }) => name).join(', ')} (default: by the extension of --output, else text on a terminal, jsonl elsewhere)`)
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--full', 'text: show long notes whole')
    .option('--snomed', 'show the concepts that your imported SNOMED CT map leads to each code');
  addNoteOptions(command).addHelpText('after', ANALYZE_HELP).action(async (files: string[], flags: AnalyzeFlags) => {
    const { runAnalyze } = await import('./commands/analyze.ts');
    done(await runAnalyze(files, flags, io));
  });
}

const EXPLAIN: Readonly<Record<'why' | 'why-not', { summary: string; description: string; example: string }>> = {
  why: {
    summary: 'what a code rests on',
    description: 'Shows the derivation of a code: words of the note, axes, rule and source.',
    example: 'lumbago why M54.42 note.txt\n  lumbago why m5442 --format json note.txt\n  lumbago why M54.42 --prove note.txt',
  },
  'why-not': {
    summary: 'what a code lacks, or what cancelled it',
    description: 'Shows why a code is not reported: what is missing, or what in the note cancelled it.',
    example: 'lumbago why-not M54.16 note.txt\n  lumbago why-not M54.16 --setting inpatient note.txt',
  },
};

function addExplain(program: Command, name: 'why' | 'why-not', { io, done }: Frame): void {
  const { summary, description, example } = EXPLAIN[name];
  const command = program.command(name).summary(summary).description(description)
    .argument('<CODE>', 'an ICD-10-CM code, with or without its dot')
    .argument('[FILE]', 'a text file or .jsonl; "-" or nothing is standard input')
    .addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json']).default('text'));
  if (name === 'why') command.option('--prove', 'analyze the note again without the words of the code, and with them alone');
  addNoteOptions(command).addHelpText('after', `\nExamples:\n  ${example}\n${EXIT_CODES}`).action(async (code: string, file: string | undefined, flags: ExplainFlags) => {
    const { runExplain } = await import('./commands/explain-note.ts');
    done(await runExplain({ code, file }, flags, io));
  });
}

function addAudit(program: Command, { io, done }: Frame): void {
  const command = program.command('audit')
    .summary('check codes that were already chosen')
    .description('Judges chosen codes: valid on the date, specific enough, allowed together, in order, and supported by the note or not, with the words.')
    .requiredOption('--codes <list>', 'the codes in claim order, parted by commas')
    .argument('[FILE]', 'a text file or .jsonl to judge them by; "-" is standard input; nothing: the codes alone')
    .addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json']).default('text'));
  addNoteOptions(command).addHelpText('after', `\nExamples:\n  lumbago audit --codes M54.50,M54.41\n  lumbago audit --codes M54.5 --date 2026-11-15\n  lumbago audit --codes M54.11 note.txt\n  pbpaste | lumbago audit --codes M54.42,G89.29 -\n${EXIT_CODES}`)
    .action(async (file: string | undefined, flags: AuditFlags) => {
      const { runAudit } = await import('./commands/audit.ts');
      done(await runAudit(file, flags, io));
    });
}

function addTimeline(program: Command, { io, done }: Frame): void {
  const command = program.command('timeline').summary('what a note codes in each release')
    .description('Shows what the same note would code in each release of ICD-10-CM since FY2016, and why each change happened.')
    .argument('[FILE]', 'a text file or .jsonl; "-" or nothing is standard input').option('--json', 'one JSON timeline a line');
  addNoteOptions(command).addHelpText('after', `\nExamples:\n  lumbago timeline note.txt\n  lumbago timeline --json notes.jsonl\n${EXIT_CODES}`)
    .action(async (file: string | undefined, flags: TimelineFlags) => done(await (await import('./commands/timeline.ts')).runTimeline(file, flags, io)));
}

function addLexicon(program: Command, { io, done }: Frame): void {
  program.command('lexicon').summary('validate lexicons').description('Works on lexicons, the JSON files that hold what lumbago knows.')
    .command('check').description('Checks shape, references and examples of all lexicon files, and tells every issue with its remedy.')
    .argument('[DIR]', 'a folder of lexicons, with manifest.json; default: those that ship')
    .addHelpText('after', `\nExamples:\n  lumbago lexicon check\n  lumbago lexicon check ./lexicons\n${EXIT_CODES}`)
    .action(async (folder: string | undefined) => {
      const { runCheckLexicons } = await import('./commands/check-lexicons.ts');
      done(await runCheckLexicons(folder, io));
    });
}

/** What notes do not say themselves, how to read them, and how the answer looks. */
function addNoteOptions(command: Command): Command {
  return command
    .addOption(new Option('--setting <setting>', 'where the visit took place').choices(['outpatient', 'inpatient']))
    .option('--date <YYYY-MM-DD>', 'date of service, from 2015-10-01 on; picks the release')
    .addOption(new Option('--encounter <kind>', 'for injuries').choices(['initial', 'subsequent', 'sequela']))
    .option('--type <type>', 'type of note, such as progress-note or radiology-report')
    .addOption(new Option('--input <name>', 'how to read the input').choices(['auto', ...READERS.map(({ name }) => name)]).default('auto'))
    .option('--width <columns>', 'columns of the text format', parseWidth)
    .option('--color', 'colour, even where no terminal reads it')
    .option('--no-color', 'no colour; NO_COLOR and FORCE_COLOR are respected too');
}

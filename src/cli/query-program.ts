// The commands about physician queries for commander: query, query lint, query answer.
import { Option, type Command } from 'commander';
import { QUERY_FORMATS } from '../format/query/query-formats.ts';
import type { AnswerFlags } from './commands/answer-query.ts';
import type { LintFlags } from './commands/lint-query.ts';
import type { QueryFlags } from './commands/query.ts';
import { parseWidth } from './flags.ts';
import type { Frame } from './program.ts';

/** Declares the commands. `addNoteOptions` adds what all commands about notes take. */
export function addQuery(program: Command, { io, done, exitCodes, addNoteOptions }: Frame & { readonly exitCodes: string; readonly addNoteOptions: (command: Command) => Command }): void {
  const query = program.command('query').summary('physician queries, ready to send').description('Writes the physician queries of notes, checks queries that a person wrote or edited, and recodes when one is answered.');
  const write = query.command('write', { isDefault: true })
    .description('Writes the queries that a note raises. The provider view holds no code, rule or outcome; the internal view holds all of them.')
    .argument('[FILE]', 'a text file or .jsonl; "-" or nothing is standard input')
    .addOption(new Option('--view <view>', 'for whom').choices(['provider', 'internal']).default('provider'))
    .addOption(new Option('-f, --format <name>', `how: ${QUERY_FORMATS.map(({ name, describe }) => `${name} (${describe})`).join('; ')}`).choices(QUERY_FORMATS.map(({ name }) => name)).default('text'))
    .option('--templates <dir>', 'query templates of your own, in place of those of the same name')
    .option('-o, --output <file>', 'write to a file instead of standard output');
  addNoteOptions(write).addHelpText('after', `\nExamples:\n  lumbago query note.txt\n  lumbago query note.txt --format html -o request.html\n  lumbago query note.txt --view internal\n  lumbago query lint edited.txt --note note.txt\n  lumbago query answer report.json --query q1 --choose right\n${exitCodes}`)
    .action(async (file: string | undefined, flags: QueryFlags) => {
      const { runQuery } = await import('./commands/query.ts');
      done(await runQuery(file, flags, io));
    });

  const lint = query.command('lint')
    .summary('is a query compliant?').description('Checks queries against the rules Q001 to Q016, each finding with rule, place, reason and remedy. Exit 3 when one breaks an error rule.')
    .argument('[FILE]', 'queries as JSON or as text; "-" or nothing is standard input')
    .option('--note <file>', 'the note they are about: quotes and documented conditions are compared with it')
    .addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json']).default('text'));
  addNoteOptions(lint).addHelpText('after', `\nExamples:\n  lumbago query lint edited.txt --note note.txt\n  lumbago query note.txt --format json | lumbago query lint --note note.txt\n${exitCodes}`)
    .action(async (file: string | undefined, flags: LintFlags) => {
      const { runLintQuery } = await import('./commands/lint-query.ts');
      done(await runLintQuery(file, flags, io));
    });

  query.command('answer')
    .summary('what an answer changes in the codes').description('Recodes a report after one of its queries was answered. Internal view: what it prints is not for the provider.')
    .argument('[REPORT]', 'a report of lumbago analyze --format json or jsonl; "-" or nothing is standard input')
    .requiredOption('--query <id>', 'the query, such as q1')
    .option('--choose <value>', 'the option chosen, such as right or undetermined')
    .option('--note <file>', 'what the provider wrote: an addendum, read like a note')
    .option('--id <note>', 'the note, where the file holds several reports')
    .addOption(new Option('-f, --format <name>', 'text, json (the difference and the new report), or report (the new report alone)').choices(['text', 'json', 'report']).default('text'))
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--width <columns>', 'columns of the text format', parseWidth).option('--color', 'colour, even where no terminal reads it').option('--no-color', 'no colour')
    .addHelpText('after', `\nExamples:\n  lumbago query answer report.json --query q1 --choose right\n  lumbago query answer report.json --query q1 --note addendum.txt\n  lumbago query answer report.json --query q1 --choose undetermined\n${exitCodes}`)
    .action(async (file: string | undefined, flags: AnswerFlags) => {
      const { runAnswer } = await import('./commands/answer-query.ts');
      done(await runAnswer(file, flags, io));
    });
}

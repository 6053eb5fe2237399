// `lumbago explain` and `lumbago search` for commander: arguments, flags, help and examples.
// What they do is in commands/explain-code.ts and commands/search.ts, loaded only when they run.
import { Option, type Command } from 'commander';
import type { LookUpFlags } from './commands/explain-code.ts';
import type { SearchFlags } from './commands/search.ts';
import { parseLimit, parseWidth } from './flags.ts';
import type { Frame } from './program.ts';

interface LookUpFrame extends Frame { readonly exitCodes: string }

/** Adds the two commands. */
export function addLookUps(program: Command, { io, done, exitCodes }: LookUpFrame): void {
  const explain = program.command('explain').summary('what a code is: hierarchy, notes, characters, index, history')
    .description('Shows a code as the code book has it: where it stands, what its characters mean, notes with where they come from, axes, index entries, history, codes beside it.')
    .argument('<CODE>', 'a code or header, with or without its dot, or a block such as M50-M54')
    .option('--snomed', 'also the concepts that lead to the code in your imported SNOMED CT map; with a concept id, the codes that it leads to');
  addLookUpOptions(explain, exitCodes, 'lumbago explain M54.42\n  lumbago explain m545 --date 2020-05-01\n  lumbago explain S39.012A --format json').action(async (code: string, flags: LookUpFlags) => {
    const { runExplainCode } = await import('./commands/explain-code.ts');
    done(await runExplainCode(code, flags, io));
  });
  const search = program.command('search').summary('codes for words: index, titles, inclusion terms')
    .description('Finds codes by words, in any order and forgiving of spelling: the Alphabetic Index first, then titles and inclusion terms.')
    .argument('<WORDS...>', 'what to look for')
    .option('--limit <number>', 'how many codes at most', parseLimit, 10);
  addLookUpOptions(search, exitCodes, 'lumbago search slipped disc\n  lumbago search LBP left leg sciatica\n  lumbago search "herniated disc L5-S1" --limit 3 --format json').action(async (words: string[], flags: SearchFlags) => {
    const { runSearch } = await import('./commands/search.ts');
    done(await runSearch(words, flags, io));
  });
}

function addLookUpOptions(command: Command, exitCodes: string, example: string): Command {
  return command
    .option('--date <YYYY-MM-DD>', 'date of service, from 2015-10-01 on; picks the release (default: the newest)')
    .addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json']).default('text'))
    .option('--width <columns>', 'columns of the text format', parseWidth)
    .option('--color', 'colour, even where no terminal reads it')
    .option('--no-color', 'no colour; NO_COLOR and FORCE_COLOR are respected too')
    .addHelpText('after', `\nExamples:\n  ${example}\n${exitCodes}`);
}

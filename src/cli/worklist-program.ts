// The worklist commands and their flags for commander. What they do is in commands/worklist/, loaded only when one runs.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { GAP_REASONS, OUTCOMES, STATUSES, type Step } from '../store/steps.ts';
import type { AddFlags } from './commands/worklist/add.ts';
import type { ListFlags } from './commands/worklist/list.ts';
import type { StepFlags } from './commands/worklist/step.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

interface Frame { readonly io: Io; readonly done: (exitCode: ExitCode) => void }

const HELP = `
Life of a query: draft → sent → read | deferred → answered → closed (agreed, disagreed, other), or closed (no-response), cancelled, expired.
The text as sent never changes. Every change is an event of a log that only grows; "verify" proves it.

The store: --store, else $LUMBAGO_STORE, else the folder "worklist" in $LUMBAGO_DATA, else in $XDG_DATA_HOME/lumbago, else in ~/.local/share/lumbago
(where the system has its place for the data of programs).
A folder serves one process at a time; postgres://user:password@host/database serves many.

Examples:
  lumbago analyze notes.jsonl --format jsonl > reports.jsonl
  lumbago worklist add reports.jsonl
  lumbago worklist list --status draft
  lumbago worklist send W12 --to "Dr. Osei"
  lumbago worklist answer W12 --choose right --by "N. Osei" --credentials MD
  lumbago worklist close W12 --outcome agreed
  lumbago worklist measures --by axis
  lumbago worklist verify

Exit codes:
  0 done · 1 internal failure · 2 usage · 3 done, but some reports were rejected
  65 not readable, or the log is broken · 66 no such query, file or store · 73 refused: nothing was changed`;

/** Adds `lumbago worklist …`. */
export function addWorklist(program: Command, frame: Frame): void {
  const worklist = program.command('worklist').summary('follow queries to their answers')
    .description('Keeps queries with their status, text as sent, answer, outcome and history, in a folder or on a PostgreSQL server.').addHelpText('after', HELP);
  addReading(worklist, frame);
  addSteps(worklist, frame);
}

function addReading(worklist: Command, { io, done }: Frame): void {
  stored(worklist, 'add', 'queries of reports as drafts; adding twice doubles nothing').argument('[REPORTS...]', 'JSON or JSON Lines of lumbago analyze; "-" or nothing is standard input')
    .option('--keep-text <notes>', 'keep the text of the notes too, from this .jsonl or text file').option('--by <name>', 'who adds them (default: $USER)')
    .action(async (files: string[], flags: AddFlags) => done(await (await import('./commands/worklist/add.ts')).runAdd(files, flags, io)));
  stored(worklist, 'list', 'the queries').addOption(new Option('--status <status>', 'only these').choices([...STATUSES])).option('--axis <axis>', 'only of this axis')
    .option('--assignee <name>', 'only those sent to this person').addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json', 'csv']).default('text'))
    .action(async (flags: ListFlags) => done(await (await import('./commands/worklist/list.ts')).runList(flags, io)));
  stored(worklist, 'export', 'all queries for a spreadsheet').addOption(new Option('-f, --format <name>', 'how to write').choices(['csv', 'json']).default('csv'))
    .action(async (flags: ListFlags) => done(await (await import('./commands/worklist/list.ts')).runList(flags, io)));
  textOrJson(stored(worklist, 'show', 'one query whole, with its history').argument('<ID>', ID))
    .action(async (called: string, flags) => done(await (await import('./commands/worklist/list.ts')).runShow(called, flags, io)));
  textOrJson(stored(worklist, 'measures', 'query, response and agree rate, turnaround')).addOption(new Option('--by <grouping>', 'one line for each').choices(['axis', 'template', 'author', 'provider']))
    .action(async (flags) => done(await (await import('./commands/worklist/measures.ts')).runMeasures(flags, io)));
  textOrJson(stored(worklist, 'log', 'every change, in order')).action(async (flags) => done(await (await import('./commands/worklist/log.ts')).runLog(flags, io)));
  stored(worklist, 'verify', 'proves that the log was not altered').option('--known <hash>', 'a hash noted earlier, which must still be in the log')
    .action(async (flags) => done(await (await import('./commands/worklist/log.ts')).runVerify(flags, io)));
}

const ID = 'W12, or the note and its query: n1/q1';

/** Flags of all steps as commander gives them; each step takes its own. */
interface Given extends StepFlags {
  readonly to?: string; readonly text?: string; readonly reason: string; readonly choose?: string; readonly credentials: string;
  readonly outcome: (typeof OUTCOMES)[number]; readonly remark?: string; readonly indicator: number; readonly recordedBy?: string;
}

function addSteps(worklist: Command, frame: Frame): void {
  const step = (name: Step['action'], summary: string, read: (given: Given) => Step | Promise<Step>): Command => addStep({ worklist, name, summary, read }, frame);
  step('untick', 'leave an indicator out of a draft', ({ indicator, reason }) => ({ action: 'untick', indicator, reason }))
    .requiredOption('--indicator <number>', 'which, from 1, as "show" counts them', parseCount).requiredOption('--reason <words>', 'why');
  step('send', 'record that it was sent, with the text as sent', async ({ to, text }) => ({ action: 'send', ...given({ to }), ...given({ text: text && await (await import('./read-text-file.ts')).readTextFile(text, frame.io) }) }))
    .option('--to <name>', 'who gets it').option('--text <file>', 'the text as sent (default: as lumbago writes it)');
  step('read', 'record that it was read', () => ({ action: 'read' }));
  step('defer', 'record that the answer waits', ({ reason }) => ({ action: 'defer', reason })).requiredOption('--reason <words>', 'why');
  step('answer', 'record the answer', ({ choose, text, by = '', credentials }) => ({ action: 'answer', ...given({ choice: choose }), ...given({ text }), name: by, credentials }))
    .option('--choose <option>', 'the option chosen').option('--text <words>', 'the answer in words')
    .requiredOption('--by <name>', 'who answered').requiredOption('--credentials <letters>', 'such as MD').option('--recorded-by <name>', 'who records it (default: $USER)');
  step('close', 'close with an outcome', ({ outcome, reason }) => ({ action: 'close', outcome, ...given({ reason }) }))
    .addOption(new Option('--outcome <outcome>', 'what came of it').choices([...OUTCOMES]).makeOptionMandatory()).option('--reason <words>', 'why');
  step('close-gap', 'close a draft without asking', ({ reason, remark }) => ({ action: 'close-gap', reason: reason as (typeof GAP_REASONS)[number], ...given({ remark }) }))
    .addOption(new Option('--reason <reason>', 'why nobody is asked').choices([...GAP_REASONS]).makeOptionMandatory()).option('--remark <words>', 'more about it');
  step('cancel', 'take it back', ({ reason }) => ({ action: 'cancel', reason })).requiredOption('--reason <words>', 'why');
  step('reassign', 'give it to someone else', ({ to = '', reason }) => ({ action: 'reassign', to, reason })).requiredOption('--to <name>', 'who gets it').requiredOption('--reason <words>', 'why');
  stored(worklist, 'expire', 'end all that were sent before a date and have no answer').requiredOption('--before <YYYY-MM-DD>', 'the date').option('--by <name>', 'who does it (default: $USER)')
    .action(async ({ before, ...flags }: { before: string }) => frame.done(await (await import('./commands/worklist/step.ts')).runExpire(before, flags, frame.io)));
}

interface StepCommand { readonly worklist: Command; readonly name: Step['action']; readonly summary: string; readonly read: (given: Given) => Step | Promise<Step> }

function addStep({ worklist, name, summary, read }: StepCommand, { io, done }: Frame): Command {
  const command = stored(worklist, name, summary).argument('<ID>', ID).option('--expect <version>', 'only if it is still at this version', parseCount);
  if (name !== 'answer') command.option('--by <name>', 'who does it (default: $USER)');
  return command.action(async (query: string, flags: Given) => {
    const { runStep } = await import('./commands/worklist/step.ts');
    const actor = name === 'answer' ? flags.recordedBy : flags.by;
    done(await runStep({ query, step: await read(flags) }, { ...given({ store: flags.store, by: actor }), ...(flags.expect === undefined ? {} : { expect: flags.expect }) }, io));
  });
}

/** Only what was said. */
function given<T extends Readonly<Record<string, string | undefined>>>(flags: T): { [Name in keyof T]?: string } {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: string };
}

function stored(worklist: Command, name: string, summary: string): Command {
  return worklist.command(name).summary(summary).description(`Worklist: ${summary}.`).option('--store <place>', 'a folder, or postgres://user:password@host/database');
}

const textOrJson = (command: Command): Command => command.addOption(new Option('-f, --format <name>', 'how to answer').choices(['text', 'json']).default('text'));

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It is a whole number from 1.');
  return count;
}

// `lumbago cluster …` for commander: flags, help and examples. What the commands do is in commands/cluster/, loaded only when one runs.
import { InvalidArgumentError, type Command } from 'commander';
import { addRunOptions, parseCount } from './batch-program.ts';
import type { ClusterExportFlags } from './commands/cluster/export.ts';
import type { SubmitFlags } from './commands/cluster/submit.ts';
import type { WorkFlags } from './commands/cluster/work.ts';
import type { Frame } from './program.ts';

const HELP = `
A run is an archive cut into chunks in a PostgreSQL database (15 or newer). Any number of workers on any number of machines code them; the
export is the folder that "lumbago batch" would have written on one machine, byte for byte.

Kill anything at any moment. Results and the end of their job are one transaction; chunks of a worker that is gone are taken up by others after
10 to 20 seconds; all commands can be given again. A note that ends its workers is found by halving and becomes an error, without its text.

A run belongs to the engine version and the knowledge that submitted it: workers with others do not take its chunks.

Text of notes lies in the database from submit until its chunk is done; then it is deleted
(its bytes stay in PostgreSQL's files until the next vacuum, which comes by itself and with every export).
Reports stay, with the words that they quote, until "export --forget". No log line holds text of a note.

Examples:
  export LUMBAGO_DB=postgres://coder@db.example/notes
  lumbago cluster submit archive.jsonl.gz
  lumbago cluster work --until-done                     on each machine
  lumbago cluster work --metrics 9464                   as a service, with metrics for Prometheus
  lumbago cluster status
  lumbago cluster export --run 5f0c… --out results --forget

Exit codes:
  0 done · 1 internal failure · 2 usage · 3 exported, but some records gave no report · 65 input not readable · 66 no such input, run or server
  73 refused: the run is not done, the folder does not fit, or only other engines' chunks are left · 130 interrupted, 143 terminated: give it again`;

/** Adds `cluster submit`, `work`, `status` and `export`. */
export function addCluster(program: Command, { io, done }: Frame): void {
  const cluster = program.command('cluster').summary('code an archive on many machines, over PostgreSQL')
    .description('Codes an archive of notes with any number of workers on any number of machines, over a PostgreSQL database.').addHelpText('after', HELP);
  const command = (name: string, summary: string): Command => cluster.command(name).summary(summary).description(`Cluster: ${summary}.`)
    .option('--db <url>', 'postgres://user:password@host/database (default: $LUMBAGO_DB)');
  addRunOptions(command('submit', 'an input becomes a run').argument('<IN>', 'a file, a folder of .txt, or "-" for standard input, as for batch'))
    .option('--json', 'one JSON line').option('--quiet', 'no progress')
    .action(async (input: string, flags: SubmitFlags) => done(await (await import('./commands/cluster/submit.ts')).runSubmit(input, flags, io)));
  command('work', 'one worker process').option('--workers <number>', 'worker threads (default: one a core)', parseCount)
    .option('--until-done', 'end when no chunk is left').option('--metrics <port>', 'serve GET /metrics for Prometheus; 0 takes a free port', parsePort)
    .option('--metrics-host <address>', 'where to listen for it', '127.0.0.1').option('--quiet', 'say nothing')
    .action(async (flags: WorkFlags) => done(await (await import('./commands/cluster/work.ts')).runWork(flags, io)));
  command('status', 'how far the runs are').option('--run <id>', 'only this one').option('--json', 'one JSON document')
    .action(async (flags: { db?: string; run?: string; json?: boolean }) => done(await (await import('./commands/cluster/status.ts')).runStatus(flags, io)));
  command('export', 'a run that is done as the folder of a batch').requiredOption('--run <id>', 'which, as submit and status say')
    .requiredOption('-o, --out <DIR>', 'a new or empty folder').option('--resume', 'go on with the export in DIR')
    .option('--forget', 'then delete the run from the database').option('--quiet', 'no counts')
    .action(async (flags: ClusterExportFlags) => done(await (await import('./commands/cluster/export.ts')).runClusterExport(flags, io)));
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('It is a port, from 0 to 65535.');
  return port;
}

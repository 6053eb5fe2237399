// `lumbago serve` and its flags for commander. What it does is in commands/serve.ts, loaded only when it runs.
import { InvalidArgumentError, type Command } from 'commander';
import type { ServeFlags } from './commands/serve.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

const HELP = `
The page reads notes in the browser: they are not sent, not even to this server. The HTTP API is for programs of this machine:
  GET  /api/health                         engine, lexicons and release
  POST /api/analyze?format=jsonl           one note or an array as application/json, notes as application/x-ndjson, or one note as text/plain
                                           (then ?id=…); the same bytes as "lumbago analyze"; setting, date, encounter and type as parameters
  GET  /api/worklist/queries?status=sent   the worklist; /api/worklist/queries/W12 one query whole,
                                           …/W12/text its text; /api/worklist/measures?by=axis
  POST /api/worklist/queries/W12/steps     {"step": {"action": "send", "to": "Dr. Osei"}, "by": "ana", "expect": 3}
Faults are {"error": {"code", "message"}} with a status of 4xx or 5xx. It answers on 127.0.0.1 only, and to no page of another site.

Examples:
  lumbago serve
  lumbago serve --open
  lumbago serve --port 8080 --store ~/worklist
  curl -H 'content-type: text/plain' --data-binary @note.txt 'http://127.0.0.1:4750/api/analyze?id=note'

Exit codes:
  0 stopped with Ctrl-C · 1 internal failure · 2 usage, or the port is taken · 66 the page is not built`;

/** Adds `lumbago serve`. */
export function addServe(program: Command, { io, done }: { readonly io: Io; readonly done: (exitCode: ExitCode) => void }): void {
  program.command('serve').summary('the web page and the HTTP API on 127.0.0.1')
    .description('Serves the page and an HTTP API on this machine alone, until Ctrl-C.')
    .option('--port <number>', 'which port (default: 4750, or a free one when that is taken)', parsePort)
    .option('--open', 'open the page in the browser')
    .option('--store <place>', 'the worklist: a folder, or postgres://user:password@host/database')
    .option('--by <name>', 'who takes steps of the worklist when a request names nobody (default: $USER)')
    .addHelpText('after', HELP)
    .action(async (flags: ServeFlags) => done(await (await import('./commands/serve.ts')).runServe(flags, io)));
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('It is a whole number from 0 (any free port) to 65535.');
  return port;
}

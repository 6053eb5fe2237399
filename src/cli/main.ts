// The command line as one function: arguments and a world in, an exit code out. It never ends the process itself.
import { CommanderError } from 'commander';
import { CliFailure, EXIT, OutputClosed, type ExitCode } from './exit.ts';
import { processIo, type Io } from './io.ts';
import { createProgram } from './program.ts';

/** Runs `lumbago` with the arguments after the program name. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  try {
    return await runProgram(argv, io);
  } catch (error) {
    return concludeFailure(error, io);
  }
}

async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  const version = versionAsked(argv);
  if (version) {
    const { runVersion } = await import('./commands/version.ts');
    await runVersion(version, io);
    return EXIT.done;
  }
  let exitCode: ExitCode = EXIT.done;
  let help = '';
  const program = createProgram({ io, showHelp: (text) => { help += text; }, done: (code) => { exitCode = code; } });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  if (help !== '') await io.writeOut(help);
  return exitCode;
}

/** `--version` stands alone, with `--json` beside it at most. */
function versionAsked(argv: readonly string[]): 'plain' | 'json' | undefined {
  const flags = new Set(argv);
  const asked = flags.delete('--version') || flags.delete('-V');
  const json = flags.delete('--json');
  if (!asked || flags.size > 0) return undefined;
  return json ? 'json' : 'plain';
}

async function concludeFailure(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof OutputClosed) return EXIT.done;
  if (error instanceof CliFailure) {
    io.writeError(`lumbago: ${error.message}\n`);
    return error.exitCode;
  }
  const { describeFault } = await import('../service.ts').catch(() => ({ describeFault: undefined }));
  const fault = describeFault?.(error) ?? (error instanceof Error ? error.name : 'unknown error');
  io.writeError(`lumbago: internal failure; please report it (the trace holds no note text)\n${fault}\n`);
  return EXIT.internal;
}

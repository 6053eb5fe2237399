// `lumbago serve`: starts the local server, says where it is, and ends it when it is told to stop.
import { spawn } from 'node:child_process';
import { BUILT_PAGE, PageMissing, readPage } from '../../server/read-page.ts';
import { PortTaken, startServer, type RunningServer, type ServerOptions } from '../../server/start-server.ts';
import { CliFailure, EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { stampOf, storeLocation, type StoreFlags } from './worklist/desk.ts';

export interface ServeFlags extends StoreFlags { readonly port?: number; readonly open?: boolean }

const USUAL_PORT = 4750;

/** Serves until SIGINT or SIGTERM. The address is the one line on standard output. */
export async function runServe(flags: ServeFlags, io: Io): Promise<ExitCode> {
  const options = { page: openPage(), store: storeLocation(flags, io), actor: stampOf(flags, io).actor, now: () => new Date().toISOString(), onFault: (fault: string) => io.writeError(`lumbago: internal failure; please report it (the trace holds no note text)\n${fault}\n`) };
  const server = await listen(options, flags.port, io);
  const stopped = stopSignal();
  await io.writeOut(`${server.address}\n`);
  io.writeError('lumbago: the page is at this address, for this machine alone; notes stay in the browser. Ctrl-C stops it.\n');
  if (flags.open) openBrowser(server.address, io);
  await stopped;
  await server.close();
  return EXIT.done;
}

function openPage(): ServerOptions['page'] {
  try {
    return readPage(BUILT_PAGE);
  } catch (error) {
    if (error instanceof PageMissing) throw new CliFailure(EXIT.noInput, error.message);
    throw error;
  }
}

/** The port asked for, or the usual one, or, when that is taken, a free one. */
async function listen(options: Omit<ServerOptions, 'port'>, port: number | undefined, io: Io): Promise<RunningServer> {
  try {
    return await startServer({ ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    if (port !== undefined) throw new CliFailure(EXIT.usage, `--port ${port}: is taken by another program; choose another, or leave --port out for a free one`);
    io.writeError(`lumbago: port ${USUAL_PORT} is taken by another program; using a free one\n`);
    return startServer({ ...options, port: 0 });
  }
}

const stopSignal = (): Promise<void> => new Promise((resolve) => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve()); });

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Asks the system to open the page; where it cannot, the address stands on the terminal anyway. */
function openBrowser(address: string, io: Io): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => io.writeError('lumbago: no browser could be opened; open the address yourself\n'));
  opener.unref();
}

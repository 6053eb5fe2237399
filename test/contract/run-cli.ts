// The command line in process, as a test sees it: arguments and a world in, exit code and both streams out.
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export interface World { readonly stdin?: string | Uint8Array; readonly columns?: number; readonly env?: Readonly<Record<string, string>>; readonly errorIsTerminal?: boolean; readonly writeOut?: Io['writeOut'] }
export interface Ran { readonly code: number; readonly out: string; readonly err: string }

/** Runs `lumbago` with the arguments. */
export async function runCli(argv: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const stdin = async function* (): AsyncGenerator<Uint8Array> { yield Buffer.from(world.stdin ?? ''); };
  const io: Io = {
    stdin: stdin(), stdinIsTerminal: false, terminalColumns: world.columns, env: world.env ?? {}, ...(world.errorIsTerminal !== undefined && { errorIsTerminal: world.errorIsTerminal }),
    writeOut: world.writeOut ?? (async (text) => { out += text; }), writeError: (text) => { err += text; },
  };
  const code = await main(argv, io);
  return { code, out, err };
}

// One whole text file, or standard input, as text. Not its job: streams of notes (inputs.ts).
import { createReadStream } from 'node:fs';
import { gather, LONGEST } from '../read/parts/bytes.ts';
import { decodeUtf8 } from '../read/parts/utf8.ts';
import { CliFailure, EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** Reads a file; "-" or nothing is standard input. @throws CliFailure when it is missing, too long or not UTF-8. */
export async function readTextFile(file: string | undefined, io: Io): Promise<string> {
  const name = file === undefined || file === '-' ? 'standard input' : file;
  const bytes = await gather(file === undefined || file === '-' ? io.stdin : createReadStream(file)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR' ? new CliFailure(EXIT.noInput, `${name}: no such file; check the name`) : new CliFailure(EXIT.unreadable, `${name}: cannot be read (${error.code ?? 'unknown fault'})`);
  });
  if (bytes === undefined) throw new CliFailure(EXIT.unreadable, `${name}: is longer than ${LONGEST / 1024 / 1024} MB`);
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  throw new CliFailure(EXIT.unreadable, `${name}: is not UTF-8 text (byte ${decoded.badByte}); save it as UTF-8`);
}

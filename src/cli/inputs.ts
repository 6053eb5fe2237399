// File arguments to one stream of read entries. A file that is missing or unreadable is told on the way and the others go on.
// Not its job: what the bytes mean (read/).
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse } from 'node:path';
import { UnreadableInput, type NoteDefaults, type ReadEntry, type Reader, type Source } from '../read/parts/reader.ts';
import { chooseReader, readerNamed } from '../read/readers.ts';
import { CliFailure, EXIT } from './exit.ts';
import type { Io } from './io.ts';

export interface InputPlan {
  readonly files: readonly string[];
  /** The name of a reader, or `auto`. */
  readonly input: string;
  readonly defaults: NoteDefaults;
  /** Told of each input that gives nothing; reading goes on with the next. */
  readonly onFailure: (failure: CliFailure) => void;
  /** Told of each input before its first entry. */
  readonly onReader?: (reader: Reader) => void;
}

/** The entries of all inputs, in the order of the arguments; no argument, or `-`, is standard input. */
export async function* readInputs(plan: InputPlan, io: Io): AsyncGenerator<ReadEntry> {
  const sourceOfId = new Map<string, string>();
  for (const file of plan.files.length === 0 ? ['-'] : plan.files) {
    try {
      for await (const entry of readInput(file, plan, io)) {
        if (entry.kind === 'note') warnOfSharedId(entry, sourceOfId, io);
        yield entry;
      }
    } catch (error) {
      plan.onFailure(asFailure(error, file));
    }
  }
}

async function* readInput(file: string, plan: InputPlan, io: Io): AsyncGenerator<ReadEntry> {
  const opened = file === '-' ? standardInput(io) : await openFile(file);
  const named = readerNamed(plan.input);
  const { reader, source } = named ? { reader: named, source: opened } : await chooseReader(opened);
  plan.onReader?.(reader);
  yield* reader.read(source, plan.defaults);
}

function standardInput(io: Io): Source {
  if (io.stdinIsTerminal) io.writeError('lumbago: reading a note from the terminal; end it with Ctrl-D on a line of its own\n');
  return { name: 'standard input', id: 'stdin', bytes: io.stdin };
}

async function openFile(file: string): Promise<Source> {
  const found = await stat(file);
  if (found.isDirectory()) throw new CliFailure(EXIT.unreadable, `${file}: is a directory; name the files in it, for example ${file.replace(/\/$/, '')}/*.txt`);
  return { name: file, id: parse(file).name, bytes: createReadStream(file) };
}

function asFailure(error: unknown, file: string): CliFailure {
  if (error instanceof CliFailure) return error;
  if (error instanceof UnreadableInput) return new CliFailure(EXIT.unreadable, error.message);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CliFailure(EXIT.noInput, `${file}: no such file; check the name`);
  if (code === 'EACCES' || code === 'EPERM') return new CliFailure(EXIT.noInput, `${file}: may not be read; check its permissions`);
  if (code !== undefined) return new CliFailure(EXIT.unreadable, `${file}: cannot be read (${code})`);
  throw error;
}

/** Text files may share a name across folders; both are analysed, but their reports share an id. */
function warnOfSharedId(entry: Extract<ReadEntry, { kind: 'note' }>, sourceOfId: Map<string, string>, io: Io): void {
  const { id } = entry.note;
  const first = sourceOfId.get(id);
  if (first === undefined) sourceOfId.set(id, entry.source);
  else if (first !== entry.source) io.writeError(`lumbago: ${entry.source}: gives a note the id that one of ${first} has; both are reported\n`);
}

// The folder of a finished batch run as streams: its manifest, its reports in input order, its rejects. One line in memory at a time.
// Not its job: proving the folder (`lumbago batch verify`), what the reports mean.
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { cutByteLines } from '../read/parts/bytes.ts';
import type { Report } from '../wire.ts';
import { RunError } from './run-error.ts';

/** A line of rejects.jsonl: never the text. */
export interface RunReject { readonly id?: string; readonly line?: number; readonly reason: string; readonly categories?: readonly string[] }

/** What a run says of itself; the rest of its manifest is kept as it stands. */
export interface RunManifest {
  readonly counts?: { readonly read: number; readonly ok: number; readonly rejected: number; readonly duplicate: number; readonly error: number };
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly input?: { readonly sha256?: string };
  readonly [field: string]: unknown;
}

export interface Run {
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly reports: () => AsyncGenerator<Report>;
  readonly rejects: () => AsyncGenerator<RunReject>;
}

const PART = /^part-\d+\.jsonl(?:\.gz)?$/;
const SCHEMA = 'lumbago/report@1';

/** Opens the folder of a finished run; throws a RunError when there is none. */
export async function openRun(folder: string): Promise<Run> {
  const names = await readdir(folder).catch(() => { throw new RunError('absent', `${folder}: no such folder; name the --out folder of a batch run`); });
  if (!names.includes('manifest.json')) {
    throw new RunError('absent', `${folder}: has no manifest.json, so it is no finished run; finish it with "lumbago batch … --resume", or name another folder`);
  }
  const parts = names.filter((name) => PART.test(name)).sort().map((name) => join(folder, name));
  const rejects = names.filter((name) => /^rejects\.jsonl(?:\.gz)?$/.test(name)).map((name) => join(folder, name));
  return {
    folder,
    manifest: await readManifest(join(folder, 'manifest.json')),
    reports: () => readJsonLines<Report>(parts, isReport, `a report of ${SCHEMA}; it may come from another version of lumbago`),
    rejects: () => readJsonLines<RunReject>(rejects, isReject, 'a reject with a reason'),
  };
}

async function readManifest(file: string): Promise<RunManifest> {
  try {
    const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest as RunManifest;
  } catch {
    // Told below: the platform's message would quote the file.
  }
  throw new RunError('unreadable', `${file}: is not the manifest of a run; check the folder with "lumbago batch verify"`);
}

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isReport: Check = (value) => isObject(value) && value.schema === SCHEMA && isObject(value.note) && Array.isArray(value.candidates) && Array.isArray(value.queries);
const isReject: Check = (value) => isObject(value) && typeof value.reason === 'string';

async function* readJsonLines<Line>(files: readonly string[], check: Check, expected: string): AsyncGenerator<Line> {
  for (const file of files) {
    for await (const { line, bytes } of cutByteLines(readBytes(file))) {
      const value = parse(bytes);
      if (!check(value)) throw new RunError('unreadable', `${file}, line ${line}: is not ${expected}; check the folder with "lumbago batch verify"`);
      yield value as Line;
    }
  }
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

async function* readBytes(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file);
  const bytes = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  stream.on('error', (error) => bytes.destroy(error));
  try {
    for await (const chunk of bytes) yield chunk as Uint8Array;
  } catch (error) {
    throw new RunError('unreadable', `${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}); check the folder with "lumbago batch verify"`);
  }
}

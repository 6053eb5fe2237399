// The files a user names → what each holds, read and checked whole. Nothing is stored here.
// In: paths. Out: read files in the order in which they build on each other, and what was left out with the reason.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { peek } from '../read/parts/bytes.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import { FILE_KINDS, type FileKind, type ImportedFile, type NamedBytes } from './parts.ts';
import { HEAD, recognise } from './recognise.ts';
import { readContent, type Content } from './read-content.ts';
import { compareReleases, fiscalYear, releaseInName } from './release-name.ts';
import { listMembers, type Member } from './unpack.ts';

/** Where the import stands; bytes are those of the file on the disk. */
export interface Progress { readonly file: string; readonly done: number; readonly total: number }

export interface ReadOptions {
  /** The release that the files belong to, where their names do not say it. */
  readonly release?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** A file and what it holds. */
export interface ReadFile { readonly file: ImportedFile; readonly content: Content }

/** A file that was not read, and why. */
export interface LeftOut { readonly file: string; readonly why: string }

export interface ReadResult { readonly files: readonly ReadFile[]; readonly leftOut: readonly LeftOut[] }

/** Reads everything; throws UnreadableInput for the first file that is cut, damaged or foreign, and what the system says of a missing one. */
export async function readFiles(paths: readonly string[], options: ReadOptions): Promise<ReadResult> {
  const files: ReadFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of paths) await refuseFolder(path);
  for (const path of paths) await readPath(path, options, { files, leftOut });
  if (files.length === 0) throw new UnreadableInput(`nothing to import: ${leftOut.map(({ file, why }) => `${file}: ${why}`).join('; ') || 'no file holds an official list'}`);
  return { files: refuseTwins(files).sort(compareFiles), leftOut };
}

async function refuseFolder(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) throw new UnreadableInput(`${path}: is a directory; name the files in it, for example ${path.replace(/\/$/, '')}/*.zip`);
}

async function readPath(path: string, options: ReadOptions, into: { readonly files: ReadFile[]; readonly leftOut: LeftOut[] }): Promise<void> {
  const total = (await stat(path)).size;
  let done = 0;
  const onBytes = (count: number): void => { done += count; options.onProgress?.({ file: basename(path), done, total }); };
  options.onProgress?.({ file: basename(path), done, total });
  for (const member of await listMembers(path)) {
    const insideZip = member.name !== basename(path);
    const recognised = recognise(await headOf(member), member.path, { insideZip });
    if ('refuse' in recognised) throw new UnreadableInput(`${member.name}: ${recognised.refuse}`);
    if ('skip' in recognised) into.leftOut.push({ file: member.name, why: recognised.skip });
    else into.files.push(await readMember(member, { path, kind: recognised.kind, onBytes, ...options }));
  }
  options.onProgress?.({ file: basename(path), done: total, total });
}

async function headOf(member: Member): Promise<Uint8Array> {
  const bytes = member.open()[Symbol.asyncIterator]();
  const { head } = await peek({ [Symbol.asyncIterator]: () => bytes }, HEAD);
  await bytes.return?.();
  return head.subarray(0, HEAD);
}

interface Reading extends ReadOptions { readonly path: string; readonly kind: FileKind; readonly onBytes: (count: number) => void }

async function readMember(member: Member, { path, kind, onBytes, release: asked }: Reading): Promise<ReadFile> {
  const told = releaseOf(member, path);
  const digest = createHash('sha256');
  let bytes = 0;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of member.open(onBytes)) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const source: NamedBytes = { name: member.name, bytes: watched() };
  const content = await readContent(source, kind, asked ?? told);
  const release = kind === 'snomed-map' ? '' : decideRelease({ asked, told, year: content.year }, member.name);
  const container = member.packed ? { container: { name: basename(path), sha256: await digestFile(path) } } : {};
  return { file: { name: basename(member.path), kind, release, sha256: digest.digest('hex'), bytes, ...container, counts: content.counts, skipped: content.skipped }, content };
}

/** The release that the name of a file tells, or its folder in the zip, or the zip; the zip may add the month. */
function releaseOf(member: Member, path: string): string | undefined {
  const inner = releaseInName(basename(member.path)) ?? releaseInName(member.path);
  const outer = releaseInName(basename(path));
  return inner !== undefined && outer?.startsWith(`${inner}-`) ? outer : inner ?? outer;
}

interface Told { readonly asked: string | undefined; readonly told: string | undefined; readonly year: string | undefined }

/** What the user asked for goes before the name; the year inside an XML must not contradict. */
function decideRelease({ asked, told, year }: Told, name: string): string {
  const inside = year === undefined ? undefined : releaseInName(year);
  const release = asked ?? told ?? inside;
  if (release === undefined) throw new UnreadableInput(`${name}: neither its name nor its content tells its fiscal year; say it, for example with --release FY2026`);
  if (inside !== undefined && fiscalYear(inside) !== fiscalYear(release)) throw new UnreadableInput(`${name}: says inside that it is version ${year}, but ${asked === undefined ? 'its name' : '--release'} says ${release}; ${asked === undefined ? 'give the right one with --release' : 'leave --release out'}`);
  return release;
}

async function digestFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Uint8Array);
  return digest.digest('hex');
}

/** Two files of one kind for one release in the same import: either they are the same, or nobody knows which is meant. */
function refuseTwins(files: readonly ReadFile[]): ReadFile[] {
  const seen = new Map<string, ImportedFile>();
  return files.filter(({ file }) => {
    const key = `${file.kind} ${file.release}`;
    const known = seen.get(key);
    if (known && known.sha256 !== file.sha256) throw new UnreadableInput(`${file.container?.name ?? file.name}: is a second ${file.kind} file of ${file.release || 'the map'}, and differs from ${known.container?.name ?? known.name}; import the one you mean`);
    seen.set(key, file);
    return known === undefined;
  });
}

const compareFiles = ({ file: a }: ReadFile, { file: b }: ReadFile): number =>
  (a.release && b.release ? compareReleases(a.release, b.release) : 0) || FILE_KINDS.indexOf(a.kind) - FILE_KINDS.indexOf(b.kind);

// Files that were dropped or chosen → what each holds, told by its name, in the order of their paths. Not its job: reading them.

/** A file with its path in the folder that was given; a path is what people find it by. */
export interface GivenFile { readonly path: string; readonly file: File }

export type FileKind = 'reports' | 'rejects' | 'manifest' | 'other';

export interface ResultFile extends GivenFile { readonly kind: FileKind }

const KINDS: readonly { readonly name: RegExp; readonly kind: FileKind }[] = [
  { name: /^manifest\.json$/, kind: 'manifest' },
  { name: /^rejects\.jsonl(?:\.gz)?$/, kind: 'rejects' },
  { name: /\.(?:jsonl|ndjson)(?:\.gz)?$/i, kind: 'reports' },
  { name: /\.json$/i, kind: 'reports' },
];

const kindOf = (path: string): FileKind => KINDS.find(({ name }) => name.test(path.slice(path.lastIndexOf('/') + 1)))?.kind ?? 'other';

/** Sorts by path, so that notes come in the order of their parts. Hidden files and files beside the results are left out. */
export function sortResultFiles(given: readonly GivenFile[]): readonly ResultFile[] {
  return given.map((one): ResultFile => ({ ...one, kind: kindOf(one.path) }))
    .filter(({ kind, path }) => kind !== 'other' && !path.split('/').some((part) => part.startsWith('.')))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

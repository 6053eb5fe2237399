// manifest.json: what a finished run read, with what it worked, and the SHA-256 of every file it wrote. It holds no time and no path, so that
// the same input and arguments give the same bytes. Not its job: proving it (verify-batch.ts).
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { syncNames } from '../store/sync-folder.ts';

export const MANIFEST = 'manifest.json';
export const REJECTS = 'rejects.jsonl';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const countsSchema = z.strictObject({ read: count, ok: count, rejected: count, duplicate: count, error: count });

/** `read` is the sum of the others. */
export type Counts = z.infer<typeof countsSchema>;

export const NO_COUNTS: Counts = { read: 0, ok: 0, rejected: 0, duplicate: 0, error: 0 };

const partSchema = z.strictObject({ file: z.string(), sha256, bytes: count, counts: countsSchema });
export type Part = z.infer<typeof partSchema>;

export const manifestSchema = z.strictObject({
  schema: z.literal('lumbago/batch@1'),
  /** The same for the same engine, arguments and input. */
  run: z.string(),
  engine: z.strictObject({ version: z.string(), knowledge: z.string(), release: z.string() }),
  /** `records`: SHA-256 over the records that were read; `sha256`: over the whole input, where it could be read beforehand. */
  input: z.strictObject({ name: z.string(), format: z.string(), sha256: sha256.optional(), bytes: count.optional(), records: sha256.optional() }),
  arguments: z.record(z.string(), z.unknown()),
  counts: countsSchema,
  parts: z.array(partSchema),
  rejects: z.strictObject({ file: z.literal(REJECTS), sha256, bytes: count, lines: count }),
});
export type BatchManifest = z.infer<typeof manifestSchema>;

/** @throws Error when a record was lost or counted twice. */
export function assertCounts({ read, ok, rejected, duplicate, error }: Counts): void {
  if (read !== ok + rejected + duplicate + error) throw new Error(`counts do not add up: read ${read}, ok ${ok}, rejected ${rejected}, duplicate ${duplicate}, error ${error}`);
}

/** The sum of two counts. */
export function addCounts(one: Counts, other: Counts): Counts {
  return { read: one.read + other.read, ok: one.ok + other.ok, rejected: one.rejected + other.rejected, duplicate: one.duplicate + other.duplicate, error: one.error + other.error };
}

/** `read 5 = ok 3 + rejected 1 + duplicate 1 + error 0` */
export const sayCounts = ({ read, ok, rejected, duplicate, error }: Counts): string => `read ${read} = ok ${ok} + rejected ${rejected} + duplicate ${duplicate} + error ${error}`;

/** Writes the manifest whole or not at all, by way of a temporary file in `draftFolder`. */
export async function writeManifest(manifest: BatchManifest, { folder, draftFolder }: { readonly folder: string; readonly draftFolder: string }): Promise<void> {
  const draft = join(draftFolder, MANIFEST);
  const handle = await open(draft, 'w');
  await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(draft, join(folder, MANIFEST));
  syncNames(folder);
}

/** The manifest of a folder, or undefined where there is none. @throws ZodError or SyntaxError when it is not one. */
export async function readManifest(folder: string): Promise<BatchManifest | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return text === undefined ? undefined : manifestSchema.parse(JSON.parse(text));
}

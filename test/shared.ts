// Where the official files and the public corpora lie that are not part of this repository: the folder `shared` beside the checkout.
// Tests that need them run when they are there, and say loudly that they did not when they are not.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SHARED = new URL('../../shared/', import.meta.url);

/** The path of a file below `shared`, whether or not it is there. */
export function sharedPath(relative: string): string {
  return fileURLToPath(new URL(relative, SHARED));
}

/** True when every one of these files below `shared` is at hand. */
export function hasShared(...relative: string[]): boolean {
  return relative.every((path) => existsSync(sharedPath(path)));
}

/** A `describe` that runs only where these files below `shared` are at hand; elsewhere it is skipped with a warning that names them, and its body is not read. */
export function describeWithShared(title: string, needs: readonly string[], body: () => void): void {
  const present = hasShared(...needs);
  if (!present) console.warn(`SKIPPED: "${title}" needs ${needs.map((path) => `../shared/${path}`).join(', ')}`);
  describe.skipIf(!present)(title, present ? body : () => it('needs the files', () => expect.unreachable('it is skipped')));
}

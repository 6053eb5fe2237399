// `lumbago --version`: the engine alone, or as JSON everything that decides what a note gives.
import { VERSION } from '../../version.ts';
import type { Io } from '../io.ts';

/** Writes the version; `json` adds the hash of the lexicons and the newest release of the code set. */
export async function runVersion(form: 'plain' | 'json', io: Io): Promise<void> {
  if (form === 'plain') return io.writeOut(`${VERSION}\n`);
  const { createService } = await import('../../service.ts');
  const { version, knowledge, release } = createService().engine;
  return io.writeOut(`${JSON.stringify({ engine: version, version, knowledge, codeSet: { system: 'ICD-10-CM', release }, release })}\n`);
}

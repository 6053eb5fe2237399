// The bundled lexicons, compiled once per process on first use.
import { SHA256, SOURCES } from './bundle.generated.ts';
import { compileKnowledge } from './compile.ts';
import type { Knowledge } from './knowledge.ts';

let bundled: Knowledge | undefined;

/** The Knowledge that ships with lumbago; every call gives the same frozen object. */
export function loadKnowledge(): Knowledge {
  return bundled ??= compileKnowledge(SOURCES.map(({ path, text }) => ({ path, json: JSON.parse(text) as unknown })), SHA256);
}
